// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/import/importlisting.h"

#include <QCollator>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestListFile = 64LL * 1024 * 1024;

/// What systems put into folders by themselves.
bool isOfTheSystem(const QString &name)
{
    static const QStringList names {u"thumbs.db"_s, u"desktop.ini"_s, u"ehthumbs.db"_s};
    return names.contains(name.toLower());
}

Result<ImportListing> listedFolder(const QString &folder, const std::stop_token &stop)
{
    QStringList files;
    QDirIterator walk(folder, QDir::Files | QDir::Readable | QDir::Files);
    while (walk.hasNext()) {
        walk.next();
        if (stop.stop_requested())
            return Error {Errc::Cancelled};
        if (!isOfTheSystem(walk.fileName()))
            files.append(walk.fileName());
    }
    QCollator order(QLocale::c());
    order.setNumericMode(true);
    order.setCaseSensitivity(Qt::CaseInsensitive);
    std::ranges::sort(files, [&order](const QString &a, const QString &b) {
        const int compared = order.compare(a, b);
        return compared != 0 ? compared < 0 : a < b;
    });
    ImportListing listing;
    const QDir place(folder);
    for (const QString &file : std::as_const(files))
        listing.rows.append(
            {.number = static_cast<int>(listing.rows.size()) + 1, .file = place.absoluteFilePath(file)});
    return listing;
}

Result<ImportListing> listedCsv(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error {Errc::BadInput, path + u": "_s + file.errorString()};
    if (file.size() > largestListFile)
        return Error {Errc::BadInput, path + u": too large for a list"_s};
    const Result<ImportList> list = readImportList(file.readAll());
    if (!list)
        return Error {list.error().code, path + u": "_s + list.error().detail};
    ImportListing listing;
    listing.complaints = list->complaints;
    const QDir place = QFileInfo(path).absoluteDir();
    for (const ListedPicture &picture : list->pictures)
        listing.rows.append({.number = static_cast<int>(listing.rows.size()) + 1,
            .file = QDir::cleanPath(place.absoluteFilePath(QDir::fromNativeSeparators(picture.file))),
            .wanted = picture.person});
    return listing;
}

} // namespace

Result<ImportListing> listedImport(const QString &source, std::stop_token stop)
{
    const QFileInfo info(source);
    if (info.isDir())
        return listedFolder(info.absoluteFilePath(), stop);
    if (info.isFile())
        return listedCsv(info.absoluteFilePath());
    return Error {Errc::BadInput, source + u": there is no such folder or file"_s};
}

} // namespace likeness
