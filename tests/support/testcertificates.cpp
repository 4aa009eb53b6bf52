// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testcertificates.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>

namespace likeness::test {

TestCertificates::TestCertificates()
{
    const QString script = QStringLiteral(". '%1/lablib.sh' && certificates '%2' "
                                          "DNS:localhost,IP:127.0.0.1,IP:::1")
                               .arg(QStringLiteral(LIKENESS_LAB_DIR), m_dir.path());
    if (QProcess::execute(QStringLiteral("bash"), {QStringLiteral("-c"), script}) != 0)
        qFatal("no certificates could be made");
}

QSslConfiguration TestCertificates::server(const QString &name) const
{
    QFile key(m_dir.filePath(name + u".key"));
    if (!key.open(QIODevice::ReadOnly))
        qFatal("no such key");
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificateChain(QSslCertificate::fromPath(m_dir.filePath(name + u".pem")));
    tls.setPrivateKey(QSslKey(&key, QSsl::Ec));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // of clients
    return tls;
}

} // namespace likeness::test
