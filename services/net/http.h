// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/job/job.h"

#include <QByteArray>
#include <QList>
#include <QUrl>
#include <chrono>
#include <optional>
#include <utility>

namespace likeness {

/// In the order sent or received; names keep their spelling, HTTP compares them without case.
using HttpHeaders = QList<std::pair<QByteArray, QByteArray>>;

/// The first header of that name, without regard to case; nullopt = not there.
std::optional<QByteArray> headerOf(const HttpHeaders &headers, const QByteArray &name);

/// A name and password for a scheme that signs connections instead of requests (NTLM). Never logged.
struct HttpLogin
{
    QString user;
    QByteArray password;
};

/// One request as a value; the URL is absolute and never holds a name or password.
struct HttpRequest
{
    QByteArray verb = "GET";
    QUrl url {};
    HttpHeaders headers {};
    QByteArray body {};
    std::chrono::milliseconds timeLimit {30'000}; ///< from sending to the last byte of the answer
    std::optional<HttpLogin> login {};
    bool onlyAsks = false; ///< a POST that changes nothing: a SOAP question, a $batch of GETs

    /// May be sent twice without harm.
    bool isRead() const { return onlyAsks || verb == "GET" || verb == "HEAD"; }
};

/// Any answer of a server, whatever its status; redirects are answers too and are never followed here.
struct HttpReply
{
    int status = 0; ///< 100..599
    HttpHeaders headers {};
    QByteArray body {};
    QByteArray channelBinding {}; ///< of a 401 over TLS: what a sign-in can be bound to [RFC 5929]

    std::optional<QByteArray> header(const QByteArray &name) const { return headerOf(headers, name); }
    bool isSuccess() const { return status >= 200 && status < 300; }
};

/// Something that can carry a request to a server and bring the answer back: QtHttpTransport, and the
/// decorators around it (sign in, try again, log). Logic thread. Errors are those of the way only: Offline,
/// Timeout, Certificate…, BadReply (no HTTP, or over the size limit), Cancelled; of a write that had been
/// sent, the detail says that what became of it is "not known". The job of send() keeps what it needs alive;
/// the transport outlives its jobs.
class HttpTransport
{
public:
    virtual ~HttpTransport() = default;
    virtual JobPtr<HttpReply> send(const HttpRequest &request) = 0;
};

} // namespace likeness
