// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/upload/uploadplan.h"

#include <algorithm>

namespace likeness {

namespace {

/// Exchange's save puts a small photo into the directory, so it goes first and the directories go last.
int placeInOrder(Workload workload)
{
    switch (workload) {
    case Workload::Exchange:
        return 0;
    case Workload::SharePoint:
    case Workload::Microsoft365:
        return 1;
    case Workload::Folder:
        return 2;
    case Workload::Ldap:
    case Workload::ActiveDirectory:
        return 3;
    case Workload::WebAddress: // never written
        return 4;
    }
    Q_UNREACHABLE();
}

bool isTooLarge(const StoreOffer &offer)
{
    return offer.planned && offer.byteLimit > 0 && offer.planned->bytes.size() > offer.byteLimit;
}

/// `exchangeSaves`: what the directory holds now will be gone when its turn comes.
bool isThere(const StoreOffer &offer, bool exchangeSaves)
{
    if (exchangeSaves && offer.store.workload == Workload::ActiveDirectory)
        return false;
    return offer.currentKnown && offer.planned && (offer.current == offer.planned || offer.showsPlanned);
}

QList<PlanWarning> warningsFor(const StoreOffer &offer, int cropEdge, bool exchangeSaves)
{
    QList<PlanWarning> warnings;
    if (offer.readOnly)
        warnings.append(PlanWarning::ReadOnlyStore);
    else if (cropEdge > 0 && cropEdge < offer.writes.edge())
        warnings.append(PlanWarning::CropEnlarged);
    if (offer.forbidden)
        warnings.append(PlanWarning::ForbiddenByPolicy);
    else if (offer.right == WriteRight::No && !offer.readOnly)
        warnings.append(PlanWarning::CannotWrite);
    if (offer.unreadable)
        warnings.append(PlanWarning::StoreUnreachable);
    if (isThere(offer, exchangeSaves))
        warnings.append(PlanWarning::AlreadyThere);
    if (!offer.readOnly && (offer.unplannable || isTooLarge(offer)))
        warnings.append(PlanWarning::NothingFits);
    return warnings;
}

bool isWritten(const StoreOffer &offer, bool exchangeSaves)
{
    return offer.chosen && !offer.forbidden && !offer.readOnly && offer.right != WriteRight::No
        && offer.currentKnown && !offer.unreadable && offer.planned && !isTooLarge(offer)
        && !isThere(offer, exchangeSaves);
}

} // namespace

bool isAsLarge(const EncodedPhoto &held, const EncodedPhoto &given)
{
    return held.pixels.width() * 5 >= given.pixels.width() * 4;
}

bool isWrittenBefore(const StoreId &a, const StoreId &b)
{
    return placeInOrder(a.workload) < placeInOrder(b.workload);
}

UploadPlan planUpload(const QList<StoreOffer> &offers, int cropEdge)
{
    QList<StoreOffer> ordered = offers;
    std::stable_sort(ordered.begin(), ordered.end(),
        [](const StoreOffer &a, const StoreOffer &b) { return isWrittenBefore(a.store, b.store); });
    const bool exchangeSaves = std::ranges::any_of(ordered, [](const StoreOffer &offer) {
        return offer.store.workload == Workload::Exchange && isWritten(offer, false);
    });
    UploadPlan plan;
    int number = 0;
    for (const StoreOffer &offer : std::as_const(ordered)) {
        PlanStep step {
            offer.store, 0, isWritten(offer, exchangeSaves), warningsFor(offer, cropEdge, exchangeSaves)};
        if (step.writes)
            step.number = ++number;
        plan.steps.append(step);
    }
    return plan;
}

} // namespace likeness
