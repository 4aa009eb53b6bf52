// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/net/qthttpcall.h"

#include "services/net/certificateerror.h"
#include "services/net/channelbinding.h"
#include "services/net/qthttptransport.h"
#include "services/net/replyheaders.h"

#include <QAuthenticator>
#include <QNetworkAccessManager>
#include <QNetworkProxy>

namespace likeness {
namespace {

using namespace Qt::StringLiterals;

bool isAnswer(const QNetworkReply &reply)
{
    const QNetworkReply::NetworkError error = reply.error();
    if (!reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid())
        return false;
    const bool broken = error == QNetworkReply::ContentReSendError || error == QNetworkReply::ProtocolFailure
        || error == QNetworkReply::ProtocolUnknownError;
    // from 200 on, Qt's codes are names for statuses
    return error == QNetworkReply::NoError || (error > 200 && !broken);
}

Errc wayErrc(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return Errc::Timeout;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return Errc::ProxyFailed;
    case QNetworkReply::SslHandshakeFailedError: // and nothing is wrong with the certificate
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::UnknownContentError:
        return Errc::BadReply;
    case QNetworkReply::ProtocolUnknownError:
        return Errc::BadInput;
    default:
        return Errc::Offline;
    }
}

bool isThroughProxy(const QNetworkAccessManager &manager, const QUrl &url)
{
    QNetworkProxy proxy = manager.proxy();
    if (proxy.type() == QNetworkProxy::DefaultProxy)
        proxy = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url))
                    .value(0, QNetworkProxy(QNetworkProxy::NoProxy));
    return proxy.type() != QNetworkProxy::NoProxy;
}

QString serverOf(const QUrl &url)
{
    return url.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
}

} // namespace

QtHttpCall::QtHttpCall(std::shared_ptr<QNetworkAccessManager> manager, const QSslConfiguration &tls,
    HttpRequest request, qint64 replyLimit)
    : m_manager(std::move(manager))
    , m_tls(tls)
    , m_request(std::move(request))
    , m_replyLimit(replyLimit)
{
}

QNetworkRequest QtHttpCall::networkRequest() const
{
    QNetworkRequest request(m_request.url);
    request.setSslConfiguration(m_tls);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute,
        m_request.login ? QNetworkRequest::Automatic : QNetworkRequest::Manual);
    request.setRawHeader("User-Agent", userAgent());
    for (const auto &[name, value] : m_request.headers)
        request.setRawHeader(name, value);
    return request;
}

void QtHttpCall::doStart()
{
    m_timeLimit.setSingleShot(true);
    connect(&m_timeLimit, &QTimer::timeout, this, &QtHttpCall::timeIsUp);
    m_timeLimit.start(m_request.timeLimit);
    if (m_request.login && !m_request.isRead())
        signConnection();
    else
        send();
    watch();
}

void QtHttpCall::signConnection()
{
    m_signing = true;
    m_reply.reset(m_manager->get(networkRequest()));
}

void QtHttpCall::connectionSigned()
{
    m_signing = false;
    m_connected = false;
    m_body.clear();
    m_reply->disconnect(this);
    m_manager->disconnect(this);
    send();
    watch();
}

void QtHttpCall::send()
{
    const QNetworkRequest request = networkRequest();
    if (m_request.verb == "GET") {
        m_reply.reset(m_manager->get(request));
    } else if (m_request.verb == "HEAD") {
        m_reply.reset(m_manager->head(request));
    } else if (m_request.isRead()) {
        m_reply.reset(m_manager->sendCustomRequest(request, m_request.verb, m_request.body));
    } else {
        m_sendBody.reset(new OneTimeBody(m_request.body));
        m_reply.reset(m_manager->sendCustomRequest(request, m_request.verb, m_sendBody.get()));
    }
}

