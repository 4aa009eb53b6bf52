// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/person.h"
#include "services/job/job.h"
#include "services/stores/storesight.h"

namespace likeness {

/// A workload that can be looked at: every store, and viewers that have an interface to ask. Made by the
/// composition root, owned by the organisation, used from the logic thread only; every call returns at once
/// and works in its job.
class SeenWorkload
{
public:
    virtual ~SeenWorkload() = default;

    /// The name of its endpoint in the organisation file.
    virtual QString instance() const = 0;
    /// What the board shows of it: in the sizes clients ask, with what it tells besides. `known` is what was
    /// seen last; what can tell does not send again what has not changed since.
    virtual JobPtr<StoreSight> see(const PersonKeys &person, const StoreSight &known) = 0;
    /// Reaches it and signs in, nothing else: what Test connection runs. The text is English, for Details.
    virtual JobPtr<QString> probe() = 0;
};

} // namespace likeness
