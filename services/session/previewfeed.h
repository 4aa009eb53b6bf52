// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/imaging/previewproxy.h"
#include "services/job/job.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <optional>

namespace likeness {

/// Keeps nine previews in step with a recipe: drafts from the proxy on a thread of its own, at most one under
/// way and always the newest recipe next; when the recipe rests and the proxy is too coarse for its crop,
/// once more from the source. Owned by a PictureSession, used from the logic thread, which it never blocks.
class PreviewFeed final : public QObject
{
    Q_OBJECT
public:
    explicit PreviewFeed(QThreadPool &workers, QObject *parent = nullptr);
    ~PreviewFeed() override;

    void setSource(const Picture &picture, const PreviewProxy &proxy, const QList<Rendition> &first);
    void clear();
    void follow(const PhotoRecipe &recipe);

    const QList<Rendition> &previews() const { return m_previews; }
    /// Whether the previews show the newest recipe as well as they ever will.
    bool isSettled() const { return !m_draft && !m_sharp && !m_rest.isActive(); }

signals:
    void previewsChanged();

private:
    struct Source
    {
        Picture picture;
        PreviewProxy proxy;
    };

    void startDraft();
    void takeDraft(const Result<QList<Rendition>> &drafted);
    void sharpenAtRest();
    void startSharp();
    void takeSharp(const Result<QList<Rendition>> &sharpened);

    QThreadPool &m_workers;
    QThreadPool m_draftThread;
    QTimer m_rest;
    std::optional<Source> m_source;
    PhotoRecipe m_recipe;
    bool m_outdated = false; ///< the draft under way is of an older recipe
    QList<Rendition> m_previews;
    JobPtr<QList<Rendition>> m_draft;
    JobPtr<QList<Rendition>> m_sharp;
};

} // namespace likeness
