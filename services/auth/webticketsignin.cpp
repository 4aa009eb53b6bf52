// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/auth/webticketsignin.h"

#include "services/auth/encryptedonly.h"
#include "services/job/readyjob.h"

#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A ticket from the issuer that a refusal has named.
class WebTicketSignIn::Asking final : public JobOf<bool>
{
    Q_OBJECT
public:
    Asking(WebTicketSignIn &signIn, QUrl issuer)
        : m_signIn(signIn)
        , m_issuer(std::move(issuer))
    {
    }

private:
    void doStart() override
    {
        if (!m_signIn.m_password)
            return step(m_signIn.m_tickets.send(ticketRequest(m_issuer)), &Asking::answered);
        step(m_signIn.m_password->secrets.load(m_signIn.m_password->secretKey), &Asking::askByPassword);
    }
    void askByPassword(const std::optional<QByteArray> &password)
    {
        if (!password)
            return finish(Error {Errc::SignInNeeded, u"no password is kept for this account"_s});
        const HttpRequest request = ticketRequest(m_issuer, m_signIn.m_password->user, *password);
        step(m_signIn.m_tickets.send(request), &Asking::answered);
    }
    void answered(const HttpReply &reply)
    {
        const Result<WebTicket> ticket = ticketIn(reply);
        if (!ticket)
            return finish(ticket.error());
        const auto early = std::min<std::chrono::milliseconds>(60s, ticket->lifetime / 2);
        m_signIn.m_ticket = ticket->token;
        m_signIn.m_freshUntil = m_signIn.m_pacing.now() + ticket->lifetime - early;
        finish(true);
    }

    WebTicketSignIn &m_signIn;
    QUrl m_issuer;
};

WebTicketSignIn::WebTicketSignIn(
    HttpTransport &tickets, QUrl configured, std::optional<TicketPassword> password, Pacing &pacing)
    : m_tickets(tickets)
    , m_configured(std::move(configured))
    , m_password(std::move(password))
    , m_pacing(pacing)
{
}

JobPtr<HttpRequest> WebTicketSignIn::signedRequest(const HttpRequest &request)
{
    if (std::optional<Error> missing = encryptionMissing(request.url))
        return readyJob<HttpRequest>(*std::move(missing));
    HttpRequest signedOne = request;
    const bool mayHave = isOfSameOrganisation(request.url, m_configured);
    if (mayHave && !m_ticket.isEmpty() && m_pacing.now() < m_freshUntil)
        signedOne.headers.emplace_back("Authorization", "Bearer " + m_ticket);
    return readyJob<HttpRequest>(signedOne);
}

JobPtr<bool> WebTicketSignIn::renewed(const HttpReply &refusal)
{
    m_ticket.clear();
    const auto refused = [](Errc code, const QString &words) { return readyJob<bool>(Error {code, words}); };
    const std::optional<TicketIssuer> issuer = ticketIssuerIn(refusal);
    if (!issuer)
        return refused(Errc::BadReply, u"a refusal that names nobody who gives tickets out"_s);
    if (!isOfSameOrganisation(issuer->address, m_configured))
        return refused(Errc::Unsupported,
            u"tickets are given out by %1, which is not of %2's domain"_s.arg(
                issuer->address.host(), m_configured.host()));
    if (!issuer->gives(m_password ? TicketGrant::Password : TicketGrant::Windows))
        return refused(Errc::Unsupported,
            u"this kind of sign-in is not offered, only "_s + issuer->grants.join(u", "_s).left(200));
    return JobPtr<bool>(new Asking(*this, issuer->address));
}

} // namespace likeness

#include "webticketsignin.moc"
