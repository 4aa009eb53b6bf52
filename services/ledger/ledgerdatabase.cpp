// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/ledgerdatabase.h"

#include "services/ledger/ledgermigrations.h"
#include "services/log/categories.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlField>
#include <QSqlQuery>
#include <QUuid>
#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

/// No statement of ours has a question mark that stands for itself.
QString withValues(const QSqlDriver &driver, const QString &statement, const QVariantList &values)
{
    const QStringList parts = statement.split(u'?');
    Q_ASSERT(parts.size() == values.size() + 1);
    QString text = parts.constFirst();
    for (qsizetype i = 0; i < values.size(); ++i) {
        QSqlField field({}, values.at(i).metaType());
        field.setValue(values.at(i));
        text += driver.formatValue(field) + parts.at(i + 1);
    }
    return text;
}

} // namespace

LedgerDatabase::LedgerDatabase(std::unique_ptr<LedgerBackend> backend)
    : m_backend(std::move(backend))
    , m_connection(u"ledger-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_prepared(std::make_shared<IdleStatements>())
{
}

LedgerDatabase::~LedgerDatabase()
{
    m_prepared.reset();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<Done> LedgerDatabase::connectAndMigrate()
{
    QSqlDatabase database = QSqlDatabase::addDatabase(m_backend->driver(), m_connection);
    if (!database.isValid())
        return Error {Errc::Unsupported,
            u"The ledger %1: Qt's driver %2 is not installed"_s.arg(m_backend->title(), m_backend->driver())};
    m_backend->configure(database);
    return connectNow().andThen([this](Done) { return migrate(); });
}

Result<Done> LedgerDatabase::connectNow() const
{
    QSqlDatabase database = QSqlDatabase::database(m_connection, false);
    if (!database.open())
        return m_backend->errorOf(database.lastError());
    return m_backend->prepare(*this);
}

bool LedgerDatabase::reconnect() const
{
    m_prepared = std::make_shared<IdleStatements>();
    QSqlDatabase::database(m_connection, false).close();
    if (const auto connected = connectNow(); !connected) {
        qCWarning(logApp).noquote() << connected.error().detail;
        return false;
    }
    qCInfo(logApp).noquote() << "The ledger" << m_backend->title() << "was connected again";
    return std::ranges::all_of(
        m_onConnection, [this](const QString &statement) { return runOnce(statement).hasValue(); });
}

Result<Done> LedgerDatabase::migrate() const
{
    return together([this]() -> Result<Done> {
        if (const auto held = m_backend->holdAlone(*this, {u"likeness schema"_s}); !held)
            return held.error();
        const Result<int> found = m_backend->schemaVersion(*this);
        if (!found)
            return found.error();
        const auto newest = static_cast<int>(ledgerMigrations().size());
        if (*found > newest)
            return Error {Errc::Unsupported,
                u"The ledger was written by a newer Likeness (format %1): "_s.arg(*found)
                    + m_backend->title()};
        if (*found == newest)
            return Done {};
        for (const QStringList &statements : ledgerMigrations().mid(*found)) {
            for (const QString &statement : statements) {
                if (const auto done = run(m_backend->definition(statement)); !done)
                    return done.error();
            }
        }
        return m_backend->keepSchemaVersion(*this, newest);
    });
}

Result<Done> LedgerDatabase::run(const QString &statement, const QVariantList &values) const
{
    return query(statement, values).transform([](const QSqlQuery &) { return Done {}; });
}

Result<Done> LedgerDatabase::runOnce(const QString &statement) const
{
    return queryOnce(statement, {}).transform([](const QSqlQuery &) { return Done {}; });
}

Result<LedgerQuery> LedgerDatabase::query(const QString &statement, const QVariantList &values) const
{
    auto result = queryOnce(statement, values);
    if (!result && m_lost && m_depth == 0 && std::exchange(m_lost, false) && reconnect())
        return queryOnce(statement, values);
    return result;
}

Error LedgerDatabase::failed(const QSqlQuery &query) const
{
    m_lost = m_backend->mayBeGone(query.lastError());
    return m_backend->errorOf(query.lastError());
}

Result<LedgerQuery> LedgerDatabase::queryOnce(const QString &statement, const QVariantList &values) const
{
    if (!values.isEmpty() && m_backend->prepares())
        return queryPrepared(statement, values);
    const QSqlDatabase database = QSqlDatabase::database(m_connection, false);
    auto query = std::make_unique<QSqlQuery>(database);
    if (!query->exec(withValues(*database.driver(), statement, values)))
        return failed(*query);
    query->next();
    return LedgerQuery(std::move(query));
}

Result<LedgerQuery> LedgerDatabase::queryPrepared(const QString &statement, const QVariantList &values) const
{
    std::unique_ptr<QSqlQuery> query = m_prepared->take(statement);
    if (!query) {
        query = std::make_unique<QSqlQuery>(QSqlDatabase::database(m_connection, false));
        query->setForwardOnly(true); // nobody goes back
        if (!query->prepare(statement))
            return failed(*query);
    }
    for (int at = 0; at < values.size(); ++at)
        query->bindValue(at, values.at(at));
    if (!query->exec())
        return failed(*query);
    query->next();
    return LedgerQuery(std::move(query), statement, m_prepared);
}

Result<Done> LedgerDatabase::keep(const std::optional<EncodedPhoto> &photo) const
{
    if (!photo)
        return Done {};
    return keep(QList {*photo});
}

Result<Done> LedgerDatabase::keep(const QList<EncodedPhoto> &photos) const
{
    if (photos.isEmpty())
        return Done {};
    QVariantList values;
    for (const EncodedPhoto &photo : photos)
        values += {photo.sha256, photo.bytes, photo.pixels.width(), photo.pixels.height()};
    return run(u"INSERT INTO photos (sha256, bytes, width, height) VALUES "_s + rowsOfPlaces(photos.size(), 4)
            + u" ON CONFLICT DO NOTHING"_s,
        values);
}

Result<Done> LedgerDatabase::runOnEachConnection(const QString &statement)
{
    const auto done = run(statement);
    if (done)
        m_onConnection.append(statement);
    return done;
}

} // namespace likeness
