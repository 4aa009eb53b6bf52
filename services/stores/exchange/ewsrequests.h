// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/photo/photosize.h"
#include "services/net/http.h"

namespace likeness {

// Values to requests of Exchange Web Services; pure. The facts and their sources: docs/protocols/exchange.md.

/// Whose photo, how large, and which one is known already (an ETag, quoted as the server gave it).
struct EwsPhotoQuery
{
    QString address;
    PhotoSize size = PhotoSize::largest();
    QByteArray knownTag {};
};

/// The photo URL that belongs to the URL of Exchange.asmx.
QUrl ewsPhotoUrl(const QUrl &ews);

/// GET …/s/GetUserPhoto. `photos` is a photo URL, of ewsPhotoUrl() or from Autodiscover.
HttpRequest photoByRestRequest(const QUrl &photos, const EwsPhotoQuery &query);
HttpRequest photoBySoapRequest(const QUrl &ews, const EwsPhotoQuery &query);

struct EwsPhotoWrite
{
    QString address;
    QByteArray photo;
    bool impersonates = false; ///< written in the name of the address, by an account that may do so
};
/// Exchange 2016 and later.
HttpRequest setPhotoRequest(const QUrl &ews, const EwsPhotoWrite &write);

/// People whose name or address begins with the words; of a "smtp:…" the one who has that address.
HttpRequest resolveNamesRequest(const QUrl &ews, const QString &words);

struct EwsPeopleQuery
{
    QString words;
    int offset = 0;
    int limit = 50;
};
/// The same in the address list, page by page; Exchange 2013 and later.
HttpRequest findPeopleRequest(const QUrl &ews, const EwsPeopleQuery &query);

/// Autodiscover by SOAP (…/autodiscover.svc) and by plain XML (…/autodiscover.xml).
HttpRequest userSettingsRequest(const QUrl &service, const QString &address);
HttpRequest plainXmlSettingsRequest(const QUrl &service, const QString &address);
/// Where Autodiscover of the domain is: unencrypted, so without any sign-in; only a redirect counts.
HttpRequest autodiscoverRedirectRequest(const QString &domain);

} // namespace likeness
