// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/net/http.h"
#include "services/stores/sharepoint/profilepictures.h"

namespace likeness::sharepoint {

/// Requests to a My Site host as values; pure. Numbers in brackets are claims of
/// docs/protocols/sharepoint.md.

/// SharePoint 2013 speaks Verbose only, later ones both.
enum class Json { Verbose, NoMetadata };

struct Site
{
    QUrl url; ///< the My Site host, or a site collection in it
    Json json = Json::NoMetadata;
};

HttpRequest myProperties(const Site &site);
HttpRequest propertiesOf(const Site &site, const QString &login);

/// What every request that changes something has to show; asked for with digest().
HttpRequest digest(const Site &site);

HttpRequest fileInfo(const Site &site, const QString &path);
HttpRequest fileBytes(const Site &site, const QString &path);
/// Fails where a file of that name is, unless `overwrites`.
HttpRequest addFile(const Site &site, const QString &path, const QByteArray &bytes, const QByteArray &digest,
    bool overwrites);
/// Only the file with that ETag; the server compares.
HttpRequest replaceFile(const Site &site, const QString &path, const QByteArray &bytes,
    const QByteArray &digest, const QByteArray &etag);
/// "*" as ETag: whatever is there.
HttpRequest deleteFile(
    const Site &site, const QString &path, const QByteArray &digest, const QByteArray &etag);

/// Only ever the photo of the account that asks [S8].
HttpRequest setMyPicture(const Site &site, const QByteArray &jpeg, const QByteArray &digest);
/// 2016 and later [S9]; before that by the old web service.
HttpRequest setProperty(const Site &site, const QString &login, const QString &name, const QString &value,
    const QByteArray &digest);
HttpRequest setPropertyBySoap(
    const Site &site, const QString &login, const QString &name, const QString &value);

/// The picture as pages show it [S11]. `person` is a login or a mail address.
HttpRequest shownPicture(const Site &site, const QString &person, PictureFile size);
/// Where a redirect leads, when that is on this host.
std::optional<HttpRequest> redirected(const Site &site, const QUrl &from, const QByteArray &location);

} // namespace likeness::sharepoint
