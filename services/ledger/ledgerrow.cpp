// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/ledgerrow.h"

#include "services/ledger/rowreader.h"

#include <QTimeZone>
#include <QVariant>
#include <array>

namespace likeness::ledgerrow {

using namespace Qt::StringLiterals;

namespace {

template <class Enum>
struct StoredName
{
    Enum value;
    const char *name;
};
constexpr std::array<StoredName<Workload>, 6> storedWorkloads {{
    {Workload::ActiveDirectory, "activeDirectory"},
    {Workload::Ldap, "ldap"},
    {Workload::Exchange, "exchange"},
    {Workload::Microsoft365, "microsoft365"},
    {Workload::SharePoint, "sharePoint"},
    {Workload::Folder, "folder"},
}};
constexpr std::array<StoredName<LedgerEntry::Action>, 4> storedActions {{
    {LedgerEntry::Action::Upload, "upload"},
    {LedgerEntry::Action::Restore, "restore"},
    {LedgerEntry::Action::Remove, "remove"},
    {LedgerEntry::Action::Keep, "keep"},
}};
constexpr std::array<StoredName<LedgerEntry::Outcome>, 6> storedOutcomes {{
    {LedgerEntry::Outcome::Started, "started"},
    {LedgerEntry::Outcome::Written, "written"},
    {LedgerEntry::Outcome::Verified, "verified"},
    {LedgerEntry::Outcome::Failed, "failed"},
    {LedgerEntry::Outcome::Conflict, "conflict"},
    {LedgerEntry::Outcome::Cancelled, "cancelled"},
}};

template <class Names, class Enum>
QString storedName(const Names &names, Enum value)
{
    for (const auto &each : names) {
        if (each.value == value)
            return QString::fromLatin1(each.name);
    }
    Q_UNREACHABLE();
}

template <class Names, class Enum>
bool readName(const Names &names, const QString &name, Enum &value)
{
    for (const auto &each : names) {
        if (name == QLatin1StringView(each.name)) {
            value = each.value;
            return true;
        }
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
        storedName(storedWorkloads, entry.store.workload), text(entry.store.instance), text(entry.storeTitle),
        storedName(storedActions, entry.action), storedName(storedOutcomes, entry.outcome),
        text(entry.operatorName), hashOrNull(entry.beforeSha256), hashOrNull(entry.afterSha256),
        text(entry.errorDetail), writer};
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
    if (!readName(storedWorkloads, workload, entry.store.workload)
        || !readName(storedActions, action, entry.action)
        || !readName(storedOutcomes, outcome, entry.outcome))
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
    return storedName(storedOutcomes, outcome);
}

QString workloadName(Workload workload)
{
    return storedName(storedWorkloads, workload);
}

std::optional<Workload> workloadNamed(const QString &name)
{
    Workload workload = Workload::Folder;
    return readName(storedWorkloads, name, workload) ? std::optional(workload) : std::nullopt;
}

} // namespace likeness::ledgerrow
