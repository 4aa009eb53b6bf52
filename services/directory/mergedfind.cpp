// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/directory/mergedfind.h"

#include "services/directory/firstsight.h"

#include <algorithm>

namespace likeness {

MergedFind::MergedFind(std::vector<Part> parts, std::shared_ptr<Pacing> pacing, Ask ask, MergedPlace place)
    : m_parts(std::move(parts))
    , m_pacing(std::move(pacing))
    , m_ask(std::move(ask))
    , m_place(std::move(place))
{
}

void MergedFind::doStart()
{
    askRound();
}

void MergedFind::doCancel()
{
    m_asked.clear();
    JobOf::doCancel();
}

/// On the first page everybody, then the first until it has nobody more, then the others.
void MergedFind::askRound()
{
    ++m_round;
    m_timing = false;
    m_timeUp = false;
    m_answers.clear();
    m_asked.clear();
    m_asked.resize(m_parts.size());
    const bool begins = firstGoesOn() && m_place.parts.constFirst().cookie.isEmpty();
    if (firstGoesOn())
        askPart(0);
    for (std::size_t part = 1; part < m_parts.size(); ++part) {
        if ((begins || !firstGoesOn()) && !m_place.parts.at(static_cast<qsizetype>(part)).ended)
            askPart(part);
    }
}

void MergedFind::askPart(std::size_t part)
{
    Asked &asked = m_asked[part];
    asked.job = m_ask(*m_parts[part].directory, m_place.parts.at(static_cast<qsizetype>(part)).cookie);
    asked.job->onFinished(this, [this, part](const Result<PeoplePage> &answer) { take(part, answer); });
    asked.job->start();
}

void MergedFind::take(std::size_t part, const Result<PeoplePage> &answer)
{
    m_asked[part].answer = answer;
    if (isComplete() || (m_timeUp && isWorthShowing()))
        return settle();
    const bool isAwaited = part == 0 || !m_asked[0].job;
    if (!isAwaited || std::exchange(m_timing, true))
        return;
    m_pacing->after(MergedDirectory::patience, this, [this, round = m_round] {
        if (round != m_round || m_asked.empty() || isFinished())
            return;
        m_timeUp = true;
        if (isWorthShowing())
            settle();
    });
}

bool MergedFind::isComplete() const
{
    return std::none_of(m_asked.cbegin(), m_asked.cend(), [](const Asked &asked) { return asked.waits(); });
}

/// While there is nobody to show, whoever is late is waited for.
bool MergedFind::isWorthShowing() const
{
    return std::any_of(m_asked.cbegin(), m_asked.cend(), [](const Asked &asked) {
        return asked.answer && *asked.answer && !(*asked.answer)->people.isEmpty();
    });
}

void MergedFind::settle()
{
    ++m_round; // the time no longer counts
    if (!settleFirst())
        return;
    for (std::size_t part = 1; part < m_parts.size(); ++part)
        settleOther(part);
    m_asked.clear();
    const QList<Person> rows = mergePeople(m_answers, m_place.shown);
    if (!firstGoesOn())
        return meetStrangers();
    QList<Person> own;
    std::copy_if(rows.cbegin(), rows.cend(), std::back_inserter(own),
        [this](const Person &row) { return row.source == m_parts.front().title; });
    deliver(own);
}

/// False: without the first there is nothing to show, and that was said.
bool MergedFind::settleFirst()
{
    const Asked &first = m_asked.front();
    if (!first.job)
        return true;
    MergedPlace::Part &place = m_place.parts.first();
    if (*first.answer) {
        place = {(*first.answer)->cookie, (*first.answer)->cookie.isEmpty()};
        m_answers.append({m_parts.front().title, (*first.answer)->people});
        return true;
    }
    const bool alone = std::none_of(m_asked.cbegin() + 1, m_asked.cend(),
        [](const Asked &other) { return other.answer && *other.answer; });
    if (alone) {
        finish(first.answer->error());
        return false;
    }
    place.ended = true;
    m_place.firstFailed = true;
    note(0, PeopleNote::Kind::Failed, first.answer->error());
    return true;
}

void MergedFind::settleOther(std::size_t part)
{
    const Asked &other = m_asked[part];
    if (!other.job)
        return;
    MergedPlace::Part &place = m_place.parts[static_cast<qsizetype>(part)];
    if (!other.answer) {
        if (!firstGoesOn())
            note(part, PeopleNote::Kind::Late);
        return;
    }
    if (!*other.answer) {
        place.ended = true;
        return note(part, PeopleNote::Kind::Failed, other.answer->error());
    }
    m_answers.append({m_parts[part].title, (*other.answer)->people});
    if (!firstGoesOn()) // else this page comes again when the first has ended
        place = {(*other.answer)->cookie, (*other.answer)->cookie.isEmpty()};
}

/// The first may know them by other words than those that were searched for.
void MergedFind::meetStrangers()
{
    const QString &own = m_parts.front().title;
    QList<Person> strangers;
    for (const Person &row : mergePeople(m_answers, m_place.shown)) {
        if (row.source != own)
            strangers.append(row);
    }
    if (m_place.firstFailed || strangers.isEmpty())
        return addKnown({});
    step(knownToFirst(m_parts.front().directory, own, strangers), &MergedFind::addKnown);
}

void MergedFind::addKnown(const QList<Person> &known)
{
    const QString &own = m_parts.front().title;
    if (m_answers.isEmpty() || m_answers.constFirst().source != own)
        m_answers.prepend({own, {}});
    QList<Person> &people = m_answers.first().people;
    for (const Person &person : known) {
        const auto same = [&](const Person &other) {
            return other.keys.key == person.keys.key && (other.source.isEmpty() || other.source == own);
        };
        if (std::none_of(people.cbegin(), people.cend(), same)
            && std::none_of(m_place.shown.cbegin(), m_place.shown.cend(), same))
            people.append(person);
    }
    deliver(mergePeople(m_answers, m_place.shown));
}

void MergedFind::deliver(const QList<Person> &rows)
{
    remember(rows);
    if (rows.isEmpty() && !m_place.ended())
        return askRound();
    finish(PeoplePage {rows, m_place.ended() ? QByteArray() : m_place.packed(), m_notes});
}

void MergedFind::remember(const QList<Person> &rows)
{
    if (m_place.shown.size() + rows.size() <= MergedPlace::mostShown) {
        m_place.shown += rows;
        return;
    }
    m_place.shown.clear();
    for (std::size_t part = 1; part < m_parts.size(); ++part) {
        MergedPlace::Part &place = m_place.parts[static_cast<qsizetype>(part)];
        if (!std::exchange(place.ended, true))
            note(part, PeopleNote::Kind::TooMany);
    }
}

void MergedFind::note(std::size_t part, PeopleNote::Kind kind, const Error &error)
{
    const bool silent = kind == PeopleNote::Kind::Failed && error.code == Errc::SignInNeeded
        && m_parts[part].silentUntilSignedIn;
    if (!silent)
        m_notes.append({kind, m_parts[part].title, error});
}

} // namespace likeness
