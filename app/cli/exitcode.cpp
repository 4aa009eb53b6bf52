// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/cli/exitcode.h"

#include <QtGlobal>

namespace likeness {

ExitCode exitCodeOf(Errc code)
{
    switch (code) {
    case Errc::Cancelled:
        return ExitCode::Cancelled;
    case Errc::Offline:
    case Errc::Timeout:
    case Errc::ProxyFailed:
    case Errc::CertificateExpired:
    case Errc::CertificateWrongName:
    case Errc::CertificateUnknownIssuer:
    case Errc::ClockWrong:
    case Errc::EncryptionNeeded:
    case Errc::Throttled:
    case Errc::BadReply:
        return ExitCode::Unreachable;
    case Errc::SignInNeeded:
    case Errc::AccountLocked:
    case Errc::AccountDisabled:
    case Errc::AccountExpired:
    case Errc::PasswordExpired:
    case Errc::PasswordMustChange:
    case Errc::NoTicket:
    case Errc::ConsentNeeded:
        return ExitCode::SignIn;
    case Errc::Forbidden:
    case Errc::ForbiddenByPolicy:
    case Errc::PolicyUnusable:
    case Errc::ReadOnly:
    case Errc::NotPublic:
    case Errc::TooLarge:
    case Errc::Refused:
        return ExitCode::Refused;
    case Errc::NotFound:
        return ExitCode::NotFound;
    case Errc::Ambiguous:
        return ExitCode::Ambiguous;
    case Errc::Conflict:
        return ExitCode::Conflict;
    case Errc::NotVerified:
        return ExitCode::NotVerified;
    case Errc::Unsupported:
        return ExitCode::Unsupported;
    case Errc::NotAPicture:
    case Errc::PictureUnsupported:
    case Errc::PictureBroken:
    case Errc::PictureTooLarge:
    case Errc::PictureTooSlow:
    case Errc::NothingFits:
    case Errc::NoFace:
        return ExitCode::BadPicture;
    case Errc::BadInput:
        return ExitCode::Usage;
    case Errc::Local:
        return ExitCode::Failed;
    }
    Q_UNREACHABLE();
}

} // namespace likeness
