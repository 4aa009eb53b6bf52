// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/rawhttpserver.h"

#include <QSslServer>

namespace likeness::test {
namespace {

/// Takes one whole request off the bytes; nullopt = not all of it is there.
std::optional<RawHttpServer::Request> taken(QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    QList<QByteArray> lines = bytes.left(end).split('\n');
    const QList<QByteArray> first = lines.takeFirst().trimmed().split(' ');
    RawHttpServer::Request request {first.value(0), first.value(1), {}, {}};
    for (const QByteArray &line : std::as_const(lines)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.emplace_back(line.left(colon).trimmed(), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = headerOf(request.headers, "Content-Length").value_or("0").toInt();
    if (bytes.size() < end + 4 + length)
        return std::nullopt;
    request.body = bytes.mid(end + 4, length);
    bytes.remove(0, end + 4 + length);
    return request;
}

} // namespace

RawHttpServer::RawHttpServer(
    Answer answer, const std::optional<QSslConfiguration> &tls, const QHostAddress &address)
    : m_answer(std::move(answer))
    , m_isTls(tls.has_value())
{
    if (tls) {
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(*tls);
        m_server = std::move(server);
    } else {
        m_server = std::make_unique<QTcpServer>();
    }
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &RawHttpServer::accept);
    if (!m_server->listen(address))
        qFatal("no port to listen on");
}

RawHttpServer::~RawHttpServer() = default;

QUrl RawHttpServer::url(const QString &path) const
{
    const QString scheme = m_isTls ? QStringLiteral("https") : QStringLiteral("http");
    const QString host = m_isTls ? QStringLiteral("localhost") : QStringLiteral("127.0.0.1");
    return QUrl(QStringLiteral("%1://%2:%3%4").arg(scheme, host, QString::number(port()), path));
}

QByteArray RawHttpServer::reply(int status, const QByteArray &body, const QByteArray &headerLines)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Said\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n" + headerLines + "\r\n" + body;
}

void RawHttpServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        const int connection = ++m_connections;
        connect(
            socket, &QTcpSocket::readyRead, this, [this, socket, connection] { read(*socket, connection); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        read(*socket, connection);
    }
}

void RawHttpServer::read(QTcpSocket &socket, int connection)
{
    QByteArray bytes = socket.property("unread").toByteArray() + socket.readAll();
    while (std::optional<Request> request = taken(bytes)) {
        request->connection = connection;
        requests.append(*request);
        m_answer(socket, *request);
    }
    socket.setProperty("unread", bytes);
}

} // namespace likeness::test
