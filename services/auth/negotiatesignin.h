// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/auth/signin.h"

#include <QHash>

class QThreadPool;

namespace likeness {

/// Kerberos by SPNEGO, with the ticket the desktop session has; our own, because Qt 6.4's is broken on Linux.
/// GSSAPI may ask a KDC over the network, so it works in the pool. NoTicket: no ticket, an expired one, or a
/// service the KDC does not know. The token is bound to the server's certificate once a refusal has shown
/// it, which servers with Extended Protection ask for.
class NegotiateSignIn final : public HttpSignIn
{
public:
    explicit NegotiateSignIn(QThreadPool &pool);

    JobPtr<HttpRequest> signedRequest(const HttpRequest &request) override;
    JobPtr<bool> renewed(const HttpReply &refusal) override;

private:
    class Signing;
    QThreadPool &m_pool;
    QByteArray m_channelBinding; ///< of the one endpoint this is for
};

} // namespace likeness
