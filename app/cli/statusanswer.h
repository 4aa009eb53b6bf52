// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/exitcode.h"
#include "models/people/person.h"
#include "models/sync/finding.h"
#include "services/session/watchpace.h"

#include <QJsonObject>
#include <QStringList>

namespace likeness {

/// What `status` says of a board, as lines for people and as JSON for programs. A value that refers to what
/// it is made with; made anew for every look.
class StatusAnswer
{
public:
    /// `only`: the workloads to tell of; empty = all of the board.
    StatusAnswer(const SyncBoard &board, const FlowBook &book, const Person &person, const QDateTime &now,
        const QList<SyncNode> &only);

    const QList<Finding> &findings() const { return m_findings; }
    SyncState overall() const;
    ExitCode exitCode() const;

    /// Everything, with causes and cures.
    QStringList lines() const;
    QJsonObject json() const;
    /// One workload in one line: title, state, facts.
    QString line(const Finding &finding) const;
    QJsonObject json(const Finding &finding) const;
    QString overallLine() const;

private:
    QStringList reasons(const Finding &finding) const;
    QStringList cures(const Finding &finding) const;
    QJsonValue jsonReference() const;

    const SyncBoard &m_board;
    const FlowBook &m_book;
    const Person &m_person;
    const QDateTime m_now;
    QList<Finding> m_findings;
    int m_titleWidth = 0;
    int m_stateWidth = 0;
};

/// Why a watch ended, for people and as JSON has it.
QString wordsFor(WatchEnd end);
QLatin1String nameOf(WatchEnd end);

} // namespace likeness
