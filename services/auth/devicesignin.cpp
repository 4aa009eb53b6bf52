// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/auth/devicesignin.h"

#include "services/auth/oauthrequests.h"

namespace likeness {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

DeviceSignIn::DeviceSignIn(HttpTransport &transport, OAuthSettings settings, Pacing &pacing)
    : m_transport(transport)
    , m_settings(std::move(settings))
    , m_pacing(pacing)
{
}

void DeviceSignIn::doStart()
{
    step(m_transport.send(deviceRequest(m_settings)), &DeviceSignIn::granted);
}

void DeviceSignIn::granted(const HttpReply &reply)
{
    const Result<DeviceGrant> grant = deviceGrantIn(reply);
    if (!grant)
        return finish(grant.error());
    m_grant = *grant;
    m_end = m_pacing.now() + m_grant.lifetime;
    wait();
    emit codeReceived(m_grant.userCode, m_grant.page);
}

void DeviceSignIn::wait()
{
    m_pacing.after(m_grant.interval, this, [this] { poll(); });
}

void DeviceSignIn::poll()
{
    if (isFinished())
        return;
    if (m_pacing.now() >= m_end)
        return finish(Error {Errc::Timeout, u"the code has expired"_s});
    attempt(m_transport.send(devicePollRequest(m_settings, m_grant.deviceCode)), &DeviceSignIn::polled);
}

void DeviceSignIn::polled(const Result<HttpReply> &reply)
{
    if (!reply && reply.error().code == Errc::Timeout) {
        m_grant.interval *= 2; // [RFC 8628] 3.5
        return wait();
    }
    if (!reply)
        return finish(reply.error());
    Result<DevicePoll> poll = devicePollIn(*reply);
    if (!poll)
        return finish(poll.error());
    if (poll->tokens)
        return finish(*std::move(poll->tokens));
    if (poll->slower)
        m_grant.interval += 5s;
    wait();
}

} // namespace likeness
