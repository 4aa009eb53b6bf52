// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/directory/tlsprobe.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <chrono>

namespace likeness {
namespace {

using ProbeClock = std::chrono::steady_clock;

/// [RFC 4511] 4.14: ExtendedRequest 1.3.6.1.4.1.1466.20037 with message number 1.
const char startTlsRequest[] = "\x30\x1d\x02\x01\x01\x77\x18\x80\x16"
                               "1.3.6.1.4.1.1466.20037";

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
    case QSslError::CertificateNotYetValid:
        return Errc::CertificateExpired;
    case QSslError::HostNameMismatch:
        return Errc::CertificateWrongName;
    default:
        return std::nullopt;
    }
}

QString certificateText(const QSslCertificate &certificate)
{
    return u"certificate of " % certificate.subjectDisplayName() % u", issued by "
        % certificate.issuerDisplayName() % u", valid from "
        % certificate.effectiveDate().toString(Qt::ISODate) % u" to "
        % certificate.expiryDate().toString(Qt::ISODate);
}

/// Waits in turns; false when the time is up, the work is to stop, or the step failed for good.
template <class Step>
bool probeStep(
    const QSslSocket &socket, ProbeClock::time_point deadline, const std::stop_token &stop, Step step)
{
    while (!step()) {
        const bool over = ProbeClock::now() > deadline || stop.stop_requested();
        if (over || socket.error() != QAbstractSocket::SocketTimeoutError)
            return false;
    }
    return true;
}

} // namespace

std::optional<Error> certificateError(const QList<QSslError> &errors)
{
    for (const Errc code :
        {Errc::CertificateUnknownIssuer, Errc::CertificateExpired, Errc::CertificateWrongName}) {
        for (const QSslError &error : errors) {
            if (certificateErrc(error.error()) == code)
                return Error {code, error.errorString(), certificateText(error.certificate())};
        }
    }
    return std::nullopt;
}

std::optional<Error> explainConnection(const LdapSettings &settings, std::stop_token stop)
{
    constexpr int turn = 100; // ms
    const bool ldaps = settings.protection == LdapProtection::Ldaps;
    const auto deadline = ProbeClock::now() + settings.timeout;
    QSslSocket socket;
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (!settings.caFile.isEmpty())
        tls.setCaCertificates(QSslCertificate::fromPath(settings.caFile));
    socket.setSslConfiguration(tls);
    socket.setPeerVerifyName(settings.url.host());

    const auto gone = [&]() -> Error {
        if (stop.stop_requested())
            return {Errc::Cancelled};
        const bool late = ProbeClock::now() > deadline;
        return {late ? Errc::Timeout : Errc::Offline, socket.errorString(), settings.url.toString()};
    };
    socket.connectToHost(settings.url.host(), static_cast<quint16>(settings.url.port(ldaps ? 636 : 389)));
    if (!probeStep(socket, deadline, stop, [&] { return socket.waitForConnected(turn); }))
        return gone();
    if (settings.protection == LdapProtection::Sealed)
        return std::nullopt;
    if (!ldaps) {
        socket.write(startTlsRequest, sizeof startTlsRequest - 1);
        if (!probeStep(socket, deadline, stop, [&] { return socket.waitForReadyRead(turn); }))
            return gone();
        if (!socket.readAll().contains(QByteArray("\x0a\x01\x00", 3))) // resultCode success
            return Error {Errc::EncryptionNeeded, QStringLiteral("the server refuses StartTLS"), {}};
    }
    socket.startClientEncryption();
    if (probeStep(socket, deadline, stop, [&] { return socket.waitForEncrypted(turn); }))
        return std::nullopt;
    if (const std::optional<Error> explained = certificateError(socket.sslHandshakeErrors()))
        return *explained;
    return gone();
}

} // namespace likeness
