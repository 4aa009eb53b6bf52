// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/lookone.h"

#include "services/imaging/fingerprinting.h"
#include "services/imaging/picture.h"
#include "services/job/workerjob.h"

#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

using PrintsByHash = QHash<QString, Fingerprint>;

PrintsByHash printsOf(const std::optional<Sighting> &known)
{
    PrintsByHash prints;
    if (!known)
        return prints;
    for (const ServedPhoto &photo : known->served) {
        if (photo.print)
            prints.insert(photo.photo.sha256, *photo.print);
    }
    return prints;
}

StoreSight sightOf(const std::optional<Sighting> &known)
{
    if (!known)
        return {};
    const bool hasBytes = std::ranges::none_of(
        known->served, [](const ServedPhoto &photo) { return photo.photo.bytes.isEmpty(); });
    if (!hasBytes) // what cannot be shown must be sent again
        return {};
    return {known->served, known->changed, known->signs, known->tag, {}};
}

QList<ServedPhoto> allRecognised(QList<ServedPhoto> photos, const PrintsByHash &known, std::stop_token stop)
{
    for (ServedPhoto &photo : photos) {
        const auto print = known.constFind(photo.photo.sha256);
        if (print != known.cend())
            photo.print = *print;
        else
            photo = recognised(photo, stop);
    }
    return photos;
}

} // namespace

ServedPhoto recognised(const ServedPhoto &photo, std::stop_token stop)
{
    ServedPhoto result = photo;
    if (const Result<Fingerprint> print = fingerprintOf(photo.photo, stop))
        result.print = *print;
    if (result.print && result.photo.pixels.isEmpty()) {
        if (const Result<Picture> picture = openPicture(photo.photo.bytes, {}, stop))
            result.photo.pixels = picture->uprightSize();
    }
    return result;
}

LookOne::LookOne(SeenWorkload &workload, QThreadPool &workers, LookOrder order)
    : m_workload(workload)
    , m_workers(workers)
    , m_order(std::move(order))
{
    m_sighting.node = m_order.node;
}

/// Nothing has changed there, by the store's own word, and all that is to be known of it was kept.
bool LookOne::isKnown() const
{
    const std::optional<Sighting> &known = m_order.known;
    return !m_order.mark.isEmpty() && known && known->tag == m_order.mark
        && std::ranges::all_of(known->served,
            [](const ServedPhoto &photo) { return photo.print || !photo.photo.pixels.isEmpty(); });
}

void LookOne::doStart()
{
    if (isKnown()) {
        m_sighting = *m_order.known;
        m_sighting.at = m_order.now();
        if (const QString line = u"not read again: the entry has not changed"_s;
            !m_sighting.evidence.contains(line))
            m_sighting.evidence.append(line);
        return finish(m_sighting);
    }
    if (m_order.brought) {
        m_sighting.at = m_order.brought->at;
        return understand(m_order.brought->sight);
    }
    attempt(m_workload.see(m_order.person, sightOf(m_order.known)), &LookOne::takeAnswer);
}

void LookOne::takeAnswer(const Result<StoreSight> &sight)
{
    m_sighting.at = m_order.now();
    if (sight)
        return understand(*sight);
    if (sight.error().code == Errc::Cancelled)
        return finish(sight.error());
    m_sighting.failed = sight.error();
    finish(m_sighting);
}

void LookOne::understand(const StoreSight &sight)
{
    m_sighting.changed = sight.changed;
    m_sighting.signs = sight.signs;
    m_sighting.tag = sight.tag;
    m_sighting.evidence = sight.evidence;
    const auto isRecognised = [](const ServedPhoto &photo) { return photo.print.has_value(); };
    if (std::ranges::all_of(sight.served, isRecognised))
        return tell(sight.served);
    step(runInWorker<QList<ServedPhoto>>(m_workers,
             [served = sight.served, known = printsOf(m_order.known)](std::stop_token stop)
                 -> Result<QList<ServedPhoto>> { return allRecognised(served, known, stop); }),
        &LookOne::tell);
}

void LookOne::tell(const QList<ServedPhoto> &served)
{
    m_sighting.served = served;
    finish(m_sighting);
}

} // namespace likeness
