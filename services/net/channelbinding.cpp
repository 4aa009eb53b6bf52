// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/net/channelbinding.h"

#include <QCryptographicHash>
#include <QSslCertificate>

namespace likeness {
namespace {

/// Qt does not tell the signature's algorithm but in words.
QCryptographicHash::Algorithm endPointHash(const QSslCertificate &certificate)
{
    const QString text = certificate.toText();
    const qsizetype start = text.indexOf(QStringLiteral("Signature Algorithm:"));
    const QString line = text.mid(start, 100).section(u'\n', 0, 0).toLower();
    if (line.contains(QStringLiteral("sha384")))
        return QCryptographicHash::Sha384;
    if (line.contains(QStringLiteral("sha512")))
        return QCryptographicHash::Sha512;
    return QCryptographicHash::Sha256;
}

} // namespace

QByteArray channelBindingOf(const QSslCertificate &certificate)
{
    if (certificate.isNull())
        return {};
    return "tls-server-end-point:" + QCryptographicHash::hash(certificate.toDer(), endPointHash(certificate));
}

} // namespace likeness
