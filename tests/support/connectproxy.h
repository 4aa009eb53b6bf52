// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QTcpServer>
#include <QTcpSocket>

namespace likeness::test {

/// An HTTP proxy on loopback that only tunnels (CONNECT HOST:PORT), as those of companies do for https.
/// Lives on the test's thread, which has to turn its event loop.
class ConnectProxy final : public QObject
{
    Q_OBJECT
public:
    ConnectProxy();

    QString address() const { return QStringLiteral("127.0.0.1:%1").arg(m_server.serverPort()); }
    QStringList tunnels; ///< where to, as asked for, in order

private:
    void accept();
    void open(QTcpSocket &client);

    QTcpServer m_server;
};

} // namespace likeness::test
