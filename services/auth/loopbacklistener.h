// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/job/job.h"

#include <QHash>
#include <QTcpServer>
#include <QTimer>
#include <QUrl>

class QTcpSocket;

namespace likeness {

/// What the browser shows when it has come back; translated by whoever asks. Plain text.
struct LoopbackPage
{
    QString title;
    QString text;
};

/// Waits on loopback for the browser to come back from a sign-in page: one GET of "/" with our state.
/// Anything else is answered 404 and forgotten, so that no other program or page can end or answer the wait.
/// The result is the address with everything in its query. Timeout when nobody comes.
class LoopbackListener final : public JobOf<QUrl>
{
    Q_OBJECT
public:
    LoopbackListener(QByteArray state, LoopbackPage page, std::chrono::milliseconds timeLimit);

    /// http://localhost:PORT/, already listening; invalid when this machine has no loopback.
    QUrl address() const;

private:
    void doStart() override;
    void doCancel() override { close(); }
    void accept(QTcpServer &server);
    void read(QTcpSocket &socket);
    /// The address asked for, if this is the request we wait for.
    std::optional<QUrl> expected(const QByteArray &requestLine) const;
    QByteArray pageBytes() const;
    void close();

    QByteArray m_state;
    LoopbackPage m_page;
    QTcpServer m_server;
    QTcpServer m_server6; ///< where a browser takes "localhost" for ::1
    QTimer m_timeLimit;
    std::chrono::milliseconds m_patience;
    int m_connections = 0;
};

} // namespace likeness
