// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/upload/uploadplan.h"
#include "services/imaging/encoder.h"
#include "services/imaging/ladder.h"
#include "services/session/organisation.h"

#include <QObject>
#include <vector>

class QThreadPool;

namespace likeness {

/// What each store of an organisation holds, allows and would be given, for one person and one photo, kept up
/// to date by asking and encoding side by side. Part of UploadSession, logic thread.
class StoreOffers final : public QObject
{
    Q_OBJECT
public:
    StoreOffers(Organisation &organisation, QThreadPool &workers);

    const QList<StoreOffer> &all() const { return m_offers; }
    const StoreOffer *find(const StoreId &store) const;
    bool isBusy() const;

    /// Nothing is known any more; answers under way are dropped.
    void forget();
    void ask(const PersonKeys &person);
    void ask(const StoreId &store, const PersonKeys &person);
    void setRenditions(const QList<Rendition> &renditions);
    void choose(const StoreId &store, bool chosen);
    /// What was just read elsewhere.
    void setCurrent(const StoreId &store, const ExpectedPhoto &current);

signals:
    void changed();

private:
    struct Lane
    {
        PhotoStore *store;
        JobPtr<std::optional<StoredPhoto>> reading {};
        JobPtr<Done> permitting {};
        JobPtr<WriteRight> asking {};
        JobPtr<EncodedRendition> encoding {};
        JobPtr<bool> comparing {};
    };

    int indexOf(const StoreId &store) const;
    void askLane(int index, const PersonKeys &person);
    void askRight(int index, const PersonKeys &person);
    void takePermit(int index, const PersonKeys &person, const Result<Done> &permit);
    void encodeLane(int index, const QList<Rendition> &renditions);
    void takeCurrent(int index, const Result<std::optional<StoredPhoto>> &result);
    void takePlanned(int index, const Result<EncodedRendition> &result);
    void compareLane(int index);
    Lane &lane(int index) { return m_lanes[static_cast<std::size_t>(index)]; }

    Organisation &m_organisation;
    QThreadPool &m_workers;
    QList<StoreOffer> m_offers;
    std::vector<Lane> m_lanes; // one for each offer
};

} // namespace likeness
