// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/composition/serverway.h"

#include "services/auth/negotiatesignin.h"
#include "services/auth/passwordsignin.h"
#include "services/auth/webticketsignin.h"
#include "services/net/loggingtransport.h"
#include "services/net/qthttptransport.h"
#include "services/net/retryingtransport.h"
#include "services/net/signedintransport.h"
#include "services/stores/microsoft365/clouds.h"

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

/// nullopt = what the system says.
std::optional<QNetworkProxy> proxyOf(const ProxySetting &setting)
{
    switch (setting.kind) {
    case ProxySetting::Kind::System:
        return std::nullopt;
    case ProxySetting::Kind::None:
        return QNetworkProxy(QNetworkProxy::NoProxy);
    case ProxySetting::Kind::Server:
        return QNetworkProxy(QNetworkProxy::HttpProxy, setting.host, setting.port);
    }
    Q_UNREACHABLE();
}

} // namespace

ServerWay::ServerWay(const World &world, const OrganisationFile &file, const EndpointSettings &endpoint)
    : m_house(world.house)
    , m_plain(bareWay(world, file, endpoint.caFile))
    , m_signIn(endpoint.kind == EndpointSettings::Kind::SkypeForBusiness ? ticketSignIn(world, file, endpoint)
                                                                         : signIn(world, endpoint))
    , m_signedIn(std::make_unique<SignedInTransport>(bareWay(world, file, endpoint.caFile), *m_signIn))
{
}

ServerWay::~ServerWay() = default;

std::unique_ptr<HttpTransport> ServerWay::bareWay(
    const World &world, const OrganisationFile &file, const QString &caFile) const
{
    std::unique_ptr<HttpTransport> logged = std::make_unique<LoggingTransport>(
        makeTransport({.caFile = file.resolved(caFile), .proxy = proxyOf(file.proxy)}));
    if (world.clock)
        logged = std::make_unique<ClockWatch>(std::move(logged), *world.clock);
    return std::make_unique<RetryingTransport>(std::move(logged), m_house->gates, m_house->pacing);
}

std::unique_ptr<HttpSignIn> ServerWay::signIn(const World &world, const EndpointSettings &endpoint)
{
    switch (endpoint.signIn) {
    case EndpointSettings::SignIn::Basic:
        return std::make_unique<PasswordSignIn>(
            PasswordScheme::Basic, endpoint.account, endpoint.secretKey(), world.secrets);
    case EndpointSettings::SignIn::Ntlm:
        return std::make_unique<PasswordSignIn>(
            PasswordScheme::Ntlm, endpoint.account, endpoint.secretKey(), world.secrets);
    case EndpointSettings::SignIn::OAuth: {
        auto oauth = std::make_unique<OAuthSignIn>(
            *m_plain, oauthSettingsOf(endpoint), world.secrets, endpoint.secretKey(), m_house->pacing);
        m_oauth = oauth.get();
        return oauth;
    }
    case EndpointSettings::SignIn::Negotiate:
    case EndpointSettings::SignIn::Simple: // these three belong to directories
    case EndpointSettings::SignIn::Gssapi:
    case EndpointSettings::SignIn::GssSpnego:
        break;
    }
    return std::make_unique<NegotiateSignIn>(world.workers);
}

/// Its servers take nothing but tickets, which somebody else gives out.
std::unique_ptr<HttpSignIn> ServerWay::ticketSignIn(
    const World &world, const OrganisationFile &file, const EndpointSettings &endpoint)
{
    if (endpoint.signIn == EndpointSettings::SignIn::Basic)
        return std::make_unique<WebTicketSignIn>(*m_plain, endpoint.url,
            TicketPassword {endpoint.account, endpoint.secretKey(), world.secrets}, m_house->pacing);
    m_ticketSignIn = signIn(world, endpoint);
    m_ticketWay = std::make_unique<SignedInTransport>(bareWay(world, file, endpoint.caFile), *m_ticketSignIn);
    return std::make_unique<WebTicketSignIn>(*m_ticketWay, endpoint.url, std::nullopt, m_house->pacing);
}

QUrl graphUrlOf(const EndpointSettings &endpoint)
{
    if (endpoint.cloud == EndpointSettings::Cloud::Custom)
        return endpoint.url;
    return microsoftClouds.at(static_cast<std::size_t>(endpoint.cloud)).graphUrl();
}

OAuthSettings oauthSettingsOf(const EndpointSettings &endpoint)
{
    const bool custom = endpoint.cloud == EndpointSettings::Cloud::Custom;
    const QUrl login = custom ? endpoint.loginUrl
                              : microsoftClouds.at(static_cast<std::size_t>(endpoint.cloud)).loginUrl();
    OAuthSettings settings = entraSettings(login, endpoint.tenant, endpoint.clientId);
    settings.userHint = endpoint.account;
    settings.scopes = {u"openid"_s, u"offline_access"_s};
    if (endpoint.kind == EndpointSettings::Kind::SharePoint)
        settings.scopes += u"https://"_s + endpoint.url.host() + u"/.default"_s;
    else
        settings.scopes += {u"User.ReadBasic.All"_s, u"ProfilePhoto.ReadWrite.All"_s};
    return settings;
}

} // namespace likeness
