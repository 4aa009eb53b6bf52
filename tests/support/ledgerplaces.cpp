// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/ledgerplaces.h"

#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTest>

namespace likeness::test {

using namespace Qt::StringLiterals;

void LedgerPlace::addRows()
{
    QTest::addColumn<bool>("isFile");
    QTest::newRow("SQLite") << true;
    QTest::newRow("PostgreSQL") << false;
}

LedgerPlace LedgerPlace::fresh(PostgresLab &lab)
{
    QFETCH_GLOBAL(const bool, isFile);
    LedgerPlace place;
    if (isFile) {
        place.m_folder = std::make_shared<QTemporaryDir>();
        place.m_path = place.m_folder->filePath(u"data/ledger.sqlite"_s);
    } else {
        place.m_server = lab.newDatabase();
    }
    return place;
}

QString LedgerPlace::text() const
{
    return isFile() ? m_path
                    : QString::fromUtf8(QJsonDocument(m_server.toJson()).toJson(QJsonDocument::Compact));
}

LedgerPlace LedgerPlace::fromText(const QString &text)
{
    LedgerPlace place;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (document.isObject())
        place.m_server = *LedgerServer::fromJson(document.object());
    else
        place.m_path = text;
    return place;
}

std::unique_ptr<SqlLedger> LedgerPlace::open() const
{
    Result<SqlLedger::Opening> opening = isFile() ? SqlLedger::open(m_path) : SqlLedger::open(m_server, {});
    if (!opening)
        qCritical("%s", qPrintable(opening.error().detail));
    return opening ? std::move(opening->ledger) : nullptr;
}

QVariant LedgerPlace::value(const QString &query) const
{
    QVariant result;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(isFile() ? u"QSQLITE"_s : u"QPSQL"_s, u"beside"_s);
        database.setHostName(m_server.host);
        database.setPort(m_server.port);
        database.setUserName(m_server.user);
        database.setDatabaseName(isFile() ? m_path : m_server.database);
        if (!database.open())
            qCritical("%s", qPrintable(database.lastError().text()));
        QSqlQuery answer(database);
        if (!isFile())
            answer.exec(u"SET client_min_messages = error"_s);
        if (!answer.exec(query))
            qCritical("%s", qPrintable(answer.lastError().text()));
        if (answer.next())
            result = answer.value(0);
    }
    QSqlDatabase::removeDatabase(u"beside"_s);
    return result;
}

void LedgerPlace::run(const QString &statement) const
{
    value(statement);
}

} // namespace likeness::test
