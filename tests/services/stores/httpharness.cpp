// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/services/stores/httpharness.h"

#include "services/net/qthttptransport.h"

namespace likeness::test {

using namespace Qt::StringLiterals;

namespace {

/// Puts something into every request on its way.
class ChangingTransport final : public HttpTransport
{
public:
    using Change = std::function<void(HttpRequest &)>;
    ChangingTransport(std::unique_ptr<HttpTransport> inner, Change change)
        : m_inner(std::move(inner))
        , m_change(std::move(change))
    {
    }
    JobPtr<HttpReply> send(const HttpRequest &request) override
    {
        HttpRequest changed = request;
        m_change(changed);
        return m_inner->send(changed);
    }

private:
    std::unique_ptr<HttpTransport> m_inner;
    Change m_change;
};

} // namespace

HttpHarness::HttpHarness(QUrl SandboxAddresses::*service)
    : m_service(service)
    , m_person(*m_world.person(u"ada.reyes"_s))
{
    restart(SandboxTls::Good);
}

void HttpHarness::restart(SandboxTls tls)
{
    m_servers = std::make_unique<SandboxServers>(m_world, m_directory.path());
    const Result<SandboxAddresses> at = m_servers->start(tls);
    if (!at)
        qFatal("the sandbox's servers do not start: %s", qUtf8Printable(at.error().detail));
    m_at = *at;
}

QUrl HttpHarness::relayed(QUrl url, const QHostAddress &listenOn)
{
    m_relay = std::make_unique<TcpRelay>(static_cast<quint16>(url.port()), listenOn);
    url.setHost(m_relay->host());
    url.setPort(m_relay->port());
    return url;
}

const char *HttpHarness::whyNot(Situation situation) const
{
    switch (situation) {
    case Situation::LockedAccount:
    case Situation::ExpiredPassword:
        return "a server on the web answers 401 and does not say why";
    default:
        return "this store cannot get there";
    }
}

std::unique_ptr<HttpTransport> HttpHarness::signedIn(
    std::unique_ptr<HttpTransport> transport, const SandboxAccount &account)
{
    const QByteArray pair = account.upn.toUtf8() + ':' + account.password;
    return std::make_unique<ChangingTransport>(
        std::move(transport), [value = QByteArray("Basic " + pair.toBase64())](HttpRequest &request) {
            request.headers.append({"Authorization", value});
        });
}

std::unique_ptr<PhotoStore> HttpHarness::store(Situation situation)
{
    HttpTransportSettings settings;
    std::chrono::milliseconds limit(15'000);
    SandboxAccount account = *m_world.account(m_person.keys.upn);
    if (situation == Situation::CertificateExpired)
        restart(SandboxTls::Expired);
    if (situation == Situation::CertificateWrongName)
        restart(SandboxTls::WrongName);
    settings.caFile = m_at.caFile;
    HttpPlace place {m_at.*m_service, m_at, account, nullptr};
    switch (situation) {
    case Situation::Plain:
    case Situation::CertificateExpired:
    case Situation::CertificateWrongName:
        break;
    case Situation::NoRight:
        place.account = *m_world.account(u"li.xiaolong"_s);
        break;
    case Situation::WrongPassword:
        place.account.password = "not the password";
        break;
    case Situation::LockedAccount:
    case Situation::ExpiredPassword:
        return nullptr;
    case Situation::Relayed:
        place.url = relayed(place.url);
        limit = std::chrono::milliseconds(1500);
        break;
    case Situation::ServerGone:
        place.url.setPort(1);
        break;
    case Situation::CertificateUnknownIssuer:
        settings.caFile.clear();
        break;
    }
    auto way = std::make_unique<ChangingTransport>(
        makeTransport(settings), [limit](HttpRequest &request) { request.timeLimit = limit; });
    place.transport = signedIn(std::move(way), place.account);
    return storeAt(place);
}

} // namespace likeness::test
