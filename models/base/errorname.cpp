// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/base/errorname.h"

#include <QtGlobal>

namespace likeness {

QLatin1String errorName(Errc code)
{
    switch (code) {
    case Errc::Cancelled:
        return QLatin1String("cancelled");
    case Errc::Offline:
        return QLatin1String("offline");
    case Errc::Timeout:
        return QLatin1String("timeout");
    case Errc::ProxyFailed:
        return QLatin1String("proxy-failed");
    case Errc::CertificateExpired:
        return QLatin1String("certificate-expired");
    case Errc::CertificateWrongName:
        return QLatin1String("certificate-wrong-name");
    case Errc::CertificateUnknownIssuer:
        return QLatin1String("certificate-unknown-issuer");
    case Errc::ClockWrong:
        return QLatin1String("clock-wrong");
    case Errc::EncryptionNeeded:
        return QLatin1String("encryption-needed");
    case Errc::SignInNeeded:
        return QLatin1String("sign-in-needed");
    case Errc::AccountLocked:
        return QLatin1String("account-locked");
    case Errc::AccountDisabled:
        return QLatin1String("account-disabled");
    case Errc::AccountExpired:
        return QLatin1String("account-expired");
    case Errc::PasswordExpired:
        return QLatin1String("password-expired");
    case Errc::PasswordMustChange:
        return QLatin1String("password-must-change");
    case Errc::NoTicket:
        return QLatin1String("no-ticket");
    case Errc::ConsentNeeded:
        return QLatin1String("consent-needed");
    case Errc::Forbidden:
        return QLatin1String("forbidden");
    case Errc::ForbiddenByPolicy:
        return QLatin1String("forbidden-by-policy");
    case Errc::PolicyUnusable:
        return QLatin1String("policy-unusable");
    case Errc::ReadOnly:
        return QLatin1String("read-only");
    case Errc::NotPublic:
        return QLatin1String("not-public");
    case Errc::NotFound:
        return QLatin1String("not-found");
    case Errc::Ambiguous:
        return QLatin1String("ambiguous");
    case Errc::TooLarge:
        return QLatin1String("too-large");
    case Errc::Refused:
        return QLatin1String("refused");
    case Errc::Conflict:
        return QLatin1String("conflict");
    case Errc::NotVerified:
        return QLatin1String("not-verified");
    case Errc::Throttled:
        return QLatin1String("throttled");
    case Errc::BadReply:
        return QLatin1String("bad-reply");
    case Errc::Unsupported:
        return QLatin1String("unsupported");
    case Errc::NotAPicture:
        return QLatin1String("not-a-picture");
    case Errc::PictureUnsupported:
        return QLatin1String("picture-unsupported");
    case Errc::PictureBroken:
        return QLatin1String("picture-broken");
    case Errc::PictureTooLarge:
        return QLatin1String("picture-too-large");
    case Errc::PictureTooSlow:
        return QLatin1String("picture-too-slow");
    case Errc::NothingFits:
        return QLatin1String("nothing-fits");
    case Errc::NoFace:
        return QLatin1String("no-face");
    case Errc::BadInput:
        return QLatin1String("bad-input");
    case Errc::Local:
        return QLatin1String("local");
    }
    Q_UNREACHABLE();
}

std::optional<Errc> errorNamed(const QString &name)
{
    for (int code = 0; code <= static_cast<int>(Errc::Local); ++code) {
        if (errorName(static_cast<Errc>(code)) == name)
            return static_cast<Errc>(code);
    }
    return std::nullopt;
}

} // namespace likeness
