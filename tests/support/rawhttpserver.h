// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/net/http.h"

#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>
#include <functional>
#include <memory>

namespace likeness::test {

/// An HTTP/1.1 server on loopback whose every byte is the test's: it reads whole requests and hands them to a
/// function that writes whatever it likes, or ends the connection, or does nothing. Lives on the test's
/// thread, which has to turn its event loop.
class RawHttpServer final : public QObject
{
    Q_OBJECT
public:
    struct Request
    {
        QByteArray verb;
        QByteArray target;
        HttpHeaders headers;
        QByteArray body;
        int connection = 0; ///< counted from 1
    };
    using Answer = std::function<void(QTcpSocket &, const Request &)>;

    explicit RawHttpServer(Answer answer, const std::optional<QSslConfiguration> &tls = std::nullopt,
        const QHostAddress &address = QHostAddress::LocalHost);
    ~RawHttpServer() override;

    QUrl url(const QString &path) const;
    quint16 port() const { return m_server->serverPort(); }
    int connections() const { return m_connections; }

    QList<Request> requests;

    /// An answer as bytes, with Content-Length; header lines end with \r\n.
    static QByteArray reply(int status, const QByteArray &body = {}, const QByteArray &headerLines = {});

private:
    void accept();
    void read(QTcpSocket &socket, int connection);

    Answer m_answer;
    bool m_isTls;
    std::unique_ptr<QTcpServer> m_server;
    int m_connections = 0;
};

} // namespace likeness::test
