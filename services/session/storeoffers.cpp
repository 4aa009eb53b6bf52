// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/storeoffers.h"

#include "services/imaging/samepicture.h"
#include "services/job/workerjob.h"

#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

StoreOffers::StoreOffers(Organisation &organisation, QThreadPool &workers)
    : m_organisation(organisation)
    , m_workers(workers)
{
    for (const auto &store : organisation.stores) {
        const StoreTraits &traits = store->traits();
        StoreOffer offer;
        offer.store = store->id();
        offer.title = traits.title;
        offer.writes = traits.writes;
        offer.byteBudget = traits.byteBudget;
        offer.byteLimit = traits.byteLimit;
        offer.readOnly = traits.readOnly;
        m_offers.append(offer);
        m_lanes.push_back({store.get()});
    }
}

const StoreOffer *StoreOffers::find(const StoreId &store) const
{
    const int index = indexOf(store);
    return index < 0 ? nullptr : &m_offers.at(index);
}

bool StoreOffers::isBusy() const
{
    return std::any_of(m_lanes.begin(), m_lanes.end(), [](const Lane &lane) {
        return lane.reading || lane.permitting || lane.asking || lane.encoding || lane.comparing;
    });
}

void StoreOffers::forget()
{
    for (Lane &each : m_lanes) {
        each.reading.reset();
        each.permitting.reset();
        each.asking.reset();
        each.comparing.reset();
    }
    for (StoreOffer &offer : m_offers) {
        offer.right = WriteRight::Unknown;
        offer.forbidden.reset();
        offer.currentKnown = false;
        offer.current.reset();
        offer.showsPlanned = false;
        offer.unreadable.reset();
        offer.place.clear();
        offer.chosen = true;
    }
    emit changed();
}

void StoreOffers::ask(const PersonKeys &person)
{
    for (int i = 0; i < m_offers.size(); ++i)
        askLane(i, person);
    emit changed();
}

void StoreOffers::ask(const StoreId &store, const PersonKeys &person)
{
    const int index = indexOf(store);
    if (index < 0)
        return;
    askLane(index, person);
    emit changed();
}

void StoreOffers::setRenditions(const QList<Rendition> &renditions)
{
    for (int i = 0; i < m_offers.size(); ++i)
        encodeLane(i, renditions);
    emit changed();
}

void StoreOffers::choose(const StoreId &store, bool chosen)
{
    const int index = indexOf(store);
    if (index < 0 || m_offers.at(index).chosen == chosen)
        return;
    m_offers[index].chosen = chosen;
    emit changed();
}

void StoreOffers::setCurrent(const StoreId &store, const ExpectedPhoto &current)
{
    const int index = indexOf(store);
    if (index < 0)
        return;
    StoreOffer &offer = m_offers[index];
    offer.current = current;
    offer.currentKnown = true;
    offer.unreadable.reset();
    compareLane(index);
    emit changed();
}

int StoreOffers::indexOf(const StoreId &store) const
{
    const auto found = std::find_if(
        m_offers.begin(), m_offers.end(), [&store](const StoreOffer &offer) { return offer.store == store; });
    return found == m_offers.end() ? -1 : static_cast<int>(found - m_offers.begin());
}

void StoreOffers::askLane(int index, const PersonKeys &person)
{
    Lane &asked = lane(index);
    StoreOffer &offer = m_offers[index];
    offer.currentKnown = false;
    offer.unreadable.reset();
    offer.place = asked.store->handoverPlace(person);
    asked.reading = asked.store->read(person);
    asked.reading->onFinished(this, [this, index](const auto &result) { takeCurrent(index, result); });
    asked.reading->start();

    asked.asking.reset();
    asked.permitting = asked.store->permits(person, QSize(offer.writes.edge(), offer.writes.edge()));
    asked.permitting->onFinished(
        this, [this, index, person](const Result<Done> &permit) { takePermit(index, person, permit); });
    asked.permitting->start();
}

