// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/auth/oauthreplies.h"
#include "services/auth/oauthsettings.h"
#include "services/job/job.h"
#include "services/net/pacing.h"

namespace likeness {

/// Signs in with a browser on another device, where this one has none: shows a code to type there and asks
/// the token server until that is done. [RFC 8628] Cancelled when the person declines, Timeout when the code
/// has expired.
class DeviceSignIn final : public JobOf<OAuthTokens>
{
    Q_OBJECT
public:
    DeviceSignIn(HttpTransport &transport, OAuthSettings settings, Pacing &pacing);

signals:
    /// What to tell the person: where to go and what to type.
    void codeReceived(const QString &userCode, const QUrl &page);

private:
    void doStart() override;
    void granted(const HttpReply &reply);
    void wait();
    void poll();
    void polled(const Result<HttpReply> &reply);

    HttpTransport &m_transport;
    OAuthSettings m_settings;
    Pacing &m_pacing;
    DeviceGrant m_grant;
    std::chrono::milliseconds m_end {};
};

} // namespace likeness
