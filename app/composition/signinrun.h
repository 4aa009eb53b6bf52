// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/composition/serverway.h"
#include "services/auth/browsersignin.h"

namespace likeness {

/// Signs the account of one endpoint in and keeps what came of it in the secret store: by the system's
/// browser, or with a code typed on another device. Owned by whoever asked; logic thread.
class SignInRun final : public JobOf<Done>
{
    Q_OBJECT
public:
    struct Browser
    {
        std::function<bool(const QUrl &)> open; ///< false = no browser could be opened
        LoopbackPage page; ///< what it shows in the end
    };
    /// Without a browser: by code.
    SignInRun(const ServerWay::World &world, const OrganisationFile &file, const EndpointSettings &endpoint,
        std::optional<Browser> browser);

signals:
    /// What to type where.
    void codeReceived(const QString &userCode, const QUrl &page);

private:
    void doStart() override;
    void keep(const OAuthTokens &tokens);
    void end(const Done &) { finish(Done {}); }

    std::shared_ptr<WebHouse> m_house;
    OAuthSettings m_settings;
    ServerWay m_way;
    std::optional<Browser> m_browser;
};

} // namespace likeness
