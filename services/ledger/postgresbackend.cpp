// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/postgresbackend.h"

#include "services/ledger/ledgerdatabase.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <array>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr int connectSeconds = 8;

/// What OpenSSL trusts on this machine, which libpq does not look at by itself.
QString systemAuthorities()
{
    for (const QString &path : {u"/etc/ssl/certs/ca-certificates.crt"_s,
             u"/etc/pki/tls/certs/ca-bundle.crt"_s, u"/etc/ssl/ca-bundle.pem"_s, u"/etc/ssl/cert.pem"_s}) {
        if (QFile::exists(path))
            return path;
    }
    return {};
}

QString quotedOption(QString value)
{
    return u'\'' + value.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) + u'\'';
}

struct ServerSentence
{
    const char *part;
    Errc code;
};
/// A connection that does not come about has no code, only libpq's words.
constexpr std::array<ServerSentence, 10> serverSentences {{
    {"password authentication failed", Errc::SignInNeeded},
    {"no password supplied", Errc::SignInNeeded},
    {"authentication failed", Errc::SignInNeeded},
    {"does not match host name", Errc::CertificateWrongName},
    {"certificate has expired", Errc::CertificateExpired},
    {"certificate verify failed", Errc::CertificateUnknownIssuer},
    {"root certificate file", Errc::CertificateUnknownIssuer},
    {"does not support SSL", Errc::EncryptionNeeded},
    {"no pg_hba.conf entry", Errc::Forbidden},
    {"does not exist", Errc::BadInput},
}};

Errc codeOf(const QSqlError &error)
{
    const QString state = error.nativeErrorCode();
    if (state.isEmpty()) {
        for (const ServerSentence &each : serverSentences) {
            if (error.text().contains(QLatin1StringView(each.part)))
                return each.code;
        }
        return Errc::Offline;
    }
    if (state.startsWith("28"_L1))
        return Errc::SignInNeeded;
    if (state == "42501"_L1)
        return Errc::Forbidden;
    if (state == "25006"_L1)
        return Errc::ReadOnly;
    const bool closing = state.startsWith("08"_L1) || state.startsWith("57P"_L1);
    return closing ? Errc::Offline : Errc::Local;
}

} // namespace

PostgresBackend::PostgresBackend(LedgerServer server, QByteArray password)
    : m_server(std::move(server))
    , m_password(std::move(password))
{
}

QString PostgresBackend::driver() const
{
    return u"QPSQL"_s;
}

QString PostgresBackend::connectOptions() const
{
    QStringList options {
        u"connect_timeout=%1"_s.arg(connectSeconds), u"application_name=likeness"_s, u"keepalives_idle=30"_s};
    if (m_server.isLocal()) {
        options += u"sslmode=prefer"_s;
    } else {
        const QString authorities = m_server.caFile.isEmpty() ? systemAuthorities() : m_server.caFile;
        options += {u"sslmode=verify-full"_s, u"sslrootcert="_s + quotedOption(authorities)};
    }
    return options.join(u';');
}

void PostgresBackend::configure(QSqlDatabase &database) const
{
    database.setHostName(m_server.host);
    database.setPort(m_server.port);
    database.setDatabaseName(m_server.database);
    database.setUserName(m_server.user);
    database.setPassword(QString::fromUtf8(m_password));
    database.setConnectOptions(connectOptions());
}

Result<Done> PostgresBackend::prepare(const LedgerDatabase &database) const
{
    return database.run(u"SET client_min_messages = error"_s); // libpq would print them
}

QString PostgresBackend::begin() const
{
    return u"BEGIN"_s;
}

LedgerBackend::Lightly PostgresBackend::lightly() const
{
    return {{}, u"SET LOCAL synchronous_commit = off"_s, {}};
}

Result<Done> PostgresBackend::holdAlone(const LedgerDatabase &database, const QStringList &what) const
{
    QStringList sorted = what; // whoever holds several in the same order waits for nobody who waits for it
    sorted.sort();
    const QString places = QStringList(sorted.size(), u"(?)"_s).join(u", "_s);
    return database.run(u"SELECT pg_advisory_xact_lock(hashtextextended(name, 0)) FROM (VALUES "_s + places
            + u") AS held (name)"_s,
        QVariantList(sorted.cbegin(), sorted.cend()));
}

QString PostgresBackend::skippingLocked() const
{
    return u" FOR UPDATE SKIP LOCKED"_s;
}

QString PostgresBackend::definition(const QString &statement) const
{
    QString text = statement;
    return text
        .replace(u"INTEGER PRIMARY KEY AUTOINCREMENT"_s, u"BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"_s)
        .replace(u"INTEGER"_s, u"BIGINT"_s)
        .replace(u"BLOB"_s, u"BYTEA"_s)
        .remove(u" WITHOUT ROWID"_s);
}

Result<int> PostgresBackend::schemaVersion(const LedgerDatabase &database) const
{
    const auto there = database.query(u"SELECT to_regclass('ledger_schema') IS NOT NULL"_s);
    if (!there)
        return there.error();
    if (!there->value(0).toBool())
        return 0;
    return database.query(u"SELECT version FROM ledger_schema"_s).transform([](const QSqlQuery &query) {
        return query.value(0).toInt();
    });
}

Result<Done> PostgresBackend::keepSchemaVersion(const LedgerDatabase &database, int version) const
{
    return database.run(u"CREATE TABLE IF NOT EXISTS ledger_schema (version INTEGER NOT NULL)"_s)
        .andThen([&](Done) { return database.run(u"DELETE FROM ledger_schema"_s); })
        .andThen([&](Done) {
            return database.run(u"INSERT INTO ledger_schema (version) VALUES (?)"_s, {version});
        });
}

Error PostgresBackend::errorOf(const QSqlError &error) const
{
    return {codeOf(error), u"The ledger %1: %2"_s.arg(title(), error.text().trimmed())};
}

bool PostgresBackend::mayBeGone(const QSqlError &error) const
{
    // whatever the server says itself has a code; without one it is the connection
    return error.nativeErrorCode().isEmpty() || codeOf(error) == Errc::Offline;
}

} // namespace likeness
