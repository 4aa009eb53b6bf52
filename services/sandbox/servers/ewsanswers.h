// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/sandbox/servers/sandboxreplies.h"
#include "services/sandbox/servers/sandboxworld.h"

namespace likeness {

// How Exchange words what it answers; [MS-OXWSCONT], [MS-OXWSPHOTO] and the error table of the EWS
// documentation.

inline constexpr QLatin1StringView soap11 {"http://schemas.xmlsoap.org/soap/envelope/"};
inline constexpr QLatin1StringView soap12 {"http://www.w3.org/2003/05/soap-envelope"};
inline constexpr QLatin1StringView ewsTypes {"http://schemas.microsoft.com/exchange/services/2006/types"};
inline constexpr QLatin1StringView ewsMessages {
    "http://schemas.microsoft.com/exchange/services/2006/messages"};
inline constexpr QLatin1StringView ewsErrors {"http://schemas.microsoft.com/exchange/services/2006/errors"};

/// A response element's own words: ResponseClass Error unless the code is NoError.
struct EwsOutcome
{
    QString code = QStringLiteral("NoError");
    QString message {};
};

/// An envelope in that SOAP version around `body`, with the server's version in its header.
SandboxReply ewsReply(const SandboxSettings &settings, QLatin1StringView soap, const QString &body);
/// A fault: HTTP 500 and the code in the detail.
SandboxReply ewsFaultReply(QLatin1StringView soap, const EwsOutcome &outcome, const QString &messageXml = {});
/// "Come back later", as a fault with BackOffMilliseconds.
SandboxReply ewsBusyReply(std::chrono::milliseconds backOff);

/// What GetUserPhoto gives somebody who asks for that person in that size: Exchange's own, else the
/// directory's; nullopt = none, or removed on purpose.
struct AnsweredPhoto
{
    QByteArray bytes;
    QByteArray etag; ///< with quotes
};
std::optional<AnsweredPhoto> servedPhoto(const SandboxWorld &world, const QString &key, int edge);
/// The edge a size code asks for, 0 = no such code on that server.
int edgeOfSizeCode(const QString &code, const SandboxSettings &settings);

/// "15.2" and so on: major and minor of the release.
QString exchangeVersion(SandboxSettings::Exchange exchange);

} // namespace likeness
