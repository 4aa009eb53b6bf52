// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/policy/policy.h"
#include "models/sync/syncsettings.h"
#include "models/upload/handover.h"
#include "services/directory/directory.h"
#include "services/stores/photostore.h"

#include <QDateTime>
#include <memory>
#include <optional>
#include <vector>

namespace likeness {

/// A configured set of endpoints, built by the composition root (app/composition) from an organisation file.
/// Owns its stores and its directory; outlives the sessions that use it.
struct Organisation
{
    QString id; ///< stays the same when the title changes; what the ledger keeps
    QString title;
    bool isSandbox = false;
    std::optional<QDateTime> sandboxBegun {}; ///< UTC, of a sandbox that another program runs
    QString me; ///< key of the person who sits here, empty = unknown
    std::unique_ptr<Directory> directory; ///< may be null: then people are named by key only
    std::vector<std::unique_ptr<PhotoStore>> stores; ///< in the order of the file
    std::vector<std::unique_ptr<SeenWorkload>> viewers; ///< that can be asked what they show

    SyncSettings sync {};
    QMap<QString, SyncNode> nodes {}; ///< which of the board a store or viewer is, by its instance

    /// What is forbidden here; the stores themselves see to it (services/session/policy), but for what is
    /// about many people in one go.
    Policy policy {};

    /// For stores that somebody else can write with other tools, by instance.
    QMap<QString, HandoverWay> handovers {};

    PhotoStore *store(const QString &instance) const;
};

} // namespace likeness
