// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/importanswer.h"

#include "app/cli/personcommand.h"
#include "ui/common/errorwords.h"
#include "ui/common/importwords.h"

#include <QSaveFile>
#include <set>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

QJsonObject jsonOfWrite(const ImportWrite &write, const QString &title)
{
    QJsonObject json {{u"store"_s, write.store.instance}, {u"outcome"_s, QString(nameOf(write.state))}};
    if (write.entry > 0)
        json.insert("entry"_L1, write.entry);
    if (write.error)
        json.insert("error"_L1, jsonOf(*write.error, title));
    return json;
}

QJsonObject jsonOfRow(const ImportRow &row, const QMap<QString, QString> &titles)
{
    QJsonObject json {{u"number"_s, row.number}, {u"file"_s, row.file},
        {u"verdict"_s, QString(nameOf(row.verdict))}, {u"outcome"_s, QString(nameOf(outcomeOf(row)))},
        {u"person"_s, row.person ? QJsonValue(row.person->keys.key) : QJsonValue()}};
    if (const QString reason = reasonFor(row, titles); !reason.isEmpty())
        json.insert("reason"_L1, reason);
    QJsonArray advice;
    for (const ImportHint hint : listed(row.hints))
        advice.append(QString(nameOf(hint)));
    json.insert("advice"_L1, advice);
    QJsonArray candidates;
    for (const Person &candidate : row.candidates)
        candidates.append(candidate.keys.key);
    if (!candidates.isEmpty())
        json.insert("candidates"_L1, candidates);
    QJsonArray stores;
    for (const ImportWrite &write : row.writes)
        stores.append(jsonOfWrite(write, titles.value(write.store.instance)));
    json.insert("stores"_L1, stores);
    return json;
}

QLatin1String nameOf(ImportRunHead::State state)
{
    switch (state) {
    case ImportRunHead::State::Open:
        return "open"_L1;
    case ImportRunHead::State::Finished:
        return "finished"_L1;
    case ImportRunHead::State::Cancelled:
        return "cancelled"_L1;
    case ImportRunHead::State::Undone:
        return "undone"_L1;
    }
    Q_UNREACHABLE();
}

/// Rows that are as they should be, although nothing was written.
bool isLeftOutOnPurpose(const ImportRow &row)
{
    return !row.included || row.verdict == ImportVerdict::AlreadySame
        || row.verdict == ImportVerdict::HasPhoto;
}

/// Why a row has failed, for the exit code.
ExitCode exitCodeOfRow(const ImportRow &row)
{
    if (!row.isPlanned())
        return row.verdict == ImportVerdict::Ambiguous || row.verdict == ImportVerdict::Duplicate
            ? ExitCode::Ambiguous
            : exitCodeOf(row.error ? row.error->code : Errc::NotFound);
    for (const ImportWrite &write : row.writes) {
        if (write.state == ImportState::Conflict)
            return ExitCode::Conflict;
        if (write.error)
            return exitCodeOf(write.error->code);
    }
    return ExitCode::Failed;
}

} // namespace

QJsonObject ImportAnswer::json() const
{
    QJsonArray list;
    QJsonObject verdicts;
    QJsonObject outcomes;
    for (const ImportRow &row : rows) {
        list.append(jsonOfRow(row, titles));
        const QString verdict(likeness::nameOf(row.verdict));
        verdicts[verdict] = verdicts[verdict].toInt() + 1;
        const QString outcome(likeness::nameOf(outcomeOf(row)));
        outcomes[outcome] = outcomes[outcome].toInt() + 1;
    }
    QJsonObject answer {{u"rows"_s, list}, {u"verdicts"_s, verdicts}};
    if (planned) {
        answer.insert("dryRun"_L1, true);
    } else {
        answer.insert("outcomes"_L1, outcomes);
        answer.insert("run"_L1, jsonOf(run));
    }
    return answer;
}

void ImportAnswer::print(Output &output) const
{
    const ImportReport report = importReport(run, rows, planned, titles);
    for (qsizetype at = 0; at < rows.size(); ++at) {
        const QStringList &line = report.rows.at(at);
        const bool plain = line.at(5).isEmpty() && (line.at(6).isEmpty() || !planned);
        if (plain)
            continue;
        output.line(
            line.at(1).leftJustified(28) + u"  "_s + line.at(2).leftJustified(16) + u"  "_s + line.at(4));
        for (const QString &more : {line.at(5), planned ? line.at(6) : QString()}) {
            if (!more.isEmpty())
                output.line(u"      "_s + more);
        }
    }
    for (const auto &[name, value] : report.facts)
        output.line(name.leftJustified(24) + value);
}

Result<Done> ImportAnswer::save(const QString &path) const
{
    const ImportReport report = importReport(run, rows, planned, titles);
    const bool html
        = path.endsWith(".html"_L1, Qt::CaseInsensitive) || path.endsWith(".htm"_L1, Qt::CaseInsensitive);
    const QByteArray bytes = html ? htmlOf(report) : csvOf(report);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error {Errc::Local, path + u": "_s + file.errorString()};
    return Done {};
}

ExitCode ImportAnswer::verdict() const
{
    if (planned)
        return ExitCode::Ok;
    std::set<ExitCode> verdicts;
    for (const ImportRow &row : rows) {
        const ImportOutcome outcome = outcomeOf(row);
        const bool well = outcome == ImportOutcome::Done || outcome == ImportOutcome::Undone
            || (!row.isPlanned() && isLeftOutOnPurpose(row));
        const bool half = outcome == ImportOutcome::Partly;
        verdicts.insert(well ? ExitCode::Ok : half ? ExitCode::Partial : exitCodeOfRow(row));
    }
    if (verdicts.empty())
        return ExitCode::Ok;
    return verdicts.size() == 1 ? *verdicts.begin() : ExitCode::Partial;
}

QJsonObject jsonOf(const ImportRunHead &run)
{
    return {{u"id"_s, run.id}, {u"at"_s, run.at.toUTC().toString(Qt::ISODate)}, {u"source"_s, run.source},
        {u"pattern"_s, run.pattern}, {u"stores"_s, QJsonArray::fromStringList(run.stores)},
        {u"onlyIfNone"_s, run.onlyIfNone}, {u"operator"_s, run.operatorName},
        {u"state"_s, QString(nameOf(run.state))}};
}

} // namespace likeness
