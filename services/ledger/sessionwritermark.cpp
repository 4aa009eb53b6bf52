// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/sessionwritermark.h"

#include <QSqlQuery>
#include <QUuid>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr int writerLocks = 0x4C696B65; ///< tells our locks from those of other programs

/// Positive, since a lock's number is signed where it is taken and unsigned where it is listed.
int lockOf(const QString &writer)
{
    return static_cast<int>(QUuid::fromString(writer).data1 & 0x7FFFFFFFU);
}

} // namespace

Result<Done> SessionWriterMark::doRaise()
{
    // shared, so that a connection made anew never waits for the one the server has not missed yet
    return m_database.runOnEachConnection(
        u"SELECT pg_advisory_lock_shared(%1, %2)"_s.arg(writerLocks).arg(lockOf(writer())));
}

Result<bool> SessionWriterMark::isOtherAlive(const QString &writer)
{
    return m_database
        .query(u"SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 2 "
               "AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) "
               "AND classid::bigint = ? AND objid::bigint = ?"_s,
            {writerLocks, lockOf(writer)})
        .transform([](const QSqlQuery &query) { return query.value(0).toInt() > 0; });
}

} // namespace likeness
