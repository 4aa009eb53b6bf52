// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/net/http.h"

#include <QNetworkProxy>
#include <QString>
#include <memory>
#include <optional>

namespace likeness {

struct HttpTransportSettings
{
    QString caFile {}; ///< PEM, added to what the system trusts; empty = nothing to add
    std::optional<QNetworkProxy> proxy {}; ///< nullopt = what the system says
    qint64 replyLimit = 64 * 1024 * 1024; ///< bytes of a body, after unpacking
};

/// The way to a server through QNetworkAccessManager; one for each endpoint, because what is trusted and who
/// is signed in stick to Qt's connections. HTTP/1.1, TLS always verified, no redirects, no cookies, no cache.
/// A read whose connection ends unanswered is sent again by Qt; a write never is, and the error then says
/// that what became of it is not known (docs/decisions/005-http-and-sign-in.md).
std::unique_ptr<HttpTransport> makeTransport(const HttpTransportSettings &settings = {});

/// "Likeness/<version>", what administrators may have allow-listed [EWSAllowList].
QByteArray userAgent();

} // namespace likeness
