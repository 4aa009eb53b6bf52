// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/auth/oauthsettings.h"
#include "services/net/http.h"

namespace likeness {

/// What one try to sign in by browser is told apart by.
struct BrowserTry
{
    QUrl redirect {};
    QByteArray state {};
    QByteArray verifier {};
    QString claims {}; ///< what a server asked for besides, JSON; may be empty
};

// Pure. Requests to a token server are never reads: a code or a refresh token counts once.

/// The page to open. [RFC 6749] 4.1.1, [RFC 7636] 4.3
QUrl authorizeUrl(const OAuthSettings &settings, const BrowserTry &attempt);
/// [RFC 6749] 4.1.3
HttpRequest codeRequest(const OAuthSettings &settings, const BrowserTry &attempt, const QString &code);
/// [RFC 6749] 6
HttpRequest refreshRequest(const OAuthSettings &settings, const QByteArray &refreshToken);
/// [RFC 8628] 3.1
HttpRequest deviceRequest(const OAuthSettings &settings);
/// [RFC 8628] 3.4
HttpRequest devicePollRequest(const OAuthSettings &settings, const QString &deviceCode);

} // namespace likeness
