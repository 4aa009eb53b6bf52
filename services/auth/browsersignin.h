// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/auth/loopbacklistener.h"
#include "services/auth/oauthreplies.h"
#include "services/auth/oauthrequests.h"

#include <functional>

namespace likeness {

struct BrowserSignInSettings
{
    OAuthSettings oauth {};
    QString claims {}; ///< what a server asked for besides; may be empty
    LoopbackPage page {};
    std::function<bool(const QUrl &)> openBrowser {}; ///< false = no browser could be opened
    std::chrono::milliseconds timeLimit {std::chrono::minutes(5)};
};

/// Signs in with the system's browser: authorization code with PKCE [RFC 6749, 7636, 8252]. The person types
/// nothing into this program. Cancelled when they decline there.
JobPtr<OAuthTokens> browserSignIn(HttpTransport &transport, BrowserSignInSettings settings);

} // namespace likeness
