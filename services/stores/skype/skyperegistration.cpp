// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/auth/webtickets.h"
#include "services/stores/skype/skypeserver.h"

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostDiscoverySteps = 10;

/// From the discovery address to an application.
class SkypeRegistration final : public JobOf<ucwa::Application>
{
public:
    explicit SkypeRegistration(SkypeServer &server)
        : m_discovery(server.discovery)
        , m_transport(server.transport)
        , m_endpointId(server.endpointId)
    {
    }

private:
    void doStart() override { ask(m_discovery); }

    void ask(const QUrl &address)
    {
        if (!isOfSameOrganisation(address, m_discovery))
            return finish(Error {Errc::Unsupported,
                u"the server sends on to %1, which is not of %2's domain; write that address down instead"_s
                    .arg(address.host(), m_discovery.host())});
        if (++m_steps > mostDiscoverySteps)
            return finish(Error {Errc::BadReply, u"discovery leads round and round"_s});
        m_asked = address;
        step(m_transport->send(ucwa::discoveryRequest(address)), &SkypeRegistration::follow);
    }

    void follow(const HttpReply &reply)
    {
        const Result<ucwa::Discovery> found = ucwa::discoveryIn(reply, m_asked);
        if (!found)
            return finish(found.error());
        if (!found->redirect.isEmpty())
            return ask(found->redirect);
        if (found->applications.isEmpty())
            return ask(found->user);
        if (!isOfSameOrganisation(found->applications, m_discovery))
            return ask(found->applications); // which says so
        m_asked = found->applications;
        step(m_transport->send(ucwa::applicationRequest(m_asked, m_endpointId)), &SkypeRegistration::take);
    }

    void take(const HttpReply &reply) { finish(ucwa::applicationIn(reply, m_asked)); }

    QUrl m_discovery;
    std::shared_ptr<HttpTransport> m_transport;
    QString m_endpointId;
    QUrl m_asked;
    int m_steps = 0;
};

} // namespace

JobPtr<ucwa::Application> registeredAt(const std::shared_ptr<SkypeServer> &server)
{
    return server->registration.join(
        [server] { return JobPtr<ucwa::Application>(new SkypeRegistration(*server)); });
}

} // namespace likeness
