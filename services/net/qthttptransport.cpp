// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/net/qthttptransport.h"

#include "services/net/qthttpcall.h"

#include <QNetworkAccessManager>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <map>

namespace likeness {
namespace {

using namespace Qt::StringLiterals;

class NoCookies final : public QNetworkCookieJar
{
public:
    using QNetworkCookieJar::QNetworkCookieJar;
    QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

class QtHttpTransport final : public HttpTransport
{
public:
    explicit QtHttpTransport(const HttpTransportSettings &settings);
    JobPtr<HttpReply> send(const HttpRequest &request) override;

private:
    std::shared_ptr<QNetworkAccessManager> newManager() const;
    std::shared_ptr<QNetworkAccessManager> managerFor(const HttpRequest &request);

    HttpTransportSettings m_settings;
    QSslConfiguration m_tls = QSslConfiguration::defaultConfiguration();
    std::optional<Error> m_unusable;
    /// By user and password, because a connection signed in by NTLM stays signed in.
    std::map<std::pair<QString, QByteArray>, std::shared_ptr<QNetworkAccessManager>> m_managers;
};

/// Whom this machine trusts. Qt reads some hundred files for it each time, which takes half a second.
const QList<QSslCertificate> &machineAuthorities()
{
    static const QList<QSslCertificate> authorities = QSslConfiguration::systemCaCertificates();
    return authorities;
}

QtHttpTransport::QtHttpTransport(const HttpTransportSettings &settings)
    : m_settings(settings)
{
    m_tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (settings.caFile.isEmpty())
        return;
    const QList<QSslCertificate> own = QSslCertificate::fromPath(settings.caFile);
    if (own.isEmpty())
        m_unusable = Error {Errc::BadInput, u"no certificate in the CA file " % settings.caFile};
    m_tls.setCaCertificates(machineAuthorities() + own);
}

std::shared_ptr<QNetworkAccessManager> QtHttpTransport::newManager() const
{
    auto manager = std::make_shared<QNetworkAccessManager>();
    manager->setCookieJar(new NoCookies(manager.get()));
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    if (m_settings.proxy)
        manager->setProxy(*m_settings.proxy);
    return manager;
}

std::shared_ptr<QNetworkAccessManager> QtHttpTransport::managerFor(const HttpRequest &request)
{
    const std::optional<HttpLogin> &login = request.login;
    if (login && !request.isRead())
        return newManager(); // with one connection, which the call signs in before it writes
    auto &manager
        = m_managers[login ? std::pair(login->user, login->password) : std::pair<QString, QByteArray>()];
    if (!manager)
        manager = newManager();
    return manager;
}

JobPtr<HttpReply> QtHttpTransport::send(const HttpRequest &request)
{
    if (m_unusable)
        return JobPtr<HttpReply>(new QtHttpRefusal(*m_unusable));
    const QString scheme = request.url.scheme();
    if ((scheme != u"https" && scheme != u"http") || request.url.host().isEmpty())
        return JobPtr<HttpReply>(new QtHttpRefusal({Errc::BadInput, u"not an http or https address"_s}));
    if (!request.url.userInfo().isEmpty())
        return JobPtr<HttpReply>(new QtHttpRefusal({Errc::BadInput, u"a name or password in an address"_s}));
    return JobPtr<HttpReply>(new QtHttpCall(managerFor(request), m_tls, request, m_settings.replyLimit));
}

} // namespace

std::unique_ptr<HttpTransport> makeTransport(const HttpTransportSettings &settings)
{
    return std::make_unique<QtHttpTransport>(settings);
}

QByteArray userAgent()
{
    return QByteArrayLiteral("Likeness/" LIKENESS_VERSION);
}

} // namespace likeness
