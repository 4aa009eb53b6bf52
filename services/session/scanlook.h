// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ledger/scanqueue.h"
#include "services/session/boardsession.h"
#include "services/session/broughtsights.h"
#include "services/session/heldsightings.h"

namespace likeness {

/// One of the places of a scan at which people are looked at, one after the other, as their sync board would
/// look. Owned by a ScanSession; logic thread.
class ScanLook final : public QObject
{
    Q_OBJECT
public:
    /// `parts` with a history. Incremental: what the directory says is unchanged is not read there again.
    enum class Kind { Full, Incremental };
    ScanLook(Organisation &organisation, const BoardParts &parts, Kind kind, QObject *parent = nullptr);

    bool isBusy() const { return m_task.has_value(); }
    /// `brought` is not asked for again.
    void look(const ScanTask &task, const std::optional<BroughtSight> &brought = {});
    /// Nothing comes of it any more.
    void cancel();

signals:
    /// In a later turn of the event loop; the next may be looked at.
    void looked(const likeness::ScanResult &result);
    /// The same, when none of the stores could be seen.
    void sawNothing(const likeness::ScanResult &result, const likeness::Error &why);
    void ledgerFailed(const likeness::Error &error);

private:
    void tell();

    HeldSightings m_held;
    std::function<QDateTime()> m_now;
    std::optional<ScanTask> m_task;
    BoardSession m_board; ///< last: its end looks at the history
};

} // namespace likeness
