// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/servers/graphserver.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype graphLargestPhoto = 4 * 1024 * 1024;

QString sizeName(int edge)
{
    return u"%1x%1"_s.arg(edge);
}

QJsonObject photoEntry(const PreparedPhoto &photo, int edge)
{
    return {{u"@odata.mediaContentType"_s, u"image/jpeg"_s},
        {u"@odata.mediaEtag"_s, u"\"%1\""_s.arg(QString::fromLatin1(photo.tag))}, {u"id"_s, sizeName(edge)},
        {u"height"_s, edge}, {u"width"_s, edge}};
}

SandboxReply noPhoto()
{
    return graphErrorReply(404, "ErrorItemNotFound", "The photo wasn't found.");
}

SandboxReply photoList(const std::optional<PreparedPhoto> &photo)
{
    QJsonArray entries;
    if (photo) {
        for (const int edge : photo->sizes.keys())
            entries += photoEntry(*photo, edge);
    }
    return jsonReply({{u"value"_s, entries}});
}

/// nullopt = the path names no size that is kept.
std::optional<int> edgeIn(const QString &resource, const PreparedPhoto &photo)
{
    if (resource == "photo"_L1 || resource == "photo/$value"_L1)
        return photo.largestEdge();
    const QString name = resource.section(u'/', 1, 1);
    for (const int edge : photo.sizes.keys()) {
        if (name.compare(sizeName(edge), Qt::CaseInsensitive) == 0)
            return edge;
    }
    return std::nullopt;
}

SandboxReply readPhoto(const std::optional<PreparedPhoto> &photo, const QString &resource)
{
    if (resource == "photos"_L1)
        return photoList(photo);
    const std::optional<int> edge = photo ? edgeIn(resource, *photo) : std::nullopt;
    if (!edge)
        return noPhoto();
    if (!resource.endsWith("/$value"_L1))
        return jsonReply(photoEntry(*photo, *edge));
    SandboxReply reply = pictureReply(photo->inSize(*edge));
    reply.add("ETag", '"' + photo->tag + '"');
    return reply;
}

/// Why nobody, or not this caller, may change that photo; nullopt = go on.
std::optional<SandboxReply> writeRefusal(
    const SandboxWorld &world, const GraphCaller &caller, const Person &person)
{
    if (!caller.mayWrite(person))
        return graphErrorReply(
            403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");
    if (world.settings().photoSource == "onPremises")
        return graphErrorReply(
            403, "accessDenied", "Photo updates are disabled by the policy of the organization.");
    return std::nullopt;
}

SandboxReply writePhoto(SandboxWorld &world, const Person &person, const QByteArray &picture)
{
    if (picture.size() > graphLargestPhoto)
        return graphErrorReply(413, "RequestEntityTooLarge", "The photo is larger than 4 MB.");
    const QByteArray type = pictureTypeOf(picture);
    const std::optional<PreparedPhoto> photo
        = type.isEmpty() || type == "image/bmp" ? std::nullopt : preparedPhoto(picture, world.clock().now());
    if (!photo)
        return graphErrorReply(400, "ErrorInvalidImage", "The content is no image that can be used.");
    world.changePhotos(person.keys.key, [&photo](SandboxPhotos &photos) { photos.cloud = photo; });
    return {};
}

} // namespace

SandboxReply graphPhotoReply(SandboxWorld &world, const GraphCaller &caller, const Person &person,
    const QString &resource, const SandboxRequest &request)
{
    const bool isPhoto = resource == "photo"_L1 || resource.startsWith("photo/"_L1) || resource == "photos"_L1
        || resource.startsWith("photos/"_L1);
    if (!isPhoto)
        return graphErrorReply(
            400, "BadRequest", u"Resource not found for the segment '%1'."_s.arg(resource));
    if (request.verb == "GET")
        return readPhoto(world.shownPhotos(person.keys.key).cloud, resource);
    const bool writes = request.verb == "PUT" || request.verb == "PATCH";
    const bool removes = request.verb == "DELETE";
    if ((!writes && !removes) || resource != "photo/$value"_L1)
        return graphErrorReply(
            405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.");
    if (const auto refusal = writeRefusal(world, caller, person))
        return *refusal;
    if (writes)
        return writePhoto(world, person, request.body);
    bool had = false;
    world.changePhotos(person.keys.key, [&had](SandboxPhotos &photos) {
        had = photos.cloud.has_value();
        photos.cloud.reset();
    });
    return had ? SandboxReply {} : noPhoto();
}

SandboxReply photoSettingsReply(SandboxWorld &world, const GraphCaller &caller, const SandboxRequest &request)
{
    const bool patches = request.verb == "PATCH";
    const bool scoped = patches
        ? caller.hasOneOf({"PeopleSettings.ReadWrite.All"_L1})
        : caller.hasOneOf({"PeopleSettings.Read.All"_L1, "PeopleSettings.ReadWrite.All"_L1});
    if (!scoped || !caller.account.writesEverybody)
        return graphErrorReply(
            403, "Forbidden", "The caller is not allowed to see or change these settings.");
    SandboxSettings settings = world.settings();
    if (patches) {
        const QJsonObject wanted = QJsonDocument::fromJson(request.body).object();
        settings.photoSource = wanted["source"_L1].toString().toLatin1();
        world.setSettings(settings);
    } else if (request.verb != "GET") {
        return graphErrorReply(
            405, "Request_BadRequest", "Specified HTTP method is not allowed for the request target.");
    }
    const QJsonValue source = settings.photoSource.isEmpty()
        ? QJsonValue()
        : QJsonValue(QString::fromLatin1(settings.photoSource));
    return jsonReply({{u"@odata.type"_s, u"#microsoft.graph.photoUpdateSettings"_s}, {u"source"_s, source},
        {u"allowedRoles"_s, QJsonArray {}}});
}

} // namespace likeness
