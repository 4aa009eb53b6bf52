// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <memory>
#include <vector>

namespace likeness::test {

/// Stands between a client and a server on loopback and gets in the way on demand. Knows nothing of the
/// protocol, works also under TLS. Lives on the test's thread, which has to turn its event loop.
class TcpRelay final : public QObject
{
    Q_OBJECT
public:
    enum class Mode {
        Pass,
        HoldReplies, ///< requests arrive, answers never do
        CutBeforeBigRequest, ///< a request of 4 KiB or more does not arrive, the connection ends
        CutAfterBigRequest, ///< it arrives; instead of the answer the connection ends
    };

    explicit TcpRelay(quint16 target, const QHostAddress &listenOn = QHostAddress::LocalHost);

    QString host() const { return m_server.serverAddress().toString(); }
    quint16 port() const { return m_server.serverPort(); }
    void setMode(Mode mode) { m_mode = mode; }
    /// How many clients have come so far.
    int connections() const { return m_connections; }
    /// How many requests of 4 KiB or more they have sent, also those that were cut off.
    int bigRequests() const { return m_bigRequests; }

private:
    struct Pair
    {
        std::unique_ptr<QTcpSocket> client;
        QTcpSocket server;
        qint64 request = 0; ///< bytes since the last answer
        bool cutOnAnswer = false;
    };
    void accept();
    void fromClient(Pair *pair);
    void fromServer(Pair *pair);

    QTcpServer m_server;
    quint16 m_target;
    Mode m_mode = Mode::Pass;
    int m_connections = 0;
    int m_bigRequests = 0;
    std::vector<std::unique_ptr<Pair>> m_pairs;
};

} // namespace likeness::test
