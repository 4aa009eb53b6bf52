// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ledger/ledgerserver.h"

#include <QProcess>
#include <QTemporaryDir>

namespace likeness::test {

class TestCertificates;

/// A real PostgreSQL from the distribution's packages as a child of the test, on a socket in a folder of its
/// own; as root it is run by the account that PostgreSQL's packages make, since it refuses to be root.
/// Whoever connects by the socket is let in; by the network only with TLS, where there are certificates, and
/// the password "open sesame". Ends with the test, however that ends.
class PostgresLab
{
public:
    PostgresLab();
    ~PostgresLab();
    Q_DISABLE_COPY_MOVE(PostgresLab)

    /// 0, or the code main() has to return: 77 (skipped, aloud) where the packages are missing, 1 on failure
    /// and, with CI=true, also where packages are missing.
    int start(const TestCertificates *certificates = nullptr);
    void stop();

    /// An empty database, and how it is reached by the socket.
    LedgerServer newDatabase();
    /// The same one by the network.
    LedgerServer overNetwork(const LedgerServer &server, const QString &host) const;
    static QByteArray password() { return "open sesame"; }

    /// What psql says, as the administrator.
    QString sql(const QString &database, const QString &statement) const;
    /// Ends all connections to that database, as a restart of the server would.
    void cutConnections(const QString &database) const;

private:
    QString program(const QString &name) const;
    QStringList asServer(const QString &name, const QStringList &arguments) const;
    bool makeCluster(const TestCertificates *certificates);
    bool write(const QString &name, const QByteArray &content) const;
    int refused(bool missing);

    QTemporaryDir m_folder;
    QProcess m_server;
    quint16 m_port = 0; ///< by the network; 0 = not listening there
    int m_databases = 0;
};

} // namespace likeness::test
