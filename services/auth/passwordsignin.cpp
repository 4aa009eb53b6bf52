// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/auth/passwordsignin.h"

#include "services/auth/encryptedonly.h"
#include "services/job/readyjob.h"

namespace likeness {

using namespace Qt::StringLiterals;

class PasswordSignIn::Signing final : public JobOf<HttpRequest>
{
    Q_OBJECT
public:
    Signing(const PasswordSignIn &signIn, HttpRequest request)
        : m_signIn(signIn)
        , m_request(std::move(request))
    {
    }

private:
    void doStart() override
    {
        if (std::optional<Error> missing = encryptionMissing(m_request.url))
            return finish(*std::move(missing));
        if (m_signIn.m_scheme == PasswordScheme::Basic && m_signIn.m_user.contains(u':'))
            return finish(Error {Errc::BadInput, u"a colon in a user name"_s}); // [RFC 7617] 2
        step(m_signIn.m_secrets.load(m_signIn.m_secretKey), &Signing::sign);
    }
    void sign(const std::optional<QByteArray> &password)
    {
        if (!password)
            return finish(Error {Errc::SignInNeeded, u"no password is kept for this account"_s});
        if (m_signIn.m_scheme == PasswordScheme::Ntlm) {
            m_request.login = HttpLogin {m_signIn.m_user, *password};
        } else {
            const QByteArray both = m_signIn.m_user.toUtf8() + ':' + *password;
            m_request.headers.emplace_back("Authorization", "Basic " + both.toBase64());
        }
        finish(std::move(m_request));
    }

    const PasswordSignIn &m_signIn;
    HttpRequest m_request;
};

PasswordSignIn::PasswordSignIn(PasswordScheme scheme, QString user, QString secretKey, SecretStore &secrets)
    : m_scheme(scheme)
    , m_user(std::move(user))
    , m_secretKey(std::move(secretKey))
    , m_secrets(secrets)
{
}

JobPtr<HttpRequest> PasswordSignIn::signedRequest(const HttpRequest &request)
{
    return JobPtr<HttpRequest>(new Signing(*this, request));
}

JobPtr<bool> PasswordSignIn::renewed(const HttpReply &)
{
    return readyJob<bool>(false);
}

} // namespace likeness

#include "passwordsignin.moc"
