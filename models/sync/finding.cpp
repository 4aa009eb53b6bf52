// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/finding.h"

#include <array>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<QLatin1String, syncStateCount> stateNames {"unknown"_L1, "unreachable"_L1, "no-flow"_L1,
    "in-step"_L1, "pending"_L1, "missing"_L1, "reduced"_L1, "stale"_L1, "different"_L1,
    "removed-on-purpose"_L1, "blocked"_L1};

} // namespace

QLatin1String nameOf(SyncState state)
{
    return stateNames[static_cast<size_t>(state)];
}

std::optional<SyncState> syncStateNamed(QStringView name)
{
    for (size_t at = 0; at < stateNames.size(); ++at) {
        if (name == stateNames[at])
            return static_cast<SyncState>(at);
    }
    return std::nullopt;
}

const Finding *SyncBoard::at(SyncNode node) const
{
    for (const Finding &finding : findings) {
        if (finding.node == node)
            return &finding;
    }
    return nullptr;
}

} // namespace likeness
