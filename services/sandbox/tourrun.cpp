// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/tourrun.h"

#include "services/job/workerjob.h"
#include "services/sandbox/portraitpainter.h"
#include "services/sandbox/sandbox.h"

#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr int portraitEdge = 1200;
const QString sharePointInstance = u"sharepoint"_s;

Result<QList<Rendition>> paintedLadder(const PortraitLook &look)
{
    QList<Rendition> renditions;
    for (auto edge = PhotoSize::ladder.rbegin(); edge != PhotoSize::ladder.rend(); ++edge)
        renditions.append({*PhotoSize::of(*edge),
            paintedPortrait(look, {QSize(*edge, *edge)}).convertToFormat(QImage::Format_RGBX8888)});
    return renditions;
}

void moveSharePoint(Organisation &organisation, bool online)
{
    const SyncNode here = online ? SyncNode::SharePointOnline : SyncNode::SharePoint;
    organisation.sync.present -= {SyncNode::SharePoint, SyncNode::SharePointOnline};
    organisation.sync.present += here;
    organisation.nodes.insert(sharePointInstance, here);
}

void setWorldOnline(SandboxWorld &world, bool online)
{
    SandboxSettings settings = world.settings();
    settings.sharePoint
        = online ? SandboxSettings::SharePoint::Online : SandboxSettings::SharePoint::Server2019;
    world.setSettings(settings);
}

} // namespace

TourRun::TourRun(const House &house, Tour tour, const Person &person, QObject *parent)
    : QObject(parent)
    , m_house(house)
    , m_tour(std::move(tour))
    , m_person(person)
    , m_usual(house.organisation.sync)
{
    SyncSettings &sync = m_house.organisation.sync;
    sync.sharePointPulls = m_tour.sharePointPulls;
    sync.profileExport = m_tour.profileExport;
    if (m_tour.sharePointOnline) {
        moveSharePoint(m_house.organisation, true);
        setWorldOnline(*m_house.sandbox.world(), true);
    }
    m_house.upload.setPerson(m_person);
    m_house.board.setPerson(m_person);
}

TourRun::~TourRun()
{
    if (m_tour.sharePointOnline) {
        moveSharePoint(m_house.organisation, false);
        setWorldOnline(*m_house.sandbox.world(), false);
    }
    m_house.organisation.sync = m_usual;
}

void TourRun::next()
{
    if (m_busy || isOver())
        return;
    m_busy = true;
    ++m_step;
    act(m_tour.steps[m_step]);
}

void TourRun::act(const TourStep &step)
{
    SandboxEvents &events = *m_house.sandbox.events();
    const QString key = m_person.keys.key;
    switch (step.action) {
    case TourAction::Look:
        return look();
    case TourAction::Upload:
        return paint();
    case TourAction::Advance:
        return run(events.advance(step.by));
    case TourAction::OpenProfile:
        return run(events.openProfile(key));
    case TourAction::DeleteInOutlook:
        return run(events.deleteInOutlook(key));
    case TourAction::ClearRecord:
        return run(events.clearRecord(key));
    case TourAction::ExportProfile:
        return run(events.exportProfile(key));
    case TourAction::StopExport:
        m_house.organisation.sync.profileExport = false;
        return look();
    }
}

void TourRun::run(JobPtr<Done> event)
{
    m_event = std::move(event);
    m_event->onFinished(this, [this](const Result<Done> &done) {
        if (done)
            look();
        else
            end(done);
    });
    m_event->start();
}

void TourRun::paint()
{
    m_painting = runInWorker<QList<Rendition>>(
        m_house.workers, [look = lookOf(m_tour.portrait)](std::stop_token) { return paintedLadder(look); });
    m_painting->onFinished(this, [this](const Result<QList<Rendition>> &painted) {
        if (!painted)
            return end(painted.error());
        m_house.upload.setRenditions(*painted, portraitEdge);
        m_house.upload.refresh();
        plan();
    });
    m_painting->start();
}

/// Until all stores have answered and each has its rendition.
void TourRun::plan()
{
    m_waiting = std::make_unique<QObject>();
    connect(
        &m_house.upload, &UploadSession::offersChanged, m_waiting.get(),
        [this] {
            if (!m_house.upload.isPlanning())
                write();
        },
        Qt::QueuedConnection);
}

void TourRun::write()
{
    m_waiting = std::make_unique<QObject>();
    const QStringList &stores = m_tour.steps[m_step].stores;
    for (const StoreOffer &offer : m_house.upload.offers())
        m_house.upload.choose(offer.store, stores.contains(offer.store.instance));
    connect(
        &m_house.upload, &UploadSession::finished, m_waiting.get(), [this] { judgeWrites(); },
        Qt::QueuedConnection);
    m_house.upload.upload();
    if (!m_house.upload.isRunning()) // there is nothing to write
        judgeWrites();
}

void TourRun::judgeWrites()
{
    m_waiting.reset();
    for (const QString &instance : m_tour.steps[m_step].stores) {
        const PhotoStore *store = m_house.organisation.store(instance);
        const StoreProgress progress = store ? m_house.upload.progress(store->id()) : StoreProgress {};
        if (progress.error)
            return end(*progress.error);
    }
    look();
}

void TourRun::look()
{
    m_waiting = std::make_unique<QObject>();
    connect(
        &m_house.board, &BoardSession::refreshed, m_waiting.get(), [this] { end(Done {}); },
        Qt::QueuedConnection);
    m_house.board.lookAnew();
}

void TourRun::end(const Result<Done> &done)
{
    m_waiting.reset();
    m_busy = false;
    emit stepped(done);
}

QStringList unmetBy(const SyncBoard &board, const TourStep &step)
{
    QStringList unmet;
    for (const QString &line : step.expects) {
        const auto node = syncNodeOf(line.section(u' ', 0, 0));
        const Finding *finding = node ? board.at(*node) : nullptr;
        const QString found = finding ? QString(idOf(finding->node) + u' ' + nameOf(finding->state) + u' '
                                  + nameOf(finding->cause) + u' ' + finding->rule)
                                            .trimmed()
                                      : u"nothing"_s;
        if (found != line && !found.startsWith(line + u' '))
            unmet.append(line + u", found: "_s + found);
    }
    return unmet;
}

} // namespace likeness
