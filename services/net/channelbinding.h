// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

class QSslCertificate;

namespace likeness {

/// [RFC 5929] tls-server-end-point of a server's certificate: the hash its signature uses, SHA-256 for the
/// weaker ones. Empty for no certificate. Pure.
QByteArray channelBindingOf(const QSslCertificate &certificate);

} // namespace likeness
