// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/photo/photosize.h"
#include "services/net/http.h"

namespace likeness::graph {

/// Requests to Microsoft Graph as values; pure. `service` is the root of a cloud or of a gateway, without
/// version ("https://graph.microsoft.com"). `user` is a UPN or an id. Numbers in brackets are claims of
/// docs/protocols/microsoft365.md.

HttpRequest me(const QUrl &service);
HttpRequest user(const QUrl &service, const QString &user);

HttpRequest photoInfo(const QUrl &service, const QString &user);
HttpRequest photoBytes(const QUrl &service, const QString &user);
HttpRequest photoBytes(const QUrl &service, const QString &user, PhotoSize size);
HttpRequest photoSizes(const QUrl &service, const QString &user);
HttpRequest putPhoto(const QUrl &service, const QString &user, const QByteArray &jpeg);
HttpRequest deletePhoto(const QUrl &service, const QString &user);

/// Who may change photos at all; only in beta [M15].
HttpRequest photoUpdateSettings(const QUrl &service);

/// People whose names begin with the words, or everybody; needs ConsistencyLevel [M13].
HttpRequest people(const QUrl &service, const QString &words, int limit);
/// One person with all that a list shows of them.
HttpRequest person(const QUrl &service, const QString &user);
/// People with exactly this mail address or on-premises account name.
HttpRequest peopleNamed(const QUrl &service, const QString &name);
/// Those with that employee number.
HttpRequest employees(const QUrl &service, const QString &id);
/// The next page as the server names it, to the letter; BadReply when it leads anywhere but to this service,
/// since our token would go with it [M14].
Result<HttpRequest> nextPage(const QUrl &service, const QString &nextLink);

inline constexpr int batchLimit = 20; ///< [M10]
/// One request for up to `batchLimit` reads of the same service; their ids are their places in the list.
HttpRequest batch(const QUrl &service, const QList<HttpRequest> &reads);

} // namespace likeness::graph
