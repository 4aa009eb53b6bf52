// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/servers/sharepointserver.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QUuid>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

const QLatin1StringView pictureFolder {"/User Photos/Profile Pictures"};

/// Whose file in which size a path of the library names.
struct LibraryPlace
{
    Person person;
    char size;
};
std::optional<LibraryPlace> libraryPlace(const SandboxWorld &world, const QString &path)
{
    static const QRegularExpression file(u"^/User Photos/Profile Pictures/lablike_(.+)_([SML])Thumb\\.jpg$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = file.match(path);
    const std::optional<Person> person = match.hasMatch() ? world.person(match.captured(1)) : std::nullopt;
    if (!person)
        return std::nullopt;
    return LibraryPlace {*person, match.captured(2).toUpper().front().toLatin1()};
}

QString uniqueId(const LibraryPlace &place)
{
    const QUuid library(u"{9d2b7d54-1c63-4a3f-8b62-0a2f4c9d7e10}"_s);
    return QUuid::createUuidV5(library, libraryPath(place.person.keys.key, place.size))
        .toString(QUuid::WithoutBraces);
}

QString etagOf(const LibraryPlace &place, const LibraryFile &file)
{
    return u"\"{%1},%2\""_s.arg(uniqueId(place).toUpper(), QString::number(file.version));
}

QJsonObject fileObject(const LibraryPlace &place, const LibraryFile &file)
{
    const QString path = libraryPath(place.person.keys.key, place.size);
    return {{u"ETag"_s, etagOf(place, file)}, {u"Exists"_s, true},
        {u"Length"_s, QString::number(file.bytes.size())}, {u"Name"_s, path.section(u'/', -1)},
        {u"ServerRelativeUrl"_s, path}, {u"UniqueId"_s, uniqueId(place)},
        {u"TimeLastModified"_s, file.modified.toString(Qt::ISODate)},
        {u"UIVersionLabel"_s, u"%1.0"_s.arg(file.version)}};
}

SandboxReply notThere(const SharePointCall &call)
{
    return call.error(404, u"-2130575338, Microsoft.SharePoint.SPException"_s, u"The file does not exist."_s);
}

std::optional<LibraryFile> fileAt(const SandboxPhotos &photos, const LibraryPlace &place)
{
    const auto found = photos.sharePoint.files.constFind(place.size);
    return found == photos.sharePoint.files.cend() ? std::nullopt : std::optional(*found);
}

/// A change and the comparison before it, as one.
SandboxReply changed(SandboxWorld &world, const SharePointCall &call, const LibraryPlace &place,
    const std::function<SandboxReply(QMap<char, LibraryFile> &files)> &change)
{
    if (!mayChange(call.asker, place.person))
        return call.error(403, u"-2147024891, System.UnauthorizedAccessException"_s, u"Access denied."_s);
    SandboxReply reply;
    world.changePhotos(place.person.keys.key, [&](SandboxPhotos &photos) {
        const QString wanted = QString::fromLatin1(call.request.header("If-Match").value_or("*"));
        const std::optional<LibraryFile> there = fileAt(photos, place);
        if (wanted != "*"_L1 && (!there || etagOf(place, *there) != wanted))
            reply = call.error(412, u"-1, Microsoft.SharePoint.Client.ClientServiceException"_s,
                u"The request ETag value '%1' does not match the object's ETag value."_s.arg(wanted));
        else
            reply = change(photos.sharePoint.files);
    });
    return reply;
}

SandboxReply replaceFile(SandboxWorld &world, const SharePointCall &call, const LibraryPlace &place)
{
    return changed(world, call, place, [&](QMap<char, LibraryFile> &files) -> SandboxReply {
        const auto file = files.find(place.size);
        if (file == files.end())
            return notThere(call);
        *file = {call.request.body, file->version + 1, world.clock().now()};
        return {.status = 204};
    });
}

SandboxReply removeFile(SandboxWorld &world, const SharePointCall &call, const LibraryPlace &place)
{
    if (!call.request.header("If-Match"))
        return call.error(400, u"-1, Microsoft.SharePoint.Client.InvalidClientQueryException"_s,
            u"The IF-MATCH header is missing."_s);
    return changed(world, call, place, [&](QMap<char, LibraryFile> &files) {
        return files.remove(place.size) > 0 ? SandboxReply {} : notThere(call);
    });
}

SandboxReply addFile(
    SandboxWorld &world, const SharePointCall &call, const LibraryPlace &place, bool overwrite)
{
    return changed(world, call, place, [&](QMap<char, LibraryFile> &files) -> SandboxReply {
        if (files.contains(place.size) && !overwrite)
            return call.error(400, u"-2130575257, Microsoft.SharePoint.SPException"_s,
                u"A file with this name already exists."_s);
        const int version = files.value(place.size, {{}, 0, {}}).version + 1;
        files[place.size] = {call.request.body, version, world.clock().now()};
        return call.reply(fileObject(place, files[place.size]));
    });
}

SandboxReply folderReply(
    SandboxWorld &world, const SharePointCall &call, const QString &folder, const QString &rest)
{
    if (folder.compare(pictureFolder, Qt::CaseInsensitive) != 0)
        return notThere(call);
    static const QRegularExpression add(
        u"^/Files/add\\((?=.*url='((?:[^']|'')*)')(?:.*overwrite=(true|false))?.*\\)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = add.match(rest);
    if (match.hasMatch() && call.method == "POST"_L1) {
        const auto place = libraryPlace(world, pictureFolder + u'/' + match.captured(1));
        return place
            ? addFile(world, call, *place, match.captured(2).compare("true"_L1, Qt::CaseInsensitive) == 0)
            : notThere(call);
    }
    if (call.method != "GET"_L1 || rest.compare("/Files"_L1, Qt::CaseInsensitive) != 0)
        return notThere(call);
    QJsonArray files;
    for (const Person &person : world.people()) {
        for (const char size : {'S', 'M', 'L'}) {
            const LibraryPlace place {person, size};
            if (const auto file = fileAt(world.photos(person.keys.key), place))
                files += fileObject(place, *file);
        }
    }
    return call.reply(call.verbose() ? u"results"_s : u"value"_s, files);
}

} // namespace

QString libraryPath(const QString &key, char size)
{
    return pictureFolder + "/lablike_"_L1 + key + u'_' + QLatin1Char(size) + "Thumb.jpg"_L1;
}

SandboxReply libraryFileReply(const SandboxWorld &world, const QString &path)
{
    const std::optional<LibraryPlace> place = libraryPlace(world, path);
    const auto file = place ? fileAt(world.photos(place->person.keys.key), *place) : std::nullopt;
    if (!file)
        return {.status = 404};
    SandboxReply reply = pictureReply(file->bytes);
    reply.add("ETag", etagOf(*place, *file).toLatin1());
    reply.add("Last-Modified", httpDate(file->modified));
    return reply;
}

SandboxReply sharePointFileReply(SandboxWorld &world, const SharePointCall &call)
{
    static const QRegularExpression target(
        u"^web/Get(File|Folder)ByServerRelativeUrl\\('((?:[^']|'')*)'\\)(.*)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = target.match(call.path);
    const QString path = match.captured(2).replace(u"''"_s, u"'"_s);
    const QString rest = match.captured(3);
    if (match.captured(1).compare("Folder"_L1, Qt::CaseInsensitive) == 0)
        return folderReply(world, call, path, rest);
    const std::optional<LibraryPlace> place = libraryPlace(world, path);
    if (!place || (!rest.isEmpty() && rest != "/$value"_L1))
        return notThere(call);
    if (call.method == "PUT"_L1 && !rest.isEmpty())
        return replaceFile(world, call, *place);
    if (call.method == "DELETE"_L1 && rest.isEmpty())
        return removeFile(world, call, *place);
    if (call.method != "GET"_L1)
        return {.status = 405};
    const auto file = fileAt(world.photos(place->person.keys.key), *place);
    if (!file)
        return notThere(call);
    return rest.isEmpty() ? call.reply(fileObject(*place, *file)) : libraryFileReply(world, path);
}

} // namespace likeness
