// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/ledgerquery.h"

#include <QSqlQuery>
#include <utility>

namespace likeness {

namespace {

constexpr std::size_t mostStatements
    = 200; ///< with filters there are many; those of the ledger's work are forty

} // namespace

QString places(qsizetype columns)
{
    return QStringList(columns, QStringLiteral("?")).join(QStringLiteral(", "));
}

QString rowsOfPlaces(qsizetype rows, qsizetype columns)
{
    const QString row = u'(' + places(columns) + u')';
    return QStringList(rows, row).join(QStringLiteral(", "));
}

std::unique_ptr<QSqlQuery> IdleStatements::take(const QString &statement)
{
    const auto found = m_idle.find(statement);
    if (found == m_idle.end() || found->second.empty())
        return nullptr;
    std::unique_ptr<QSqlQuery> query = std::move(found->second.back());
    found->second.pop_back();
    return query;
}

void IdleStatements::giveBack(const QString &statement, std::unique_ptr<QSqlQuery> query)
{
    if (m_idle.size() >= mostStatements)
        m_idle.clear();
    m_idle[statement].push_back(std::move(query));
}

LedgerQuery::LedgerQuery(std::unique_ptr<QSqlQuery> query)
    : m_query(std::move(query))
{
}

LedgerQuery::LedgerQuery(
    std::unique_ptr<QSqlQuery> query, const QString &statement, const std::shared_ptr<IdleStatements> &home)
    : m_query(query.release(), [statement, home = std::weak_ptr(home)](QSqlQuery *used) {
        std::unique_ptr<QSqlQuery> owned(used);
        owned->finish(); // or it would hold back what others write
        if (const auto idle = home.lock())
            idle->giveBack(statement, std::move(owned));
    })
{
}

bool LedgerQuery::next() const
{
    return m_query->next();
}

bool LedgerQuery::isValid() const
{
    return m_query->isValid();
}

QVariant LedgerQuery::value(int column) const
{
    return m_query->value(column);
}

int LedgerQuery::numRowsAffected() const
{
    return m_query->numRowsAffected();
}

} // namespace likeness
