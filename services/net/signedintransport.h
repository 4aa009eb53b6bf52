// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/auth/signin.h"
#include "services/job/sharedjob.h"

#include <memory>

namespace likeness {

/// Signs every request. On 401 the sign-in is renewed, once for all who wait, and the request sent once more;
/// a second 401 is the answer. The sign-in is shared with others and outlives this.
class SignedInTransport final : public HttpTransport
{
public:
    SignedInTransport(std::unique_ptr<HttpTransport> inner, HttpSignIn &signIn);
    JobPtr<HttpReply> send(const HttpRequest &request) override;

private:
    class Call;
    std::unique_ptr<HttpTransport> m_inner;
    HttpSignIn &m_signIn;
    SharedJob<bool> m_renewal;
    int m_renewals = 0; ///< tells a request signed before a renewal that it need not ask for another
};

} // namespace likeness
