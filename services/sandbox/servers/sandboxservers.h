// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/sandbox/servers/httphost.h"
#include "services/sandbox/servers/sandboxworld.h"

namespace likeness {

enum class SandboxService { Exchange, Autodiscover, Graph, Login, SharePoint, WebPictures, Skype };
/// What the servers' certificate is like.
enum class SandboxTls { Good, Expired, NotYetValid, WrongName };

/// Something that goes wrong with the next requests.
struct SandboxFault
{
    enum class Kind {
        Delay, ///< answered after `delay`
        Throttled, ///< `status` with Retry-After; nothing is done
        Busy, ///< Exchange: 500 with ErrorServerBusy and BackOffMilliseconds; elsewhere as Throttled
        DroppedBefore, ///< the connection ends, nothing is done
        DroppedAfter, ///< done, and the connection ends without an answer
        Truncated, ///< done, half the answer arrives
        WrongType, ///< done, the answer says it is text/html
        Malformed, ///< done, the answer is no XML, JSON or picture
        Unauthorised, ///< 401; nothing is done
        Failed, ///< `status` with no body; nothing is done
    };
    Kind kind = Kind::Delay;
    int requests = 1; ///< how many it meets
    QByteArray matching {}; ///< only those with this in "VERB /target" or in the body
    std::chrono::milliseconds delay {0}; ///< Delay; for Busy what the client is told to wait
    int status = 429;
    int retryAfter = 1; ///< seconds
};

/// A request as a server saw it.
struct RecordedRequest
{
    SandboxService service;
    SandboxRequest request;
    int status = 0; ///< what was answered, 0 = nothing
};

/// Where the servers are.
struct SandboxAddresses
{
    QUrl ews; ///< …/ews/Exchange.asmx
    QUrl autodiscover; ///< …/autodiscover/autodiscover.svc; the POX form ends in .xml
    QUrl graph; ///< in place of https://graph.microsoft.com
    QUrl login; ///< in place of https://login.microsoftonline.com
    QUrl sharePoint; ///< the My Site host
    QUrl webPictures; ///< where pictures for everybody lie, as KEY.jpg
    QUrl skype; ///< Skype for Business: where discovery begins
    QString caFile; ///< PEM
};

/// Exchange, Microsoft 365, SharePoint and Skype for Business of the sandbox organisation, as servers on
/// loopback in this process. The world and the directory outlive it; start() once. What fail() and requests()
/// tell may be asked from any thread.
class SandboxServers final
{
public:
    SandboxServers(SandboxWorld &world, const QString &directory);
    ~SandboxServers();
    Q_DISABLE_COPY_MOVE(SandboxServers)

    /// Errors: Local.
    Result<SandboxAddresses> start(SandboxTls tls = SandboxTls::Good);

    void fail(SandboxService service, const SandboxFault &fault);
    /// Faults that have not met their requests yet go away.
    void mend();
    /// What arrived, oldest first; the last few hundred.
    QList<RecordedRequest> requests() const;
    void forgetRequests();

    /// Signs somebody in without a browser: what the issuer would have handed out as refresh token.
    /// Empty = no such account.
    QByteArray refreshToken(const QString &upn, const QString &clientId, const QString &scope);
    /// Skype for Business knows no application any more, as after a while without use.
    void forgetApplications();
    /// Refresh tokens of that account stop working.
    void revokeTokens(const QString &upn);

private:
    class Private;
    const std::unique_ptr<Private> d;
};

} // namespace likeness
