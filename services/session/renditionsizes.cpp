// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/renditionsizes.h"

#include "services/imaging/encoder.h"
#include "services/job/workerjob.h"

#include <QDir>
#include <QSaveFile>

namespace likeness {

namespace {

using EncodedLadder = QHash<int, EncodedPhoto>;

Result<EncodedLadder> encodedLadder(const QList<Rendition> &renditions, const std::stop_token &stop)
{
    EncodedLadder result;
    for (const Rendition &rendition : renditions) {
        if (stop.stop_requested())
            return Error {Errc::Cancelled};
        const int edge = rendition.size.edge();
        const Result<EncodedRendition> encoded
            = encodeWithin(rendition.pixels, EncodeSettings::forEdge(edge));
        if (!encoded)
            return encoded.error();
        result.insert(edge, encoded->photo);
    }
    return result;
}

Result<int> writtenLadder(const EncodedLadder &ladder, const QString &folder)
{
    for (auto photo = ladder.begin(); photo != ladder.end(); ++photo) {
        QSaveFile file(QDir(folder).filePath(QStringLiteral("%1.jpg").arg(photo.key())));
        const QByteArray &bytes = photo.value().bytes;
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
            return Error {Errc::Local, QStringLiteral("%1: %2").arg(file.fileName(), file.errorString())};
    }
    return static_cast<int>(ladder.size());
}

class SaveLadderJob final : public JobOf<int>
{
public:
    SaveLadderJob(JobPtr<QList<Rendition>> rendering, const QString &folder, QThreadPool &workers)
        : m_rendering(std::move(rendering))
        , m_folder(folder)
        , m_workers(workers)
    {
    }

private:
    void doStart() override { step(std::move(m_rendering), &SaveLadderJob::write); }
    void write(const QList<Rendition> &renditions)
    {
        auto work = [renditions, folder = m_folder](const std::stop_token &stop) -> Result<int> {
            return encodedLadder(renditions, stop).andThen([&](const EncodedLadder &ladder) {
                return writtenLadder(ladder, folder);
            });
        };
        step(runInWorker<int>(m_workers, work), &SaveLadderJob::written);
    }
    void written(const int &files) { finish(files); }

    JobPtr<QList<Rendition>> m_rendering;
    QString m_folder;
    QThreadPool &m_workers;
};

} // namespace

RenditionSizes::RenditionSizes(QThreadPool &workers, QObject *parent)
    : QObject(parent)
    , m_workers(workers)
{
}

void RenditionSizes::measure(const QList<Rendition> &renditions)
{
    m_next = renditions;
    if (!m_job)
        start();
}

void RenditionSizes::clear()
{
    m_job.reset();
    m_next.clear();
    m_encoded.clear();
    emit changed();
}

void RenditionSizes::start()
{
    if (m_next.isEmpty())
        return;
    m_job = runInWorker<EncodedLadder>(
        m_workers, [renditions = std::exchange(m_next, {})](const std::stop_token &stop) {
            return encodedLadder(renditions, stop);
        });
    m_job->onFinished(this, [this](const Result<EncodedLadder> &result) {
        if (result)
            m_encoded = *result;
        const JobPtr<EncodedLadder> done = std::move(m_job);
        emit changed();
        start();
    });
    m_job->start();
}

JobPtr<int> saveLadder(JobPtr<QList<Rendition>> rendering, const QString &folder, QThreadPool &workers)
{
    return JobPtr<int>(new SaveLadderJob(std::move(rendering), folder, workers));
}

} // namespace likeness
