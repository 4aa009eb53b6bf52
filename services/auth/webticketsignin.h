// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/auth/signin.h"
#include "services/auth/webtickets.h"
#include "services/job/sharedjob.h"
#include "services/net/pacing.h"
#include "services/secrets/secretstore.h"

namespace likeness {

/// Name and password that go to whoever gives the tickets out, and nowhere else.
struct TicketPassword
{
    QString user;
    QString secretKey;
    SecretStore &secrets;
};

/// Signs in to Skype for Business: the first request goes without a ticket, its refusal names who gives them
/// out, and one ticket serves all requests until it expires. It is asked for by name and password, or by
/// Kerberos or NTLM where no password is given (`tickets` is then signed in). Only servers of the configured
/// one's organisation are ever given a name, a password or a ticket. Errors beside those of HttpSignIn:
/// Unsupported. Outlives its jobs; logic thread.
class WebTicketSignIn final : public HttpSignIn
{
public:
    WebTicketSignIn(
        HttpTransport &tickets, QUrl configured, std::optional<TicketPassword> password, Pacing &pacing);

    JobPtr<HttpRequest> signedRequest(const HttpRequest &request) override;
    JobPtr<bool> renewed(const HttpReply &refusal) override;

private:
    class Asking;

    HttpTransport &m_tickets;
    QUrl m_configured;
    std::optional<TicketPassword> m_password;
    Pacing &m_pacing;
    QByteArray m_ticket;
    std::chrono::milliseconds m_freshUntil {};
};

} // namespace likeness
