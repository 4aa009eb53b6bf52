// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/common/errordetails.h"

#include <QCoreApplication>
#include <QStringList>

namespace likeness {
namespace {

const char *nameOfErrc(Errc code)
{
    switch (code) {
    case Errc::Cancelled:
        return "cancelled";
    case Errc::Offline:
        return "offline";
    case Errc::Timeout:
        return "timeout";
    case Errc::CertificateExpired:
        return "certificate-expired";
    case Errc::CertificateWrongName:
        return "certificate-wrong-name";
    case Errc::CertificateUnknownIssuer:
        return "certificate-unknown-issuer";
    case Errc::EncryptionNeeded:
        return "encryption-needed";
    case Errc::SignInNeeded:
        return "sign-in-needed";
    case Errc::AccountLocked:
        return "account-locked";
    case Errc::AccountDisabled:
        return "account-disabled";
    case Errc::AccountExpired:
        return "account-expired";
    case Errc::PasswordExpired:
        return "password-expired";
    case Errc::PasswordMustChange:
        return "password-must-change";
    case Errc::NoTicket:
        return "no-ticket";
    case Errc::ConsentNeeded:
        return "consent-needed";
    case Errc::Forbidden:
        return "forbidden";
    case Errc::ReadOnly:
        return "read-only";
    case Errc::NotFound:
        return "not-found";
    case Errc::Ambiguous:
        return "ambiguous";
    case Errc::TooLarge:
        return "too-large";
    case Errc::Refused:
        return "refused";
    case Errc::Conflict:
        return "conflict";
    case Errc::NotVerified:
        return "not-verified";
    case Errc::Throttled:
        return "throttled";
    case Errc::BadReply:
        return "bad-reply";
    case Errc::Unsupported:
        return "unsupported";
    case Errc::NotAPicture:
        return "not-a-picture";
    case Errc::PictureUnsupported:
        return "picture-unsupported";
    case Errc::PictureBroken:
        return "picture-broken";
    case Errc::PictureTooLarge:
        return "picture-too-large";
    case Errc::PictureTooSlow:
        return "picture-too-slow";
    case Errc::NothingFits:
        return "nothing-fits";
    case Errc::NoFace:
        return "no-face";
    case Errc::BadInput:
        return "bad-input";
    case Errc::Local:
        return "local";
    }
    return "unknown";
}

} // namespace

QString errorDetails(const Error &error)
{
    QStringList lines {QStringLiteral("Likeness %1").arg(QCoreApplication::applicationVersion()),
        QStringLiteral("Error: %1").arg(QLatin1String(nameOfErrc(error.code)))};
    if (!error.detail.isEmpty())
        lines << QStringLiteral("Detail: %1").arg(error.detail);
    if (!error.serverTrace.isEmpty())
        lines << QStringLiteral("Server: %1").arg(error.serverTrace);
    if (error.retryAfter)
        lines << QStringLiteral("Retry after: %1 s").arg(error.retryAfter->count());
    return lines.join(u'\n');
}

} // namespace likeness