/// What the organisation forbids need not be asked of the server.
void StoreOffers::takePermit(int index, const PersonKeys &person, const Result<Done> &permit)
{
    StoreOffer &offer = m_offers[index];
    offer.forbidden = permit ? std::nullopt : std::optional(permit.error());
    offer.right = permit ? offer.right : WriteRight::No;
    if (permit)
        askRight(index, person);
    lane(index).permitting.reset();
    emit changed();
}

void StoreOffers::askRight(int index, const PersonKeys &person)
{
    Lane &asked = lane(index);
    StoreOffer &offer = m_offers[index];
    if (asked.store->traits().ownPhotoOnly && person.key != m_organisation.me) {
        offer.right = WriteRight::No;
        return;
    }
    asked.asking = asked.store->mayWrite(person);
    asked.asking->onFinished(this, [this, index](const Result<WriteRight> &right) {
        m_offers[index].right = right ? *right : WriteRight::Unknown;
        lane(index).asking.reset();
        emit changed();
    });
    asked.asking->start();
}

void StoreOffers::takeCurrent(int index, const Result<std::optional<StoredPhoto>> &result)
{
    StoreOffer &offer = m_offers[index];
    offer.currentKnown = result.hasValue();
    offer.current.reset();
    if (!result)
        offer.unreadable = result.error();
    else if (*result)
        offer.current = (*result)->photo;
    lane(index).reading.reset();
    compareLane(index);
    emit changed();
}

void StoreOffers::encodeLane(int index, const QList<Rendition> &renditions)
{
    StoreOffer &offer = m_offers[index];
    offer.planned.reset();
    offer.plannedQuality = 0;
    offer.unplannable.reset();
    lane(index).encoding.reset();
    compareLane(index);
    if (renditions.isEmpty())
        return;
    const auto rendition = std::find_if(renditions.begin(), renditions.end(),
        [&offer](const Rendition &each) { return each.size == offer.writes; });
    if (rendition == renditions.end()) {
        offer.unplannable
            = Error {Errc::BadInput, u"No rendition of %1 pixels was made"_s.arg(offer.writes.edge())};
        return;
    }
    const qsizetype budget = offer.byteBudget > 0 ? offer.byteBudget : offer.byteLimit;
    const EncodeSettings settings = EncodeSettings::forEdge(offer.writes.edge(), budget);
    lane(index).encoding = runInWorker<EncodedRendition>(m_workers,
        [pixels = rendition->pixels, settings](std::stop_token) { return encodeWithin(pixels, settings); });
    lane(index).encoding->onFinished(this, [this, index](const auto &result) { takePlanned(index, result); });
    lane(index).encoding->start();
}

void StoreOffers::takePlanned(int index, const Result<EncodedRendition> &result)
{
    StoreOffer &offer = m_offers[index];
    if (result) {
        offer.planned = result->photo;
        offer.plannedQuality = result->quality;
    } else {
        offer.unplannable = result.error();
    }
    lane(index).encoding.reset();
    compareLane(index);
    emit changed();
}

/// Whether a store that makes its own file shows the planned photo already.
void StoreOffers::compareLane(int index)
{
    StoreOffer &offer = m_offers[index];
    Lane &compared = lane(index);
    offer.showsPlanned = false;
    compared.comparing.reset();
    const bool comparable = offer.current && offer.planned && isAsLarge(*offer.current, *offer.planned);
    if (compared.store->traits().keepsBytes || !comparable)
        return;
    compared.comparing = runInWorker<bool>(
        m_workers, [a = *offer.current, b = *offer.planned](std::stop_token) -> Result<bool> {
            return samePicture(a, b);
        });
    compared.comparing->onFinished(this, [this, index](const Result<bool> &same) {
        m_offers[index].showsPlanned = same && *same;
        lane(index).comparing.reset();
        emit changed();
    });
    compared.comparing->start();
}

} // namespace likeness
