// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/sandbox/servers/sandboxservers.h"

#include <QBuffer>
#include <QEventLoop>
#include <QImage>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QTemporaryDir>

namespace likeness::test {

/// What came back over the wire, whatever it was.
struct Answer
{
    int status = 0; ///< 0 = no answer
    QByteArray body;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QMap<QByteArray, QByteArray> headers; ///< names in lower case
    QStringList tlsErrors;
};

struct Sent
{
    QByteArray verb = "GET";
    QUrl url;
    QByteArray body {};
    QList<std::pair<QByteArray, QByteArray>> headers {};
};

/// A client by Qt alone: none of our own HTTP code is between the test and the server.
class PlainClient
{
public:
    explicit PlainClient(const QString &caFile)
    {
        QSslConfiguration trust = QSslConfiguration::defaultConfiguration();
        trust.setCaCertificates(QSslCertificate::fromPath(caFile));
        m_trust = trust;
        m_network.setTransferTimeout(20'000);
        m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    }
    Answer send(const Sent &sent)
    {
        QNetworkRequest request(sent.url);
        request.setSslConfiguration(m_trust);
        request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        for (const auto &[name, value] : sent.headers)
            request.setRawHeader(name, value);
        const std::unique_ptr<QNetworkReply> reply(
            m_network.sendCustomRequest(request, sent.verb, sent.body));
        Answer answer;
        QObject::connect(
            reply.get(), &QNetworkReply::sslErrors, reply.get(), [&answer](const QList<QSslError> &errors) {
                for (const QSslError &each : errors)
                    answer.tlsErrors += each.errorString();
            });
        QEventLoop loop;
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        answer.body = reply->readAll();
        answer.error = reply->error();
        for (const auto &[name, value] : reply->rawHeaderPairs())
            answer.headers[name.toLower()] = value;
        return answer;
    }

private:
    QSslConfiguration m_trust;
    QNetworkAccessManager m_network;
};

/// A sandbox organisation with its servers up, and somebody to ask them.
struct RunningServers
{
    explicit RunningServers(SandboxTls tls = SandboxTls::Good)
        : servers(world, place.path())
    {
        const Result<SandboxAddresses> started = servers.start(tls);
        if (!started)
            qFatal("the servers do not start");
        at = *started;
        client.emplace(at.caFile);
    }
    Answer send(const Sent &sent) { return client->send(sent); }

    QTemporaryDir place;
    QList<std::pair<QString, QByteArray>> directoryWrites;
    SandboxWorld world {
        [this](const QString &key, const QByteArray &jpeg) { directoryWrites.emplaceBack(key, jpeg); }};
    SandboxServers servers;
    SandboxAddresses at;
    std::optional<PlainClient> client;
};

/// The picture as PNG.
inline QByteArray bytesOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

inline std::pair<QByteArray, QByteArray> basic(const SandboxAccount &account)
{
    const QByteArray pair = account.upn.toUtf8() + ':' + account.password;
    return {"Authorization", "Basic " + pair.toBase64()};
}

} // namespace likeness::test
