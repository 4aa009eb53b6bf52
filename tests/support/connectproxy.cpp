// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/connectproxy.h"

namespace likeness::test {

ConnectProxy::ConnectProxy()
{
    connect(&m_server, &QTcpServer::newConnection, this, &ConnectProxy::accept);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no port to listen on");
}

void ConnectProxy::accept()
{
    while (QTcpSocket *client = m_server.nextPendingConnection()) {
        connect(client, &QTcpSocket::readyRead, this, [this, client] { open(*client); });
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    }
}

/// Reads the question and from then on carries bytes.
void ConnectProxy::open(QTcpSocket &client)
{
    if (!client.peek(8192).contains("\r\n\r\n"))
        return;
    client.disconnect(this);
    const QList<QByteArray> line = client.readLine().split(' ');
    while (client.readLine().trimmed().size() > 0) { }
    const QByteArray target = line.value(1);
    tunnels.append(QString::fromLatin1(target));
    auto *server = new QTcpSocket(&client);
    connect(server, &QTcpSocket::connected, &client,
        [&client] { client.write("HTTP/1.1 200 Connection established\r\n\r\n"); });
    connect(server, &QTcpSocket::readyRead, &client, [&client, server] { client.write(server->readAll()); });
    connect(&client, &QTcpSocket::readyRead, server, [&client, server] { server->write(client.readAll()); });
    connect(server, &QTcpSocket::disconnected, &client, &QTcpSocket::disconnectFromHost);
    connect(server, &QTcpSocket::errorOccurred, &client, &QTcpSocket::disconnectFromHost);
    const qsizetype colon = target.lastIndexOf(':');
    server->connectToHost(QString::fromLatin1(target.left(colon)), target.mid(colon + 1).toUShort());
}

} // namespace likeness::test
