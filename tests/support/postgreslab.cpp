// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/postgreslab.h"

#include "tests/support/testcertificates.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QStandardPaths>
#include <QTcpServer>
#include <csignal>
#include <cstdio>
#include <pwd.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace likeness::test {

using namespace Qt::StringLiterals;

namespace {

const char *const serverAccount = "postgres";

bool isRoot()
{
    return geteuid() == 0;
}

bool succeeds(const QStringList &command, const QByteArray &input = {})
{
    QProcess process;
    process.start(command.constFirst(), command.mid(1));
    process.write(input);
    process.closeWriteChannel();
    if (process.waitForFinished(60000) && process.exitStatus() == QProcess::NormalExit
        && process.exitCode() == 0)
        return true;
    std::fprintf(
        stderr, "%s\n%s\n", qPrintable(command.join(u' ')), process.readAllStandardError().constData());
    return false;
}

quint16 unusedPort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

} // namespace

PostgresLab::PostgresLab()
    : m_folder(QDir::tempPath() + u"/pg-XXXXXX"_s) // short: the path of a UNIX socket has to fit
{
}

PostgresLab::~PostgresLab()
{
    stop();
}

QString PostgresLab::program(const QString &name) const
{
    const QDir versions(u"/usr/lib/postgresql"_s); // Debian keeps servers off the search path
    for (const QString &version :
        versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed)) {
        const QString path = versions.filePath(version + u"/bin/"_s + name);
        if (QFile::exists(path))
            return path;
    }
    return QStandardPaths::findExecutable(name);
}

QStringList PostgresLab::asServer(const QString &name, const QStringList &arguments) const
{
    const QStringList command = QStringList {program(name)} + arguments;
    if (!isRoot())
        return command;
    const QString account = QString::fromLatin1(serverAccount);
    return QStringList {u"setpriv"_s, u"--reuid="_s + account, u"--regid="_s + account, u"--clear-groups"_s}
    + command;
}

bool PostgresLab::write(const QString &name, const QByteArray &content) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return false;
    file.close();
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const passwd *account = isRoot() ? getpwnam(serverAccount) : nullptr;
    return !account || chown(qPrintable(file.fileName()), account->pw_uid, account->pw_gid) == 0;
}

bool PostgresLab::makeCluster(const TestCertificates *certificates)
{
    QFile::setPermissions(m_folder.path(),
        QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner | QFileDevice::ExeOther);
    if (const passwd *account = isRoot() ? getpwnam(serverAccount) : nullptr;
        account && chown(qPrintable(m_folder.path()), account->pw_uid, account->pw_gid) != 0)
        return false;
    const QString data = m_folder.filePath(u"data"_s);
    if (!succeeds(asServer(u"initdb"_s,
            {u"--no-sync"_s, u"--username=admin"_s, u"--auth=trust"_s, u"--encoding=UTF8"_s,
                u"--locale=C.UTF-8"_s, u"--pgdata="_s + data})))
        return false;
    QByteArray settings = "listen_addresses = ''\nfsync = off\nunix_socket_directories = '"
        + m_folder.path().toUtf8() + "'\npassword_encryption = 'scram-sha-256'\n";
    QByteArray access = "local all all trust\n";
    m_port = unusedPort();
    settings += "listen_addresses = '127.0.0.1'\nport = " + QByteArray::number(m_port) + '\n';
    if (certificates) {
        for (const auto &[name, part] :
            {std::pair {u"good.key"_s, u"good.key"_s}, {u"good.pem"_s, u"good.pem"_s}}) {
            QFile file(certificates->file(name));
            if (!file.open(QIODevice::ReadOnly) || !write(part, file.readAll()))
                return false;
        }
        settings += "ssl = on\nssl_cert_file = '" + m_folder.filePath(u"good.pem"_s).toUtf8()
            + "'\nssl_key_file = '" + m_folder.filePath(u"good.key"_s).toUtf8() + "'\n";
        access += "hostssl all all 127.0.0.1/32 scram-sha-256\n";
    }
    access += "host all all 127.0.0.1/32 scram-sha-256\n";
    return write(u"data/postgresql.conf"_s, settings) && write(u"data/pg_hba.conf"_s, access);
}

int PostgresLab::refused(bool missing)
{
    const bool mayskip = missing && qEnvironmentVariable("CI") != u"true";
    std::fprintf(stderr, "%s: PostgreSQL %s\n", mayskip ? "SKIPPED" : "FAILED",
        missing ? "is not installed" : "did not start");
    return mayskip ? 77 : 1;
}

int PostgresLab::start(const TestCertificates *certificates)
{
    if (program(u"initdb"_s).isEmpty() || program(u"psql"_s).isEmpty()
        || (isRoot() && !getpwnam(serverAccount)))
        return refused(true);
    if (!makeCluster(certificates))
        return refused(false);
    const QStringList command = asServer(u"postgres"_s, {u"-D"_s, m_folder.filePath(u"data"_s)});
    m_server.setStandardErrorFile(m_folder.filePath(u"log"_s));
    m_server.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGQUIT); });
    m_server.start(command.constFirst(), command.mid(1));
    const QDeadlineTimer deadline(30000);
    while (!deadline.hasExpired() && m_server.state() != QProcess::NotRunning) {
        if (sql(u"postgres"_s, u"SELECT 1"_s) == "1"_L1
            && sql(u"postgres"_s,
                   u"CREATE ROLE likeness LOGIN PASSWORD '%1'"_s.arg(QString::fromUtf8(password())))
                == "CREATE ROLE"_L1)
            return 0;
        m_server.waitForFinished(50);
    }
    QFile log(m_folder.filePath(u"log"_s));
    if (log.open(QIODevice::ReadOnly))
        std::fprintf(stderr, "%s\n", log.readAll().constData());
    return refused(false);
}

void PostgresLab::stop()
{
    if (m_server.state() == QProcess::NotRunning)
        return;
    ::kill(static_cast<pid_t>(m_server.processId()), SIGQUIT);
    if (!m_server.waitForFinished(10000)) {
        m_server.kill();
        m_server.waitForFinished();
    }
}

LedgerServer PostgresLab::newDatabase()
{
    LedgerServer server;
    server.host = m_folder.path();
    server.port = m_port;
    server.database = u"ledger%1"_s.arg(++m_databases);
    server.user = u"likeness"_s;
    sql(u"postgres"_s, u"CREATE DATABASE %1 OWNER likeness"_s.arg(server.database));
    return server;
}

LedgerServer PostgresLab::overNetwork(const LedgerServer &server, const QString &host) const
{
    LedgerServer other = server;
    other.host = host;
    return other;
}

QString PostgresLab::sql(const QString &database, const QString &statement) const
{
    QProcess psql;
    psql.setProcessChannelMode(QProcess::SeparateChannels);
    psql.start(program(u"psql"_s),
        {u"-h"_s, m_folder.path(), u"-p"_s, QString::number(m_port), u"-U"_s, u"admin"_s, u"-At"_s, u"-c"_s,
            statement, database});
    psql.waitForFinished(20000);
    return QString::fromUtf8(psql.readAllStandardOutput()).trimmed();
}

void PostgresLab::cutConnections(const QString &database) const
{
    sql(u"postgres"_s,
        u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%1'"_s.arg(database));
}

} // namespace likeness::test
