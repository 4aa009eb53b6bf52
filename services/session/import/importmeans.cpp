// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/import/importmeans.h"

#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

Result<QList<PhotoStore *>> importStores(const Organisation &organisation, const QStringList &names)
{
    QList<PhotoStore *> chosen;
    for (const QString &name : names) {
        if (!organisation.store(name))
            return Error {Errc::BadInput, u"the organisation has no store \""_s + name + u'"'};
    }
    for (const auto &store : organisation.stores) {
        const bool usual = names.isEmpty() && !store->traits().readOnly;
        if (usual || names.contains(store->id().instance))
            chosen.append(store.get());
    }
    std::ranges::stable_sort(
        chosen, [](const PhotoStore *a, const PhotoStore *b) { return isWrittenBefore(a->id(), b->id()); });
    return chosen;
}

} // namespace likeness
