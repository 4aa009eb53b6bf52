// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/ledgerrow.h"

#include "services/ledger/ledgernames.h"
#include "services/ledger/rowreader.h"

#include <QTimeZone>
#include <QVariant>

namespace likeness::ledgerrow {

using namespace Qt::StringLiterals;

namespace {

template <class Enum>
bool readName(const QString &name, Enum last, Enum &value)
{
    for (int at = 0; at <= static_cast<int>(last); ++at) {
        if (name != nameOf(static_cast<Enum>(at)))
            continue;
        value = static_cast<Enum>(at);
        return true;
    }
    return false;
}

constexpr int firstPhotoColumn = 15; ///< after the id and columns()

/// NULL for "no photo", so that the reference to the table of photos holds.
QVariant hashOrNull(const QString &sha256)
{
    return sha256.isEmpty() ? QVariant(QMetaType(QMetaType::QString)) : QVariant(sha256);
}

} // namespace

QString columns()
{
    return u"at, organisation, person_key, person_name, workload, instance, store_title, action, outcome, "
           "operator, before_sha256, after_sha256, error_detail, writer"_s;
}

QVariantList values(const LedgerEntry &entry, const QString &writer)
{
    const QDateTime at = entry.at.isValid() ? entry.at : QDateTime::currentDateTimeUtc();
    // an empty QString may be null, and the columns take no NULL
    const auto text = [](const QString &value) { return value.isNull() ? u""_s : value; };
    return {at.toMSecsSinceEpoch(), text(entry.organisation), text(entry.personKey), text(entry.personName),
        QString(nameOf(entry.store.workload)), text(entry.store.instance), text(entry.storeTitle),
        QString(nameOf(entry.action)), QString(nameOf(entry.outcome)), text(entry.operatorName),
        hashOrNull(entry.beforeSha256), hashOrNull(entry.afterSha256), text(entry.errorDetail), writer};
}

Result<LedgerEntry> read(const QSqlQuery &query)
{
    RowReader row(query);
    LedgerEntry entry;
    entry.id = row.number();
    entry.at = QDateTime::fromMSecsSinceEpoch(row.number(), QTimeZone::utc());
    entry.organisation = row.text();
    entry.personKey = row.text();
    entry.personName = row.text();
    const QString workload = row.text();
    entry.store.instance = row.text();
    entry.storeTitle = row.text();
    const QString action = row.text();
    const QString outcome = row.text();
    entry.operatorName = row.text();
    entry.beforeSha256 = row.text();
    entry.afterSha256 = row.text();
    entry.errorDetail = row.text();
    if (!readName(workload, Workload::WebAddress, entry.store.workload)
        || !readName(action, LedgerEntry::Action::Keep, entry.action)
        || !readName(outcome, LedgerEntry::Outcome::Cancelled, entry.outcome))
        return Error {
            Errc::Local, u"Entry %1 of the ledger holds a word this version does not know"_s.arg(entry.id)};
    return entry;
}

Where whereOf(const AuditFilter &filter)
{
    Where where {u"organisation = ?"_s, {filter.organisation}};
    const auto add = [&where](const QString &condition, const QVariant &value) {
        where.condition += u" AND "_s + condition;
        where.values.append(value);
    };
    if (!filter.personKey.isEmpty())
        add(u"person_key = ?"_s, filter.personKey);
    if (!filter.store.isEmpty())
        add(u"instance = ?"_s, filter.store);
    if (filter.outcome)
        add(u"outcome = ?"_s, outcomeName(*filter.outcome));
    if (filter.since.isValid())
        add(u"at >= ?"_s, filter.since.toMSecsSinceEpoch());
    if (filter.until.isValid())
        add(u"at < ?"_s, filter.until.toMSecsSinceEpoch());
    return where;
}

Where pagedWhereOf(const AuditFilter &filter)
{
    Where where = whereOf(filter);
    if (filter.personKey.isEmpty())
        where.condition.replace(0, u"organisation"_s.size(), u"organisation || ''"_s);
    return where;
}

QString auditQuery(const QString &condition)
{
    // the page first, so that photos are looked up for its rows only; their bytes are not read
    return u"SELECT e.*, b.width, b.height, length(b.bytes), a.width, a.height, length(a.bytes) FROM "
           "(SELECT id, %1 FROM entries WHERE %2 AND id > ? ORDER BY id LIMIT ?) AS e "
           "LEFT JOIN photos b ON b.sha256 = e.before_sha256 "
           "LEFT JOIN photos a ON a.sha256 = e.after_sha256 ORDER BY e.id"_s.arg(columns(), condition);
}

Result<AuditRow> readAudit(const QSqlQuery &query)
{
    const Result<LedgerEntry> entry = read(query);
    if (!entry)
        return entry.error();
    AuditRow audited {*entry, {}, {}};
    RowReader row(query, firstPhotoColumn);
    for (auto *photo : {&audited.before, &audited.after}) {
        const int width = row.integer();
        const int height = row.integer();
        const QVariant bytes = row.next();
        if (!bytes.isNull())
            *photo = KeptPhoto {bytes.toLongLong(), QSize(width, height)};
    }
    return audited;
}

QString outcomeName(LedgerEntry::Outcome outcome)
{
    return nameOf(outcome);
}

QString workloadName(Workload workload)
{
    return nameOf(workload);
}

std::optional<Workload> workloadNamed(const QString &name)
{
    Workload workload = Workload::Folder;
    return readName(name, Workload::WebAddress, workload) ? std::optional(workload) : std::nullopt;
}

} // namespace likeness::ledgerrow
