// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/statusanswer.h"

#include "app/cli/output.h"
#include "app/cli/personcommand.h"
#include "models/sync/curecommand.h"
#include "ui/common/errorwords.h"
#include "ui/common/findingwords.h"
#include "ui/common/nodewords.h"

#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

struct StatusText
{
    Q_DECLARE_TR_FUNCTIONS(StatusCommand)
};

QJsonValue jsonTime(const std::optional<QDateTime> &time)
{
    return time ? QJsonValue(time->toUTC().toString(Qt::ISODate)) : QJsonValue();
}

bool isUnseen(const Finding &finding)
{
    return finding.state == SyncState::Unknown || finding.state == SyncState::Unreachable;
}

QJsonValue jsonShown(const std::optional<ServedPhoto> &photo)
{
    if (!photo)
        return {};
    return QJsonObject {{u"pixels"_s, photo->edge()}, {u"sha256"_s, photo->photo.sha256}};
}

QJsonValue jsonArrival(const Arrival &arrival)
{
    if (!arrival.comes())
        return {};
    const bool alone = arrival.after == Trigger::Nothing;
    return QJsonObject {{u"earliest"_s, jsonTime(arrival.earliest)}, {u"latest"_s, jsonTime(arrival.latest)},
        {u"after"_s, alone ? QJsonValue() : QJsonValue(nameOf(arrival.after))}};
}

} // namespace

StatusAnswer::StatusAnswer(const SyncBoard &board, const FlowBook &book, const Person &person,
    const QDateTime &now, const QList<SyncNode> &only)
    : m_board(board)
    , m_book(book)
    , m_person(person)
    , m_now(now)
{
    for (const Finding &finding : board.findings) {
        if (!only.isEmpty() && !only.contains(finding.node))
            continue;
        m_findings.append(finding);
        const QString badge = wordsFor(finding, board, person, now).badge;
        m_titleWidth = std::max(m_titleWidth, static_cast<int>(shownTitle(finding.node).size()));
        m_stateWidth = std::max(m_stateWidth, static_cast<int>(badge.size()));
    }
}

SyncState StatusAnswer::overall() const
{
    SyncState overall = SyncState::Unknown;
    for (const Finding &finding : m_findings)
        overall = std::max(overall, finding.state);
    return overall;
}

ExitCode StatusAnswer::exitCode() const
{
    if (overall() == SyncState::Pending)
        return ExitCode::Pending;
    if (overall() > SyncState::InStep)
        return ExitCode::NotInStep;
    if (std::ranges::none_of(m_findings, isUnseen))
        return ExitCode::Ok;
    if (!std::ranges::all_of(m_findings, isUnseen))
        return ExitCode::Partial;
    const auto failed
        = std::ranges::find_if(m_findings, [](const Finding &finding) { return finding.error.has_value(); });
    return failed == m_findings.end() ? ExitCode::Unreachable : exitCodeOf(failed->error->code);
}

QStringList StatusAnswer::lines() const
{
    QStringList lines;
    for (const Finding &finding : m_findings)
        lines << u"  "_s + line(finding) << reasons(finding) << cures(finding);
    return lines << overallLine();
}

QString StatusAnswer::line(const Finding &finding) const
{
    const FindingWords words = wordsFor(finding, m_board, m_person, m_now);
    const QString line = shownTitle(finding.node).leftJustified(m_titleWidth + 2)
        + words.badge.leftJustified(m_stateWidth + 2) + words.facts;
    //: After what a workload shows, where that was not seen but follows from rules.
    return finding.derived ? line + u" · "_s + StatusText::tr("by rule") : line;
}

QStringList StatusAnswer::reasons(const Finding &finding) const
{
    const FindingWords words = wordsFor(finding, m_board, m_person, m_now);
    const QString indent = u"      "_s;
    QStringList lines {indent + words.cause};
    if (finding.error)
        lines << indent + wordsFor(*finding.error, shownTitle(finding.node)).sentences();
    if (finding.state != SyncState::InStep && !isUnseen(finding))
        lines << indent + words.until;
    return lines;
}