void QtHttpCall::watch()
{
    QNetworkReply *reply = m_reply.get();
    connect(reply, &QNetworkReply::finished, this, &QtHttpCall::ended);
    connect(reply, &QNetworkReply::readyRead, this, &QtHttpCall::takeBytes);
    connect(reply, &QNetworkReply::sslErrors, this,
        [this](const QList<QSslError> &errors) { m_certificate = certificateError(errors); });
    connect(reply, &QNetworkReply::metaDataChanged, this, [this] {
        m_connected = true;
        const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (m_sendBody && (status == 307 || status == 308))
            m_sendBody->setRedirected();
    });
    connect(reply, &QNetworkReply::requestSent, this, [this] { m_connected = true; });
    connect(reply, &QNetworkReply::uploadProgress, this,
        [this](qint64 sent, qint64) { m_connected = m_connected || sent > 0; });
    if (m_request.login)
        connect(
            m_manager.get(), &QNetworkAccessManager::authenticationRequired, this, &QtHttpCall::answerLogin);
}

void QtHttpCall::answerLogin(QNetworkReply *reply, QAuthenticator *authenticator)
{
    if (reply != m_reply.get() || std::exchange(m_loginGiven, true))
        return; // asked again = refused; the 401 is the answer
    authenticator->setUser(m_request.login->user);
    authenticator->setPassword(QString::fromUtf8(m_request.login->password));
}

void QtHttpCall::takeBytes()
{
    m_body += m_reply->readAll();
    if (m_body.size() <= m_replyLimit)
        return;
    letGo();
    finish(Error {Errc::BadReply,
        serverOf(m_request.url) % u" sent more than " % QString::number(m_replyLimit) % u" bytes"});
}

void QtHttpCall::ended()
{
    m_body += m_reply->readAll();
    if (!isAnswer(*m_reply)) {
        Error error = wayError();
        letGo();
        return finish(std::move(error));
    }
    HttpReply answer;
    answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (m_signing && answer.status != 401)
        return connectionSigned();
    if (answer.status == 401)
        answer.channelBinding = channelBindingOf(m_reply->sslConfiguration().peerCertificate());
    answer.headers = m_reply->rawHeaderPairs();
    answer.body = std::move(m_body);
    // now and then Qt 6.4 calls an answer whole although the connection ended in the middle of it
    if (isCutShort(m_signing ? QByteArray("GET") : m_request.verb, answer)) {
        const QString server = serverOf(m_request.url);
        Error error
            = notKnown({Errc::Offline, server % u": the connection ended in the middle of an answer"});
        letGo();
        return finish(std::move(error));
    }
    letGo();
    finish(std::move(answer));
}

Error QtHttpCall::wayError() const
{
    if (m_certificate)
        return *m_certificate;
    Errc code = wayErrc(m_reply->error());
    // Qt 6.4 has no code for a proxy that is not there
    if (m_reply->error() == QNetworkReply::UnknownNetworkError && isThroughProxy(*m_manager, m_request.url))
        code = Errc::ProxyFailed;
    return notKnown({code, serverOf(m_request.url) % u": " % m_reply->errorString()});
}

void QtHttpCall::timeIsUp()
{
    const QString limit = QString::number(m_request.timeLimit.count());
    Error error
        = notKnown({Errc::Timeout, serverOf(m_request.url) % u": no answer within " % limit % u" ms"});
    letGo();
    finish(std::move(error));
}

Error QtHttpCall::notKnown(Error error) const
{
    // of a request without a body Qt does not tell whether it was sent
    const QNetworkReply::NetworkError end = m_reply->error();
    const bool unsaid = end == QNetworkReply::NoError || end == QNetworkReply::RemoteHostClosedError;
    const bool unfinished
        = m_connected || end == QNetworkReply::ContentReSendError || (m_request.body.isEmpty() && unsaid);
    if (unfinished && !m_signing && !m_request.isRead())
        error.detail += u"; what became of the "_s % QString::fromLatin1(m_request.verb) % u" is not known";
    return error;
}

void QtHttpCall::letGo()
{
    m_timeLimit.stop();
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_manager->disconnect(this);
    m_reply->abort();
    m_reply.reset();
    m_sendBody.reset();
}

} // namespace likeness
