// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/auth/signin.h"
#include "services/secrets/secretstore.h"

#include <QString>

namespace likeness {

enum class PasswordScheme {
    Basic, ///< the password itself, in every request
    Ntlm, ///< the transport proves that it is known, once for each connection
};

/// Name and password for one endpoint. The password comes from the secret store each time and goes nowhere
/// but into TLS: EncryptionNeeded otherwise, SignInNeeded when none is kept. A refused password is not tried
/// again, so that no account gets locked.
class PasswordSignIn final : public HttpSignIn
{
public:
    /// The name as the server knows it: kim, CONTOSO\kim or kim@contoso.test.
    PasswordSignIn(PasswordScheme scheme, QString user, QString secretKey, SecretStore &secrets);

    JobPtr<HttpRequest> signedRequest(const HttpRequest &request) override;
    JobPtr<bool> renewed(const HttpReply &refusal) override;

private:
    class Signing;
    PasswordScheme m_scheme;
    QString m_user;
    QString m_secretKey;
    SecretStore &m_secrets;
};

} // namespace likeness
