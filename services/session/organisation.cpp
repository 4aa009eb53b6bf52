// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/organisation.h"

namespace likeness {

PhotoStore *Organisation::store(const QString &instance) const
{
    for (const auto &store : stores) {
        if (store->id().instance == instance)
            return store.get();
    }
    return nullptr;
}

} // namespace likeness
