// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QVariant>
#include <map>
#include <memory>
#include <vector>

class QSqlQuery;

namespace likeness {

/// "(?, ?), (?, ?)": where the values of several rows go.
QString rowsOfPlaces(qsizetype rows, qsizetype columns);
/// "?, ?"
QString places(qsizetype columns);

/// Statements of one connection that are prepared and not in use, by their text: to understand a statement
/// takes a database longer than to run most of ours. Owned by LedgerDatabase and by the queries that come
/// back to it; logic thread.
class IdleStatements
{
public:
    /// nullptr = none.
    std::unique_ptr<QSqlQuery> take(const QString &statement);
    void giveBack(const QString &statement, std::unique_ptr<QSqlQuery> query);

private:
    std::map<QString, std::vector<std::unique_ptr<QSqlQuery>>> m_idle;
};

/// The answer to a statement. Made by LedgerDatabase; gone before it.
class LedgerQuery
{
public:
    explicit LedgerQuery(std::unique_ptr<QSqlQuery> query);
    /// Goes there when nobody needs it any more.
    LedgerQuery(std::unique_ptr<QSqlQuery> query, const QString &statement,
        const std::shared_ptr<IdleStatements> &home);

    operator const QSqlQuery &() const { return *m_query; }
    bool next() const;
    bool isValid() const;
    QVariant value(int column) const;
    int numRowsAffected() const;

private:
    std::shared_ptr<QSqlQuery> m_query;
};

} // namespace likeness
