// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/gallery/gallery.h"
#include "tests/ui/photo/portrait.h"
#include "ui/photo/cropcanvas.h"
#include "ui/photo/cropeditor.h"
#include "ui/photo/laddergallery.h"
#include "ui/photo/ladderview.h"
#include "ui/photo/photocover.h"
#include "ui/photo/planview.h"
#include "ui/photo/upscaleview.h"

#include <QHBoxLayout>

namespace likeness {

namespace {

constexpr QSize galleryPicture(1512, 2016);

EncodedPhoto galleryPhoto(int edge, const QColor &wall)
{
    return EncodedPhoto::of(encodedAs(drawnPortrait({edge, edge}, wall), "JPEG"), {edge, edge});
}

StoreOffer galleryOffer(Workload workload, const QString &title, int edge)
{
    StoreOffer offer;
    offer.store = {workload, title};
    offer.title = title;
    offer.writes = *PhotoSize::of(edge);
    offer.byteBudget = edge < 100 ? 10 * 1024 : 100 * 1024;
    offer.currentKnown = true;
    offer.current = galleryPhoto(64, QColor(0x7a, 0x9a, 0x7a));
    offer.planned = galleryPhoto(edge, QColor(0xc9, 0xc2, 0xb4));
    offer.plannedQuality = 92;
    return offer;
}

QList<StoreOffer> galleryOffers()
{
    QList<StoreOffer> offers {galleryOffer(Workload::Exchange, QStringLiteral("Exchange mailbox"), 648),
        galleryOffer(Workload::Folder, QStringLiteral("Photo folder"), 648),
        galleryOffer(Workload::ActiveDirectory, QStringLiteral("Active Directory"), 96)};
    offers[1].current.reset();
    StoreOffer web = galleryOffer(
        Workload::WebAddress, QStringLiteral("Public pictures of the Düsseldorf subsidiary"), 96);
    web.readOnly = true;
    web.right = WriteRight::No;
    web.byteLimit = 30 * 1024;
    web.place = QStringLiteral("https://photos.example.org/people/ada.reyes-of-duesseldorf@example.org.jpg");
    offers.append(web);
    return offers;
}

UploadPlan galleryPlan(const QList<StoreOffer> &offers)
{
    UploadPlan plan;
    int number = 0;
    for (const StoreOffer &offer : offers)
        plan.steps.append(offer.readOnly ? PlanStep {offer.store, 0, false, {PlanWarning::ReadOnlyStore}}
                                         : PlanStep {offer.store, ++number, true, {}});
    return plan;
}

CropEditor *galleryEditor(Theme &theme, const PhotoRecipe &recipe)
{
    auto *editor = new CropEditor(theme);
    editor->setPicture(drawnPortrait(galleryPicture), galleryPicture * 2,
        QStringLiteral("portrait.jpg · 3024 × 4032 · Display P3 → sRGB"));
    editor->setRecipe(recipe);
    return editor;
}

PlanView *galleryPlanView(Theme &theme)
{
    auto *plan = new PlanView(theme);
    plan->setHasPicture(true);
    plan->setPlan(galleryOffers(), galleryPlan(galleryOffers()), 1812);
    return plan;
}

/// The four parts beside each other as the page places them, from values.
std::unique_ptr<QWidget> laidOut(Theme &theme, QWidget *stage, PlanView *plan, bool withPicture)
{
    auto page = std::make_unique<QWidget>();
    auto *ladder = new LadderView(theme);
    auto *upscale = new UpscaleView(theme);
    if (withPicture) {
        const QImage square = drawnPortrait(galleryPicture).copy(206, 156, 1100, 1100);
        const QList<Rendition> renditions = plainLadder(square);
        ladder->setRenditions(renditions);
        ladder->setBytes({{48, 2970}, {64, 4200}, {96, 8500}, {120, 6350}, {240, 17900}, {360, 33000},
            {432, 45500}, {504, 59800}, {648, 94300}});
        ladder->setLegibility(legibilityOf(renditions.constLast().pixels, 0.5));
        upscale->setRenditions(renditions);
    }
    ladder->setFixedHeight(242);
    upscale->setFixedHeight(312);
    auto *row = new QHBoxLayout(page.get());
    row->setContentsMargins(24, 16, 24, 16);
    row->setSpacing(16);
    auto *left = new QVBoxLayout;
    left->setSpacing(16);
    left->addWidget(stage, 1);
    left->addWidget(ladder);
    auto *right = new QVBoxLayout;
    right->setSpacing(16);
    right->addWidget(upscale);
    right->addWidget(plan, 1);
    row->addLayout(left, 2);
    row->addLayout(right, 1);
    return page;
}

std::unique_ptr<QWidget> photoScreen(Theme &theme)
{
    const PhotoRecipe recipe = PhotoRecipe().cropped(QRect(412, 312, 2200, 2200), galleryPicture * 2);
    return laidOut(theme, galleryEditor(theme, recipe), galleryPlanView(theme), true);
}

std::unique_ptr<QWidget> smallCropScreen(Theme &theme)
{
    const PhotoRecipe recipe = PhotoRecipe()
                                   .straightened(-4.5, galleryPicture * 2)
                                   .cropped(QRect(1200, 1000, 463, 463), galleryPicture * 2);
    auto *plan = galleryPlanView(theme);
    StoreProgress done;
    done.stage = StoreProgress::Stage::Done;
    plan->setProgress(galleryOffers().at(0).store, done);
    StoreProgress writing;
    writing.stage = StoreProgress::Stage::Writing;
    plan->setProgress(galleryOffers().at(1).store, writing);
    plan->setRunning(true);
    return laidOut(theme, galleryEditor(theme, recipe), plan, true);
}

std::unique_ptr<QWidget> conflictScreen(Theme &theme)
{
    auto *plan = galleryPlanView(theme);
    StoreProgress failed;
    failed.stage = StoreProgress::Stage::Failed;
    failed.error = Error {Errc::PasswordExpired};
    plan->setProgress(galleryOffers().at(0).store, failed);
    StoreProgress conflict;
    conflict.stage = StoreProgress::Stage::Conflicted;
    conflict.error = Error {Errc::Conflict};
    conflict.found = galleryPhoto(96, QColor(0x55, 0x77, 0x99));
    plan->setProgress(galleryOffers().at(2).store, conflict);
    return laidOut(theme, galleryEditor(theme, {}), plan, true);
}

/// With the store that is only read first, so that it is seen whole.
std::unique_ptr<QWidget> readOnlyScreen(Theme &theme)
{
    auto *plan = new PlanView(theme);
    plan->setHasPicture(true);
    const QList<StoreOffer> offers {galleryOffers().constLast(), galleryOffers().constFirst()};
    plan->setPlan(offers, galleryPlan(offers), 1812);
    return laidOut(theme, galleryEditor(theme, {}), plan, true);
}

std::unique_ptr<QWidget> emptyScreen(Theme &theme)
{
    auto *editor = new CropEditor(theme);
    auto *cover = new PhotoCover(theme);
    cover->setRecentFiles({QStringLiteral("portrait.jpg"), QStringLiteral("holiday.heic")});
    editor->setCover(cover);
    auto *plan = galleryPlanView(theme);
    plan->setHasPicture(false);
    return laidOut(theme, editor, plan, false);
}

std::unique_ptr<QWidget> allSizesScreen(Theme &theme)
{
    auto *gallery = new LadderGallery(theme);
    gallery->setRenditions(plainLadder(drawnPortrait(galleryPicture).copy(206, 156, 1100, 1100)));
    gallery->setBytes({{48, 2970}, {64, 4200}, {96, 8500}, {120, 6350}, {240, 17900}});
    gallery->showSize(std::nullopt);
    return laidOut(theme, gallery, galleryPlanView(theme), true);
}

} // namespace

QList<GalleryScreen> photoScreens()
{
    return {{QStringLiteral("photo"), photoScreen}, {QStringLiteral("photo-uploading"), smallCropScreen},
        {QStringLiteral("photo-conflict"), conflictScreen}, {QStringLiteral("photo-empty"), emptyScreen},
        {QStringLiteral("photo-sizes"), allSizesScreen}, {QStringLiteral("photo-read-only"), readOnlyScreen}};
}

} // namespace likeness
