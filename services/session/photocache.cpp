// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/photocache.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QSaveFile>
#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestCached = 1024 * 1024; // bytes; photos of lists are far smaller

bool isHash(const QString &text)
{
    return text.size() == 64 && std::ranges::all_of(text, [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
    });
}

} // namespace

PhotoCache::PhotoCache(QString folder, qint64 limit)
    : m_folder(std::move(folder))
    , m_limit(limit)
{
}

QString PhotoCache::pathOf(const QString &sha256) const
{
    return m_folder + u'/' + sha256.left(2) + u'/' + sha256;
}

std::optional<EncodedPhoto> PhotoCache::read(const QString &sha256) const
{
    if (m_folder.isEmpty() || !isHash(sha256))
        return std::nullopt;
    QFile file(pathOf(sha256));
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestCached)
        return std::nullopt;
    EncodedPhoto photo = EncodedPhoto::of(file.readAll(), {});
    if (photo.sha256 != sha256) {
        file.remove();
        return std::nullopt;
    }
    // not every file system keeps when a file was read
    file.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
    return photo;
}

void PhotoCache::keep(const EncodedPhoto &photo) const
{
    if (m_folder.isEmpty() || !isHash(photo.sha256) || photo.bytes.size() > largestCached)
        return;
    const QString path = pathOf(photo.sha256);
    if (QFile::exists(path) || !QDir().mkpath(path.section(u'/', 0, -2)))
        return;
    QFile::setPermissions(m_folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(photo.bytes) == photo.bytes.size())
        file.commit();
}

void PhotoCache::trim() const
{
    if (m_folder.isEmpty())
        return;
    QFileInfoList files;
    qint64 bytes = 0;
    QDirIterator each(m_folder, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        files.append(each.nextFileInfo());
        bytes += files.constLast().size();
    }
    std::ranges::sort(files, {}, [](const QFileInfo &file) { return file.lastModified(); });
    for (const QFileInfo &file : files) {
        if (bytes <= m_limit)
            break;
        if (QFile::remove(file.filePath()))
            bytes -= file.size();
    }
}

} // namespace likeness
