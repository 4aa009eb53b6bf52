// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSslConfiguration>
#include <QString>
#include <QTemporaryDir>

namespace likeness::test {

/// A throw-away CA and certificates of it for localhost, 127.0.0.1 and ::1, made by openssl: "good",
/// "expired", "wrongname"; and "otherca", which issued none of them. Fails the program without openssl.
class TestCertificates
{
public:
    TestCertificates();

    QString caFile(const QString &ca = QStringLiteral("ca")) const { return m_dir.filePath(ca + u".pem"); }
    /// What a server with that certificate needs.
    QSslConfiguration server(const QString &name = QStringLiteral("good")) const;
    QString file(const QString &name) const { return m_dir.filePath(name); }

private:
    QTemporaryDir m_dir;
};

} // namespace likeness::test