QStringList StatusAnswer::cures(const Finding &finding) const
{
    QStringList lines;
    for (const QString &id : finding.cures) {
        const Cure *cure = m_book.cure(id);
        if (!cure)
            continue;
        const CureWords words = wordsFor(*cure, m_person);
        //: What helps: %1 says what to do, %2 who may and its side effects.
        lines << u"      "_s + StatusText::tr("Cure: %1 (%2)").arg(words.title, words.facts);
        if (!words.command.isEmpty())
            lines << u"          "_s + words.command;
    }
    return lines;
}

QString StatusAnswer::overallLine() const
{
    //: The last line: %1 is the most important state of all, such as "In step".
    return StatusText::tr("Overall: %1").arg(wordFor(overall()));
}

QJsonObject StatusAnswer::json() const
{
    QJsonArray findings;
    for (const Finding &finding : m_findings)
        findings.append(json(finding));
    return {{u"person"_s, jsonOf(m_person)}, {u"at"_s, jsonTime(m_now)}, {u"overall"_s, nameOf(overall())},
        {u"reference"_s, jsonReference()}, {u"findings"_s, findings}};
}

QJsonValue StatusAnswer::jsonReference() const
{
    if (!m_board.reference)
        return {};
    const Reference &reference = *m_board.reference;
    return QJsonObject {{u"node"_s, idOf(reference.node)}, {u"pixels"_s, reference.photo.edge()},
        {u"sha256"_s, reference.photo.photo.sha256}, {u"since"_s, jsonTime(reference.since)},
        {u"uploaded"_s, reference.uploaded}};
}

QJsonObject StatusAnswer::json(const Finding &finding) const
{
    QJsonArray cures;
    for (const QString &id : finding.cures) {
        const Cure *cure = m_book.cure(id);
        cures.append(
            QJsonObject {{u"id"_s, id}, {u"command"_s, cure ? commandFor(*cure, m_person.keys) : QString()}});
    }
    const bool comparable = finding.shows && m_board.reference;
    return {{u"node"_s, idOf(finding.node)}, {u"title"_s, titleOf(finding.node)},
        {u"state"_s, nameOf(finding.state)}, {u"cause"_s, nameOf(finding.cause)},
        {u"derived"_s, finding.derived}, {u"shows"_s, jsonShown(finding.shows)}, {u"needs"_s, finding.needs},
        {u"changed"_s, jsonTime(finding.changed)},
        {u"source"_s, finding.source ? QJsonValue(idOf(*finding.source)) : QJsonValue()},
        {u"likeness"_s, comparable ? QJsonValue(nameOf(finding.comparison.likeness)) : QJsonValue()},
        {u"arrival"_s, jsonArrival(finding.arrival)}, {u"rule"_s, finding.rule},
        {u"flows"_s, QJsonArray::fromStringList(finding.flows)},
        {u"disputes"_s, QJsonArray::fromStringList(finding.disputes)}, {u"cures"_s, cures},
        {u"error"_s,
            finding.error ? QJsonValue(jsonOf(*finding.error, titleOf(finding.node))) : QJsonValue()},
        {u"evidence"_s, QJsonArray::fromStringList(finding.evidence)}};
}

QString wordsFor(WatchEnd end)
{
    switch (end) {
    case WatchEnd::InStep:
        //: Why the watch ended.
        return StatusText::tr("Everything that can be looked at shows the photo.");
    case WatchEnd::TimePassed:
        //: Why the watch ended.
        return StatusText::tr("The time has passed within which it should have arrived.");
    case WatchEnd::NothingComes:
        //: Why the watch ended.
        return StatusText::tr("Nothing more will change by itself.");
    }
    Q_UNREACHABLE();
}

QLatin1String nameOf(WatchEnd end)
{
    switch (end) {
    case WatchEnd::InStep:
        return "in-step"_L1;
    case WatchEnd::TimePassed:
        return "time-passed"_L1;
    case WatchEnd::NothingComes:
        return "nothing-comes"_L1;
    }
    Q_UNREACHABLE();
}

} // namespace likeness
