// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/previewfeed.h"

#include "services/job/workerjob.h"

using namespace std::chrono_literals;

namespace likeness {
namespace {

constexpr auto restBeforeSharpening = 120ms;

} // namespace

PreviewFeed::PreviewFeed(QThreadPool &workers, QObject *parent)
    : QObject(parent)
    , m_workers(workers)
{
    m_draftThread.setMaxThreadCount(1);
    m_rest.setSingleShot(true);
    m_rest.setInterval(restBeforeSharpening);
    connect(&m_rest, &QTimer::timeout, this, &PreviewFeed::startSharp);
}

PreviewFeed::~PreviewFeed() = default;

void PreviewFeed::setSource(const Picture &picture, const PreviewProxy &proxy, const QList<Rendition> &first)
{
    clear();
    m_source.emplace(Source {picture, proxy});
    m_previews = first;
    emit previewsChanged();
    sharpenAtRest();
}

void PreviewFeed::clear()
{
    m_rest.stop();
    m_draft.reset();
    m_sharp.reset();
    m_source.reset();
    m_recipe = {};
    m_outdated = false;
    m_previews.clear();
}

void PreviewFeed::follow(const PhotoRecipe &recipe)
{
    m_recipe = recipe;
    m_rest.stop();
    m_sharp.reset();
    m_outdated = m_draft != nullptr;
    if (!m_draft && m_source)
        startDraft();
}

void PreviewFeed::startDraft()
{
    m_outdated = false;
    m_draft = runInWorker<QList<Rendition>>(
        m_draftThread, [proxy = m_source->proxy, recipe = m_recipe](std::stop_token) {
            return Result<QList<Rendition>>(proxy.renditions(recipe));
        });
    m_draft->onFinished(this, [this](const Result<QList<Rendition>> &drafted) { takeDraft(drafted); });
    m_draft->start();
}

void PreviewFeed::takeDraft(const Result<QList<Rendition>> &drafted)
{
    if (drafted)
        m_previews = *drafted;
    m_draft.reset();
    if (m_outdated)
        startDraft();
    else
        sharpenAtRest();
    emit previewsChanged();
}

void PreviewFeed::sharpenAtRest()
{
    const double scale = m_source->proxy.scale();
    const int cropEdge = m_recipe.cropIn(m_source->picture.uprightSize()).edge();
    if (scale < 1.0 && cropEdge * scale < PhotoSize::largest().edge())
        m_rest.start();
}

void PreviewFeed::startSharp()
{
    m_sharp = runInWorker<QList<Rendition>>(
        m_workers, [picture = m_source->picture, recipe = m_recipe](std::stop_token stop) {
            return renderedLadder(picture, recipe, {}, std::move(stop));
        });
    m_sharp->onFinished(this, [this](const Result<QList<Rendition>> &sharpened) { takeSharp(sharpened); });
    m_sharp->start();
}

void PreviewFeed::takeSharp(const Result<QList<Rendition>> &sharpened)
{
    const bool better = sharpened.hasValue(); // else the draft stays
    if (better)
        m_previews = *sharpened;
    m_sharp.reset();
    if (better)
        emit previewsChanged();
}

} // namespace likeness
