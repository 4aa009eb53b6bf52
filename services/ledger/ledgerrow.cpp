// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/ledgerrow.h"

#include <QSqlQuery>
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
    const auto text = [&query](QLatin1StringView column) { return query.value(QString(column)).toString(); };
    LedgerEntry entry;
    entry.id = query.value(u"id"_s).toLongLong();
    entry.at = QDateTime::fromMSecsSinceEpoch(query.value(u"at"_s).toLongLong(), QTimeZone::utc());
    entry.organisation = text("organisation"_L1);
    entry.personKey = text("person_key"_L1);
    entry.personName = text("person_name"_L1);
    entry.store.instance = text("instance"_L1);
    entry.storeTitle = text("store_title"_L1);
    entry.operatorName = text("operator"_L1);
    entry.beforeSha256 = text("before_sha256"_L1);
    entry.afterSha256 = text("after_sha256"_L1);
    entry.errorDetail = text("error_detail"_L1);
    if (!readName(storedWorkloads, text("workload"_L1), entry.store.workload)
        || !readName(storedActions, text("action"_L1), entry.action)
        || !readName(storedOutcomes, text("outcome"_L1), entry.outcome))
        return Error {
            Errc::Local, u"Entry %1 of the ledger holds a word this version does not know"_s.arg(entry.id)};
    return entry;
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
