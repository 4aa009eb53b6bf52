// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/auth/oauthsignin.h"
#include "services/net/clockwatch.h"
#include "services/net/servergates.h"
#include "services/settings/organisationfile.h"

#include <memory>

class QThreadPool;

namespace likeness {

/// What everything that goes to web servers shares: the time, and a gate for each server.
struct WebHouse
{
    RealPacing pacing {};
    ServerGates gates {pacing, {}};
};

/// The whole way to one web server: sign in, wait where it asks for that, log, verify TLS. Owned by the store
/// and the directory of its endpoint together; owns everything on the way. Logic thread.
class ServerWay final : public HttpTransport
{
public:
    struct World
    {
        std::shared_ptr<WebHouse> house;
        SecretStore &secrets;
        QThreadPool &workers;
        ServerClock *clock = nullptr; ///< is told what time servers say it is; outlives the ways
    };
    ServerWay(const World &world, const OrganisationFile &file, const EndpointSettings &endpoint);
    ~ServerWay() override;

    JobPtr<HttpReply> send(const HttpRequest &request) override { return m_signedIn->send(request); }
    /// The same way without anybody's name.
    HttpTransport &plain() { return *m_plain; }
    /// Null unless the endpoint signs in by OAuth.
    OAuthSignIn *oauth() const { return m_oauth; }

private:
    std::unique_ptr<HttpTransport> bareWay(
        const World &world, const OrganisationFile &file, const QString &caFile) const;
    std::unique_ptr<HttpSignIn> signIn(const World &world, const EndpointSettings &endpoint);
    std::unique_ptr<HttpSignIn> ticketSignIn(
        const World &world, const OrganisationFile &file, const EndpointSettings &endpoint);

    std::shared_ptr<WebHouse> m_house;
    std::unique_ptr<HttpTransport> m_plain; ///< also to the token server
    OAuthSignIn *m_oauth = nullptr;
    std::unique_ptr<HttpSignIn> m_ticketSignIn; ///< to who gives out web tickets, where no password does
    std::unique_ptr<HttpTransport> m_ticketWay;
    std::unique_ptr<HttpSignIn> m_signIn;
    std::unique_ptr<HttpTransport> m_signedIn;
};

/// Where and as what an endpoint's account signs in by OAuth.
OAuthSettings oauthSettingsOf(const EndpointSettings &endpoint);
/// Microsoft Graph of the endpoint's cloud.
QUrl graphUrlOf(const EndpointSettings &endpoint);

} // namespace likeness
