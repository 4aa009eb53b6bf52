// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "services/net/http.h"

#include <functional>
#include <memory>
#include <string>

namespace likeness {

/// What came over a connection to one of the sandbox's servers.
struct SandboxRequest
{
    QByteArray verb;
    QByteArray target; ///< as sent: path and query, percent-encoded
    HttpHeaders headers;
    QByteArray body;

    std::optional<QByteArray> header(const QByteArray &name) const { return headerOf(headers, name); }
    QByteArray path() const { return target.split('?').first(); }
    /// A parameter of the query, decoded; without case, as these servers take them.
    std::optional<QString> parameter(const QString &name) const;
};

/// What goes back.
struct SandboxReply
{
    enum class Ending { Whole, Truncated, Dropped }; ///< Truncated: half the body, then the connection ends
    int status = 200;
    QByteArray type {}; ///< Content-Type; empty = none
    QByteArray body {};
    HttpHeaders headers {};
    Ending ending = Ending::Whole;
    std::chrono::milliseconds delay {0};

    void add(const QByteArray &name, const QByteArray &value) { headers.emplaceBack(name, value); }
};

/// A key and the certificates that go with it, as PEM.
struct ServerIdentity
{
    std::string certificate;
    std::string key;
};

/// An HTTPS server on an ephemeral port of 127.0.0.1. Made on any thread; `handle` is called on threads of
/// its own, several at once. Its destructor ends all connections and waits for the calls that are running.
class HttpHost final
{
public:
    using Handler = std::function<SandboxReply(const SandboxRequest &)>;

    static Result<std::unique_ptr<HttpHost>> started(const ServerIdentity &identity, Handler handle);
    ~HttpHost();
    Q_DISABLE_COPY_MOVE(HttpHost)

    QUrl url() const; ///< https://127.0.0.1:PORT

private:
    class Private;
    explicit HttpHost(std::unique_ptr<Private> d);
    const std::unique_ptr<Private> d;
};

} // namespace likeness
