// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

namespace likeness {

/// Where and as what one signs in by OAuth 2.0; a public client, without a secret.
struct OAuthSettings
{
    QUrl authorize {};
    QUrl token {};
    QUrl device {};
    QString issuer {}; ///< as the browser's answer may name it [RFC 9207]; empty = not compared
    QString clientId {};
    QStringList scopes {}; ///< offline_access among them, or nothing outlives the first hour
    QString userHint {}; ///< offered to the sign-in page, may be empty
};

/// The endpoints of Microsoft Entra: the authority is https://login.microsoftonline.com or that of a national
/// cloud, the tenant a domain, an id, "organizations" or "common".
OAuthSettings entraSettings(const QUrl &authority, const QString &tenant, const QString &clientId);

} // namespace likeness
