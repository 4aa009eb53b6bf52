// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/auth/loopbacklistener.h"

#include <QTcpSocket>
#include <QUrlQuery>

namespace likeness {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype loopbackHeaderLimit = 64 * 1024; // a code and a state can be long
constexpr int loopbackConnectionLimit = 200;

QByteArray loopbackAnswer(const QByteArray &status, const QByteArray &body)
{
    return "HTTP/1.1 " + status
        + "\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n"
          "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\n"
          "Connection: close\r\n\r\n"
        + body;
}

} // namespace

LoopbackListener::LoopbackListener(QByteArray state, LoopbackPage page, std::chrono::milliseconds timeLimit)
    : m_state(std::move(state))
    , m_page(std::move(page))
    , m_patience(timeLimit)
{
    for (QTcpServer *server : {&m_server, &m_server6})
        connect(server, &QTcpServer::newConnection, this, [this, server] { accept(*server); });
    if (m_server.listen(QHostAddress::LocalHost))
        m_server6.listen(QHostAddress::LocalHostIPv6, m_server.serverPort()); // may be taken or not there
}

QUrl LoopbackListener::address() const
{
    return m_server.isListening() ? QUrl(u"http://localhost:%1/"_s.arg(m_server.serverPort())) : QUrl();
}

void LoopbackListener::doStart()
{
    if (!m_server.isListening())
        return finish(Error {Errc::Local, u"cannot listen on 127.0.0.1: "_s + m_server.errorString()});
    m_timeLimit.setSingleShot(true);
    connect(&m_timeLimit, &QTimer::timeout, this, [this] {
        close();
        finish(Error {Errc::Timeout, u"nobody came back from the sign-in page"_s});
    });
    m_timeLimit.start(m_patience);
}

void LoopbackListener::accept(QTcpServer &server)
{
    while (QTcpSocket *socket = server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        if (++m_connections > loopbackConnectionLimit || isFinished()) {
            socket->abort();
            continue;
        }
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
    }
}

void LoopbackListener::read(QTcpSocket &socket)
{
    const QByteArray head = socket.peek(loopbackHeaderLimit);
    const bool whole = head.contains("\r\n\r\n");
    if (!whole && head.size() < loopbackHeaderLimit)
        return;
    socket.readAll();
    const std::optional<QUrl> address = whole ? expected(head.left(head.indexOf("\r\n"))) : std::nullopt;
    socket.write(address ? loopbackAnswer("200 OK", pageBytes()) : loopbackAnswer("404 Not Found", {}));
    if (!address)
        return socket.disconnectFromHost();
    // the page has to get out although this job may be gone in a moment
    socket.setParent(nullptr);
    socket.disconnect(this);
    socket.disconnectFromHost();
    close();
    finish(*address);
}

std::optional<QUrl> LoopbackListener::expected(const QByteArray &requestLine) const
{
    const QList<QByteArray> parts = requestLine.split(' ');
    if (parts.size() != 3 || parts[0] != "GET" || !parts[2].startsWith("HTTP/1."))
        return std::nullopt;
    const QUrl asked = address().resolved(QUrl::fromEncoded(parts[1], QUrl::StrictMode));
    const QString state = QUrlQuery(asked).queryItemValue(u"state"_s, QUrl::FullyDecoded);
    if (!asked.isValid() || asked.path() != u"/" || state.toUtf8() != m_state)
        return std::nullopt;
    return asked;
}

QByteArray LoopbackListener::pageBytes() const
{
    const QString title = m_page.title.toHtmlEscaped();
    return u"<!doctype html><meta charset=utf-8><title>%1</title>"
           "<style>body{font:1.1rem system-ui,sans-serif;margin:15vh auto;max-width:32rem;padding:0 1rem}"
           "</style><h1>%1</h1><p>%2</p>"_s.arg(title, m_page.text.toHtmlEscaped())
               .toUtf8();
}

void LoopbackListener::close()
{
    m_timeLimit.stop();
    m_server.close();
    m_server6.close();
}

} // namespace likeness
