// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "services/net/http.h"

#include <QUrl>

namespace likeness {

/// What a token server gives. Never logged.
struct OAuthTokens
{
    QByteArray accessToken {};
    QByteArray refreshToken {}; ///< empty = the one that was sent still counts
    std::chrono::seconds lifetime {3600}; ///< of the access token
};

/// What a person has to do on another device.
struct DeviceGrant
{
    QString deviceCode {}; ///< ours, secret
    QString userCode {}; ///< theirs, to type
    QUrl page {};
    std::chrono::seconds lifetime {900};
    std::chrono::seconds interval {5};
};

/// How a poll for a device's tokens went, if it did not fail for good.
struct DevicePoll
{
    std::optional<OAuthTokens> tokens {}; ///< nullopt = not yet
    bool slower = false; ///< the server wants longer pauses, from now on
};

// Pure, and hostile until parsed. The server's words are kept in the detail, its ids in the trace.

Result<OAuthTokens> tokensIn(const HttpReply &reply);
Result<DeviceGrant> deviceGrantIn(const HttpReply &reply);
Result<DevicePoll> devicePollIn(const HttpReply &reply);
/// The code in what the browser brought back; the state has been looked at before.
Result<QString> codeIn(const QUrl &redirected, const QString &issuer);
/// What a 401 asks for besides a token (conditional access), as JSON; empty = nothing.
QString claimsIn(const HttpReply &refusal);

} // namespace likeness
