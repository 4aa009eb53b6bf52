// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/import/importrow.h"

#include <QStringList>
#include <algorithm>
#include <array>

namespace likeness {

namespace {

template <class Enum>
struct ImportWord
{
    Enum value;
    const char *name;
};
constexpr std::array<ImportWord<ImportVerdict>, 9> verdictWords {{
    {ImportVerdict::Ready, "ready"},
    {ImportVerdict::AlreadySame, "already-the-same"},
    {ImportVerdict::HasPhoto, "has-a-photo"},
    {ImportVerdict::Unmatched, "unmatched"},
    {ImportVerdict::Ambiguous, "ambiguous"},
    {ImportVerdict::Duplicate, "duplicate"},
    {ImportVerdict::Unreadable, "unreadable"},
    {ImportVerdict::NotAllowed, "not-allowed"},
    {ImportVerdict::Unreachable, "unreachable"},
}};
constexpr std::array<ImportWord<ImportWrite::State>, 11> stateWords {{
    {ImportWrite::State::Waiting, "waiting"},
    {ImportWrite::State::Running, "running"},
    {ImportWrite::State::Done, "done"},
    {ImportWrite::State::AlreadyThere, "already-there"},
    {ImportWrite::State::HasPhoto, "has-a-photo"},
    {ImportWrite::State::NotAllowed, "not-allowed"},
    {ImportWrite::State::Failed, "failed"},
    {ImportWrite::State::Conflict, "conflict"},
    {ImportWrite::State::Cancelled, "cancelled"},
    {ImportWrite::State::Undone, "undone"},
    {ImportWrite::State::NotUndone, "not-undone"},
}};
constexpr std::array<ImportWord<ImportOutcome>, 10> outcomeWords {{
    {ImportOutcome::LeftOut, "left-out"},
    {ImportOutcome::Waiting, "waiting"},
    {ImportOutcome::Running, "running"},
    {ImportOutcome::Done, "done"},
    {ImportOutcome::Partly, "partly"},
    {ImportOutcome::Failed, "failed"},
    {ImportOutcome::Conflict, "conflict"},
    {ImportOutcome::Cancelled, "cancelled"},
    {ImportOutcome::Undone, "undone"},
    {ImportOutcome::NotUndone, "not-undone"},
}};
constexpr std::array<ImportWord<ImportHint>, 5> hintWords {{
    {ImportHint::TooSmall, "too-small"},
    {ImportHint::NoFace, "no-face"},
    {ImportHint::SeveralFaces, "several-faces"},
    {ImportHint::Blurred, "blurred"},
    {ImportHint::NotSquare, "not-square"},
}};

template <class Words, class Enum>
QLatin1String importWord(const Words &words, Enum value)
{
    for (const auto &each : words) {
        if (each.value == value)
            return QLatin1String(each.name);
    }
    Q_UNREACHABLE();
}

template <class Enum, class Words>
std::optional<Enum> importWordNamed(const Words &words, const QString &name)
{
    for (const auto &each : words) {
        if (name == QLatin1String(each.name))
            return each.value;
    }
    return std::nullopt;
}

bool isLeftAsItIs(const ImportWrite &write)
{
    return write.state == ImportWrite::State::AlreadyThere || write.state == ImportWrite::State::HasPhoto;
}

} // namespace

ImportOutcome outcomeOf(const ImportRow &row)
{
    using State = ImportWrite::State;
    if (!row.isPlanned() || row.writes.isEmpty())
        return ImportOutcome::LeftOut;
    const auto count
        = [&row](State state) { return std::ranges::count(row.writes, state, &ImportWrite::state); };
    if (count(State::Running) > 0)
        return ImportOutcome::Running;
    if (count(State::NotUndone) > 0)
        return ImportOutcome::NotUndone;
    if (count(State::Undone) > 0 && count(State::Done) == 0)
        return ImportOutcome::Undone;
    if (count(State::Waiting) > 0)
        return ImportOutcome::Waiting;
    const auto wentWell
        = [](const ImportWrite &write) { return write.state == State::Done || isLeftAsItIs(write); };
    if (std::ranges::all_of(row.writes, wentWell))
        return ImportOutcome::Done;
    if (count(State::Done) > 0)
        return ImportOutcome::Partly;
    if (count(State::Conflict) > 0)
        return ImportOutcome::Conflict;
    return count(State::Cancelled) > 0 ? ImportOutcome::Cancelled : ImportOutcome::Failed;
}

OutcomeCounts outcomesOf(const QList<ImportRow> &rows)
{
    OutcomeCounts counts;
    for (const ImportRow &row : rows)
        ++counts[outcomeOf(row)];
    return counts;
}

QLatin1String nameOf(ImportVerdict verdict)
{
    return importWord(verdictWords, verdict);
}

QLatin1String nameOf(ImportWrite::State state)
{
    return importWord(stateWords, state);
}

QLatin1String nameOf(ImportOutcome outcome)
{
    return importWord(outcomeWords, outcome);
}

QLatin1String nameOf(ImportHint hint)
{
    return importWord(hintWords, hint);
}

std::optional<ImportVerdict> importVerdictNamed(const QString &name)
{
    return importWordNamed<ImportVerdict>(verdictWords, name);
}

std::optional<ImportWrite::State> importStateNamed(const QString &name)
{
    return importWordNamed<ImportWrite::State>(stateWords, name);
}

QList<ImportHint> listed(ImportHints hints)
{
    QList<ImportHint> list;
    for (const auto &each : hintWords) {
        if (hints.testFlag(each.value))
            list.append(each.value);
    }
    return list;
}

} // namespace likeness
