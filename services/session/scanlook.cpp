// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/scanlook.h"

namespace likeness {

namespace {

BoardParts partsHolding(BoardParts parts, HeldSightings &held, ScanLook::Kind kind)
{
    parts.trustsMarks = kind == ScanLook::Kind::Incremental;
    parts.history = &held;
    parts.standings = nullptr; // kept with everything else of the person
    return parts;
}

/// Why, when nothing that was asked has answered.
std::optional<Error> reasonForNothing(const SyncBoard &board)
{
    std::optional<Error> reason;
    for (const Finding &finding : board.findings) {
        if (finding.derived)
            continue;
        if (!finding.error)
            return std::nullopt;
        reason = finding.error;
    }
    return reason;
}

} // namespace

ScanLook::ScanLook(Organisation &organisation, const BoardParts &parts, Kind kind, QObject *parent)
    : QObject(parent)
    , m_held(*parts.history)
    , m_now(parts.now)
    , m_board(organisation, partsHolding(parts, m_held, kind))
{
    // queued: the session is not done with its own turn yet
    connect(&m_board, &BoardSession::refreshed, this, &ScanLook::tell, Qt::QueuedConnection);
    connect(&m_board, &BoardSession::historyFailed, this, &ScanLook::ledgerFailed, Qt::QueuedConnection);
}

void ScanLook::look(const ScanTask &task, const std::optional<BroughtSight> &brought)
{
    m_task = task;
    m_held.take();
    if (task.isKnown)
        m_board.setPerson(task.person);
    else
        m_board.setNewPerson(task.person);
    m_board.refresh(brought);
}

void ScanLook::cancel()
{
    m_task.reset();
    m_board.cancel();
}

void ScanLook::tell()
{
    if (!m_task) // cancelled while this was on its way
        return;
    const ScanTask task = *std::exchange(m_task, std::nullopt);
    const ScanResult result {
        task.id, task.person.keys.key, m_held.take(), standingOf(task.person, m_board.board(), m_now())};
    if (const auto why = reasonForNothing(m_board.board()))
        emit sawNothing(result, *why);
    else
        emit looked(result);
}

} // namespace likeness
