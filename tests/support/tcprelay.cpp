// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/tcprelay.h"

namespace likeness::test {
namespace {

constexpr qint64 bigRequest = 4096;

void shuttle(QTcpSocket &from, QTcpSocket &to)
{
    to.write(from.readAll());
}

} // namespace

TcpRelay::TcpRelay(quint16 target, const QHostAddress &listenOn)
    : m_target(target)
{
    m_server.listen(listenOn);
    connect(&m_server, &QTcpServer::newConnection, this, &TcpRelay::accept);
}

void TcpRelay::accept()
{
    ++m_connections;
    Pair *pair = m_pairs.emplace_back(std::make_unique<Pair>()).get();
    pair->client.reset(m_server.nextPendingConnection());
    pair->client->setParent(nullptr);
    pair->server.connectToHost(QHostAddress(QHostAddress::LocalHost), m_target);
    connect(pair->client.get(), &QTcpSocket::readyRead, this, [this, pair] { fromClient(pair); });
    connect(&pair->server, &QTcpSocket::readyRead, this, [this, pair] { fromServer(pair); });
    connect(&pair->server, &QTcpSocket::connected, this, [this, pair] { fromClient(pair); });
    connect(pair->client.get(), &QTcpSocket::disconnected, &pair->server, &QTcpSocket::disconnectFromHost);
    connect(&pair->server, &QTcpSocket::disconnected, pair->client.get(), &QTcpSocket::disconnectFromHost);
}

void TcpRelay::fromClient(Pair *pair)
{
    if (pair->server.state() != QAbstractSocket::ConnectedState)
        return;
    const qint64 request = pair->request + pair->client->bytesAvailable();
    if (pair->request < bigRequest && request >= bigRequest)
        ++m_bigRequests;
    if (m_mode == Mode::CutBeforeBigRequest && request >= bigRequest) {
        pair->client->abort();
        pair->server.abort();
        return;
    }
    pair->request = request;
    pair->cutOnAnswer = m_mode == Mode::CutAfterBigRequest && pair->request >= bigRequest;
    shuttle(*pair->client, pair->server);
}

void TcpRelay::fromServer(Pair *pair)
{
    if (m_mode == Mode::HoldReplies)
        return;
    pair->request = 0;
    if (pair->cutOnAnswer) {
        pair->client->abort();
        pair->server.abort();
        return;
    }
    shuttle(pair->server, *pair->client);
}

} // namespace likeness::test
