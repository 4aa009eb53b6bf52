// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/composition/signinrun.h"

#include "services/auth/devicesignin.h"

namespace likeness {

SignInRun::SignInRun(const ServerWay::World &world, const OrganisationFile &file,
    const EndpointSettings &endpoint, std::optional<Browser> browser)
    : m_house(world.house)
    , m_settings(oauthSettingsOf(endpoint))
    , m_way(world, file, endpoint)
    , m_browser(std::move(browser))
{
}

void SignInRun::doStart()
{
    if (!m_way.oauth())
        return finish(Error {Errc::BadInput, QStringLiteral("this endpoint does not sign in by OAuth")});
    if (m_browser) {
        BrowserSignInSettings settings;
        settings.oauth = m_settings;
        settings.page = m_browser->page;
        settings.openBrowser = m_browser->open;
        return step(browserSignIn(m_way.plain(), std::move(settings)), &SignInRun::keep);
    }
    auto device = std::make_unique<DeviceSignIn>(m_way.plain(), m_settings, m_house->pacing);
    connect(device.get(), &DeviceSignIn::codeReceived, this, &SignInRun::codeReceived);
    step(JobPtr<OAuthTokens>(device.release()), &SignInRun::keep);
}

void SignInRun::keep(const OAuthTokens &tokens)
{
    step(m_way.oauth()->accept(tokens), &SignInRun::end);
}

} // namespace likeness
