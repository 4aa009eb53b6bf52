// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/boardmemory.h"

#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr int earlierKept = 20; ///< sightings a workload that are weighed

bool showsSamePhotos(const Sighting &a, const Sighting &b)
{
    return std::ranges::equal(a.served, b.served, [](const ServedPhoto &one, const ServedPhoto &other) {
        return one.asked == other.asked && one.photo.sha256 == other.photo.sha256;
    });
}

bool showsSamePicture(const Sighting &a, const Sighting &b)
{
    if (a.served.isEmpty() || b.served.isEmpty())
        return a.served.isEmpty() == b.served.isEmpty();
    const ServedPhoto &one = *a.largest();
    const ServedPhoto &other = *b.largest();
    if (one.photo.sha256 == other.photo.sha256)
        return true;
    return one.print && other.print && compared(*one.print, *other.print).likeness == Likeness::Same;
}

/// With when it changed, where the workload does not tell but we saw it: at the latest now.
Sighting withChangeSeen(Sighting sighting, const Sighting &last)
{
    if (sighting.changed)
        return sighting;
    if (showsSamePicture(last, sighting)) {
        sighting.changed = last.changed;
        return sighting;
    }
    sighting.changed = sighting.at;
    sighting.evidence.append(u"Seen to have changed between %1 and %2"_s.arg(
        last.at.toString(Qt::ISODate), sighting.at.toString(Qt::ISODate)));
    return sighting;
}

} // namespace

void BoardMemory::begin(const SeenPerson &person)
{
    m_person = person;
    m_sum = {};
    m_lastSeen.clear();
    m_changed.clear();
}

Result<Done> BoardMemory::recall(const SeenPerson &person)
{
    begin(person);
    if (!m_history)
        return Done {};
    const Result<QList<KeptSighting>> latest = m_history->latest(person);
    if (!latest)
        return latest.error();
    for (const KeptSighting &kept : *latest) {
        Sighting sighting = kept.sighting;
        sighting.at = kept.lastSeen;
        m_lastSeen.insert(sighting.node, sighting);
        m_sum.sightings.append(sighting);
        const auto older = m_history->history(person, sighting.node, earlierKept);
        if (!older)
            return older.error();
        for (const KeptSighting &one : *older) // the newest too: it tells since when it is so
            m_sum.earlier.append(one.sighting);
    }
    std::ranges::stable_sort(m_sum.sightings, {}, &Sighting::node);
    std::ranges::stable_sort(m_sum.earlier, {}, &Sighting::at);
    return Done {};
}

std::optional<Sighting> BoardMemory::lastSeen(SyncNode node) const
{
    const auto last = m_lastSeen.constFind(node);
    return last == m_lastSeen.cend() ? std::nullopt : std::optional(*last);
}

Result<Done> BoardMemory::take(Sighting sighting)
{
    const std::optional<Sighting> last = lastSeen(sighting.node);
    const bool isSeenAgain = !sighting.failed && last;
    m_changed[sighting.node] = isSeenAgain && !showsSamePhotos(*last, sighting);
    if (isSeenAgain)
        sighting = withChangeSeen(sighting, *last);
    placeInSum(sighting);
    if (sighting.failed)
        return Done {};
    if (!last || m_changed[sighting.node])
        m_sum.earlier.append(sighting); // with the time from which it was so
    m_lastSeen.insert(sighting.node, sighting);
    return m_history ? m_history->keep(m_person, sighting) : Done {};
}

void BoardMemory::placeInSum(const Sighting &sighting)
{
    const auto there = std::ranges::find(m_sum.sightings, sighting.node, &Sighting::node);
    if (there == m_sum.sightings.end()) // in the board's order, whoever answers first
        m_sum.sightings.insert(
            std::ranges::upper_bound(m_sum.sightings, sighting.node, {}, &Sighting::node), sighting);
    else
        *there = sighting;
}

} // namespace likeness
