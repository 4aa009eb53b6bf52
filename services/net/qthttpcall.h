// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/net/http.h"
#include "services/net/onetimebody.h"

#include <QNetworkReply>
#include <QSslConfiguration>
#include <QTimer>
#include <memory>

class QAuthenticator;

namespace likeness {

/// One request on its way through a QNetworkAccessManager. Made by the transport only.
class QtHttpCall final : public JobOf<HttpReply>
{
    Q_OBJECT
public:
    QtHttpCall(std::shared_ptr<QNetworkAccessManager> manager, const QSslConfiguration &tls,
        HttpRequest request, qint64 replyLimit);

private:
    void doStart() override;
    void doCancel() override { letGo(); }
    QNetworkRequest networkRequest() const;
    void send();
    /// NTLM signs connections, by sending a request up to three times: a small one, before a write.
    void signConnection();
    void connectionSigned();
    void watch();
    void answerLogin(QNetworkReply *reply, QAuthenticator *authenticator);
    void takeBytes();
    void ended();
    void timeIsUp();
    Error wayError() const;
    /// Says so when a write may have arrived.
    Error notKnown(Error error) const;
    void letGo();

    std::shared_ptr<QNetworkAccessManager> m_manager;
    QSslConfiguration m_tls;
    HttpRequest m_request;
    qint64 m_replyLimit;
    QTimer m_timeLimit;
    QByteArray m_body;
    std::optional<Error> m_certificate;
    bool m_connected = false; ///< bytes of the request may be on their way
    bool m_loginGiven = false;
    bool m_signing = false;
    struct Later
    {
        void operator()(QObject *object) const { object->deleteLater(); }
    };
    // the body outlives the reply, which reads it from another thread's signals
    std::unique_ptr<OneTimeBody, Later> m_sendBody;
    std::unique_ptr<QNetworkReply, Later> m_reply;
};

/// A request that cannot be sent at all.
class QtHttpRefusal final : public JobOf<HttpReply>
{
    Q_OBJECT
public:
    explicit QtHttpRefusal(Error error)
        : m_error(std::move(error))
    {
    }

private:
    void doStart() override { finish(m_error); }
    Error m_error;
};

} // namespace likeness
