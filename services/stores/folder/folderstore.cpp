// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/folder/folderstore.h"

#include "models/photo/photofilename.h"
#include "services/job/workerjob.h"
#include "services/stores/folder/folderfiles.h"
#include "services/stores/photobytes.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace likeness {
namespace {

constexpr qint64 largestPhotoRead = 64 * 1024 * 1024;
constexpr qint64 largestSidecarRead = 64 * 1024;

struct FolderPlace
{
    QString photo;
    QString sidecar;
};

Result<FolderPlace> folderPlace(const QString &folder, const PersonKeys &person)
{
    const std::optional<QString> name = photoFileName(person.key);
    if (!name)
        return Error {Errc::BadInput, u"'" % person.key % u"' cannot be a file name"};
    const QString path = folder % u'/' % *name;
    return FolderPlace {path, QString(path.chopped(3) + u"json")};
}

QByteArray sidecarBytes(const FolderSettings &settings, const EncodedPhoto &photo)
{
    const QJsonObject provenance {
        {QStringLiteral("sha256"), photo.sha256},
        {QStringLiteral("bytes"), photo.bytes.size()},
        {QStringLiteral("writtenAt"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
        {QStringLiteral("writtenBy"), settings.operatorName},
        {QStringLiteral("host"), QSysInfo::machineHostName()},
        {QStringLiteral("tool"), settings.tool},
    };
    return QJsonDocument(provenance).toJson();
}

/// The sidecar counts only for the very bytes it was written with; other programs replace photos too.
WriteStamp folderStamp(const FolderPlace &place, const EncodedPhoto &photo)
{
    const WriteStamp byFile {QFileInfo(place.photo).lastModified().toUTC(), {}};
    const Result<std::optional<QByteArray>> sidecar = readWholeFile(place.sidecar, largestSidecarRead);
    if (!sidecar || !*sidecar)
        return byFile;
    const QJsonObject provenance = QJsonDocument::fromJson(**sidecar).object();
    const QDateTime at
        = QDateTime::fromString(provenance[QStringLiteral("writtenAt")].toString(), Qt::ISODateWithMs);
    if (provenance[QStringLiteral("sha256")].toString() != photo.sha256 || !at.isValid())
        return byFile;
    return {at.toUTC(), provenance[QStringLiteral("host")].toString()};
}

/// Fails with Conflict unless the folder holds what is expected.
Result<Done> folderHolds(const FolderPlace &place, const ExpectedPhoto &expected)
{
    const Result<std::optional<QByteArray>> now = readWholeFile(place.photo, largestPhotoRead);
    if (!now)
        return now.error();
    if (now->has_value() != expected.has_value() || (expected && **now != expected->bytes))
        return Error {Errc::Conflict, place.photo % u" is not what was read before"};
    return Done {};
}

Result<Done> writeToFolder(const FolderSettings &settings, const FolderPlace &place,
    const EncodedPhoto &photo, const ExpectedPhoto &expected, std::stop_token stop)
{
    const Result<FolderLock> lock = FolderLock::take(settings.path, settings.lockPatience, stop);
    if (!lock)
        return lock.error();
    if (const Result<Done> held = folderHolds(place, expected); !held)
        return held;
    Result<StagedFile> sidecar = StagedFile::beside(place.sidecar, sidecarBytes(settings, photo));
    if (!sidecar)
        return sidecar.error();
    Result<StagedFile> staged = StagedFile::beside(place.photo, photo.bytes);
    if (!staged)
        return staged.error();
    if (stop.stop_requested())
        return Error {Errc::Cancelled};
    if (const Result<Done> placed = expected ? staged->replace() : staged->create(); !placed)
        return placed;
    if (const Result<Done> placed = sidecar->replace(); !placed)
        return placed;
    return syncFolder(settings.path);
}

Result<Done> removeFromFolder(const FolderSettings &settings, const FolderPlace &place,
    const ExpectedPhoto &expected, std::stop_token stop)
{
    const Result<FolderLock> lock = FolderLock::take(settings.path, settings.lockPatience, stop);
    if (!lock)
        return lock.error();
    if (const Result<Done> held = folderHolds(place, expected); !held)
        return held;
    for (const QString &path : {place.photo, place.sidecar}) {
        if (const Result<Done> removed = removeFile(path); !removed)
            return removed;
    }
    return syncFolder(settings.path);
}

bool mayChangeFolder(const QString &folder)
{
    return ::faccessat(AT_FDCWD, QFile::encodeName(folder).constData(), W_OK | X_OK, AT_EACCESS) == 0;
}

} // namespace

FolderStore::FolderStore(StoreId id, const QString &title, FolderSettings settings, QThreadPool &workers)
    : m_id(std::move(id))
    , m_traits {.title = title,
          .writes = settings.writes,
          .byteBudget = settings.byteBudget,
          .byteLimit = settings.byteLimit,
          .comparesAndSwaps = true,
          .tellsRights = true}
    , m_settings(std::move(settings))
    , m_workers(workers)
{
}

JobPtr<std::optional<StoredPhoto>> FolderStore::read(const PersonKeys &person)
{
    using Answer = Result<std::optional<StoredPhoto>>;
    return runInWorker<std::optional<StoredPhoto>>(
        m_workers, [folder = m_settings.path, person](std::stop_token) -> Answer {
            const Result<FolderPlace> place = folderPlace(folder, person);
            if (!place)
                return place.error();
            const Result<std::optional<QByteArray>> bytes = readWholeFile(place->photo, largestPhotoRead);
            if (!bytes)
                return bytes.error();
            if (!*bytes)
                return std::optional<StoredPhoto>();
            const EncodedPhoto photo = photoFromStore(**bytes);
            return std::optional(StoredPhoto {photo, folderStamp(*place, photo)});
        });
}

JobPtr<Done> FolderStore::write(
    const PersonKeys &person, const EncodedPhoto &photo, const ExpectedPhoto &expected)
{
    return runInWorker<Done>(
        m_workers, [settings = m_settings, person, photo, expected](std::stop_token stop) -> Result<Done> {
            if (const std::optional<Error> refusal = unsendable(photo, settings.byteLimit))
                return *refusal;
            const Result<FolderPlace> place = folderPlace(settings.path, person);
            return place ? writeToFolder(settings, *place, photo, expected, stop) : place.error();
        });
}

JobPtr<Done> FolderStore::remove(const PersonKeys &person, const ExpectedPhoto &expected)
{
    return runInWorker<Done>(
        m_workers, [settings = m_settings, person, expected](std::stop_token stop) -> Result<Done> {
            const Result<FolderPlace> place = folderPlace(settings.path, person);
            return place ? removeFromFolder(settings, *place, expected, stop) : place.error();
        });
}

JobPtr<WriteRight> FolderStore::mayWrite(const PersonKeys &person)
{
    return runInWorker<WriteRight>(
        m_workers, [folder = m_settings.path, person](std::stop_token) -> Result<WriteRight> {
            if (const Result<FolderPlace> place = folderPlace(folder, person); !place)
                return place.error();
            return mayChangeFolder(folder) ? WriteRight::Yes : WriteRight::No;
        });
}

JobPtr<QString> FolderStore::probe()
{
    return runInWorker<QString>(m_workers, [folder = m_settings.path](std::stop_token) -> Result<QString> {
        if (!QFileInfo(folder).isDir())
            return fileError(ENOENT, QStringLiteral("open"), folder);
        return QString(folder % (mayChangeFolder(folder) ? u", can be written" : u", can be read only"));
    });
}

} // namespace likeness
