// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/tours.h"

namespace likeness {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString intoExchange = u"exchange"_s;
const QString intoDirectory = u"ad"_s;

TourStep uploadStep(const QString &id, const QStringList &stores, SyncNode shows, const QStringList &expects)
{
    return {id, TourAction::Upload, stores, 0h, shows, expects};
}

TourStep tourStep(const QString &id, TourAction action, SyncNode shows, const QStringList &expects)
{
    return {id, action, {}, 0h, shows, expects};
}

TourStep waitStep(const QString &id, std::chrono::hours by, SyncNode shows, const QStringList &expects)
{
    return {id, TourAction::Advance, {}, by, shows, expects};
}

Tour ownVisit()
{
    using enum SyncNode;
    Tour tour {u"own-visit"_s, u"ada.reyes"_s, u"noor.haddad"_s};
    tour.steps = {
        tourStep(u"own-visit-before"_s, TourAction::Look, SharePoint, {u"sp13 in-step same-picture"_s}),
        uploadStep(u"own-visit-upload"_s, {intoExchange, intoDirectory}, SharePoint,
            {u"exop in-step reference"_s, u"ad in-step same-picture"_s, u"m365 pending on-its-way E06"_s,
                u"sp13 stale never-asked F08"_s}),
        waitStep(u"own-visit-day"_s, 24h, SharePoint,
            {u"sp13 stale never-asked F08"_s, u"m365 reduced too-small"_s}),
        tourStep(u"own-visit-visit"_s, TourAction::OpenProfile, SharePoint, {u"sp13 in-step same-picture"_s}),
    };
    return tour;
}

Tour removed()
{
    using enum SyncNode;
    Tour tour {u"removed"_s, u"dmitri.volkov"_s, u"bo.lind"_s};
    tour.steps = {
        tourStep(u"removed-delete"_s, TourAction::DeleteInOutlook, Exchange,
            {u"exop missing"_s, u"ad no-flow"_s}), // whether on purpose nobody can see yet
        uploadStep(u"removed-directory"_s, {intoDirectory}, Exchange,
            {u"exop removed-on-purpose tombstone F01"_s, u"ad in-step reference"_s,
                u"owa removed-on-purpose follows F01"_s}),
        tourStep(u"removed-clear"_s, TourAction::ClearRecord, ActiveDirectory, {u"ad missing"_s}),
        uploadStep(u"removed-write-back"_s, {intoDirectory}, Exchange,
            {u"ad in-step"_s, u"exop reduced too-small"_s}),
        uploadStep(u"removed-upload"_s, {intoExchange, intoDirectory}, Exchange,
            {u"exop in-step reference"_s, u"ad in-step same-picture"_s}),
    };
    return tour;
}

Tour blurred()
{
    using enum SyncNode;
    Tour tour {u"blurred"_s, u"kenji.sato"_s, u"ines.munoz"_s};
    tour.steps = {
        tourStep(u"blurred-before"_s, TourAction::Look, SkypeForBusiness,
            {u"sfb reduced too-small"_s, u"exop reduced too-small"_s}),
        uploadStep(u"blurred-upload"_s, {intoExchange, intoDirectory}, SkypeForBusiness,
            {u"exop in-step reference"_s, u"sfb in-step follows"_s}),
    };
    return tour;
}

Tour hybrid()
{
    using enum SyncNode;
    Tour tour {u"hybrid"_s, u"sean.obrien"_s, u"mary-jane"_s};
    tour.sharePointOnline = true;
    tour.steps = {
        uploadStep(
            u"hybrid-upload"_s, {intoExchange, intoDirectory}, Exchange, {u"exop in-step reference"_s}),
        waitStep(u"hybrid-hour"_s, 1h, SharePointOnline,
            {u"m365 reduced too-small"_s, u"spo pending on-its-way E14"_s}),
        waitStep(u"hybrid-days"_s, 96h, SharePointOnline, {u"spo missing"_s}),
        uploadStep(u"hybrid-cloud"_s, {u"m365"_s}, Microsoft365, {u"m365 in-step same-picture"_s}),
        tourStep(u"hybrid-visit"_s, TourAction::OpenProfile, SharePointOnline, {u"spo in-step"_s}),
    };
    return tour;
}

Tour twoWriters()
{
    using enum SyncNode;
    Tour tour {u"two-writers"_s, u"ines.munoz"_s, u"kenji.sato"_s};
    tour.sharePointPulls = false;
    tour.profileExport = true;
    tour.steps = {
        uploadStep(u"two-writers-upload"_s, {intoExchange, intoDirectory}, ActiveDirectory,
            {u"ad in-step same-picture"_s}),
        tourStep(u"two-writers-export"_s, TourAction::ExportProfile, ActiveDirectory, {u"ad stale"_s}),
        uploadStep(u"two-writers-again"_s, {intoDirectory}, ActiveDirectory, {u"ad in-step"_s}),
        tourStep(u"two-writers-reverted"_s, TourAction::ExportProfile, ActiveDirectory,
            {u"ad different two-writers F14"_s}),
        tourStep(u"two-writers-stop"_s, TourAction::StopExport, ActiveDirectory, {u"ad different"_s}),
        uploadStep(
            u"two-writers-cure"_s, {intoDirectory}, ActiveDirectory, {u"ad in-step two-writers F14"_s}),
    };
    return tour;
}

Tour exportWasOff()
{
    using enum SyncNode;
    Tour tour {u"export-off"_s, u"lukasz.zak"_s, u"ada.reyes"_s};
    tour.sharePointPulls = false;
    tour.profileExport = true;
    tour.steps = {
        uploadStep(
            u"export-off-upload"_s, {u"sharepoint"_s}, ActiveDirectory, {u"ad pending on-its-way E12"_s}),
        waitStep(u"export-off-days"_s, 48h, ActiveDirectory, {u"ad missing overdue E12"_s}),
        tourStep(u"export-off-save"_s, TourAction::ExportProfile, ActiveDirectory, {u"ad in-step"_s}),
    };
    return tour;
}

} // namespace

QList<Tour> sandboxTours()
{
    return {ownVisit(), removed(), blurred(), hybrid(), twoWriters(), exportWasOff()};
}

} // namespace likeness
