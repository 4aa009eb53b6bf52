// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/photo/encodedphoto.h"
#include "services/imaging/ladder.h"
#include "services/job/job.h"

#include <QHash>
#include <QObject>

class QThreadPool;

namespace likeness {

/// Encodes previews in the background so that the ladder can say how many bytes each size takes. While one
/// set is being encoded only the newest of those that follow is kept, so a drag never queues work. Logic
/// thread.
class RenditionSizes final : public QObject
{
    Q_OBJECT
public:
    explicit RenditionSizes(QThreadPool &workers, QObject *parent = nullptr);

    void measure(const QList<Rendition> &renditions);
    void clear();
    bool isMeasuring() const { return m_job != nullptr; }
    /// By edge; those of the last set that was finished.
    const QHash<int, EncodedPhoto> &encoded() const { return m_encoded; }

signals:
    void changed();

private:
    void start();

    QThreadPool &m_workers;
    QList<Rendition> m_next;
    QHash<int, EncodedPhoto> m_encoded;
    JobPtr<QHash<int, EncodedPhoto>> m_job;
};

/// Encodes what `rendering` yields and writes `48.jpg` … `648.jpg` into the folder, each file replaced as a
/// whole or left as it was. Returns the number of files. Errors: those of the rendering, Local.
JobPtr<int> saveLadder(JobPtr<QList<Rendition>> rendering, const QString &folder, QThreadPool &workers);

} // namespace likeness
