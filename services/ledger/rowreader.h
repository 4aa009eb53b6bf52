// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSqlQuery>
#include <QVariant>

namespace likeness {

/// The columns of a row, one after the other. By name each of them would cost PostgreSQL a question.
class RowReader
{
public:
    explicit RowReader(const QSqlQuery &query, int first = 0)
        : m_query(query)
        , m_at(first)
    {
    }

    QVariant next() { return m_query.value(m_at++); }
    QString text() { return next().toString(); }
    qint64 number() { return next().toLongLong(); }
    int integer() { return next().toInt(); }

private:
    const QSqlQuery &m_query;
    int m_at;
};

} // namespace likeness
