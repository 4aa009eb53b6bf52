// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/directory/tlsprobe.h"

#include "services/net/certificateerror.h"

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
