// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/net/http.h"

namespace likeness {

/// How requests to one endpoint are signed in: Basic, Negotiate, NTLM or OAuth, for one account. Shared by
/// everything that talks to that endpoint, logic thread; used by the signed-in transport only. Errors:
/// SignInNeeded (nothing kept, or what is kept no longer counts), NoTicket, EncryptionNeeded (an unencrypted
/// URL), and those of the way to a token server. Nothing of it is ever logged.
class HttpSignIn
{
public:
    virtual ~HttpSignIn() = default;

    /// The request with what proves who asks; only ever for https (or, in tests, nothing secret).
    virtual JobPtr<HttpRequest> signedRequest(const HttpRequest &request) = 0;
    /// A server answered 401: get something newer, once for all who wait. True = worth sending again.
    virtual JobPtr<bool> renewed(const HttpReply &refusal) = 0;
};

} // namespace likeness
