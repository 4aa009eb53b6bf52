// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/net/certificateerror.h"

#include <QDateTime>
#include <QSslCertificate>

namespace likeness {
namespace {

std::optional<Errc> certificateErrc(QSslError::SslError error)
{
    switch (error) {
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::CertificateUntrusted:
    case QSslError::CertificateSignatureFailed:
    case QSslError::InvalidCaCertificate:
        return Errc::CertificateUnknownIssuer;
    case QSslError::CertificateExpired:
        return Errc::CertificateExpired;
    case QSslError::CertificateNotYetValid: // a server does not use those
        return Errc::ClockWrong;
    case QSslError::HostNameMismatch:
        return Errc::CertificateWrongName;
    default:
        return std::nullopt;
    }
}

QString certificateText(const QSslCertificate &certificate)
{
    return u": certificate of " % certificate.subjectDisplayName() % u", issued by "
        % certificate.issuerDisplayName() % u", valid from "
        % certificate.effectiveDate().toString(Qt::ISODate) % u" to "
        % certificate.expiryDate().toString(Qt::ISODate);
}

} // namespace

std::optional<Error> certificateError(const QList<QSslError> &errors)
{
    for (const Errc code : {Errc::CertificateUnknownIssuer, Errc::ClockWrong, Errc::CertificateExpired,
             Errc::CertificateWrongName}) {
        for (const QSslError &error : errors) {
            if (certificateErrc(error.error()) == code)
                return Error {code, error.errorString() % certificateText(error.certificate())};
        }
    }
    return std::nullopt;
}

} // namespace likeness
