// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/auditexport.h"

#include "models/base/csvtext.h"
#include "services/ledger/ledgernames.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr int auditPage = 1000;

QString auditTime(const QDateTime &at)
{
    return at.toUTC().toString(Qt::ISODateWithMs);
}

QString auditHead()
{
    return csvLine({u"id"_s, u"at"_s, u"operator"_s, u"action"_s, u"outcome"_s, u"personKey"_s,
        u"personName"_s, u"workload"_s, u"store"_s, u"storeTitle"_s, u"beforeSha256"_s, u"beforeBytes"_s,
        u"beforeWidth"_s, u"beforeHeight"_s, u"afterSha256"_s, u"afterBytes"_s, u"afterWidth"_s,
        u"afterHeight"_s, u"detail"_s});
}

QStringList sizeFields(const std::optional<KeptPhoto> &photo)
{
    if (!photo)
        return {{}, {}, {}};
    if (photo->pixels.isEmpty())
        return {QString::number(photo->bytes), {}, {}};
    return {QString::number(photo->bytes), QString::number(photo->pixels.width()),
        QString::number(photo->pixels.height())};
}

QString auditLine(const AuditRow &row)
{
    const LedgerEntry &entry = row.entry;
    QStringList fields {QString::number(entry.id), auditTime(entry.at), entry.operatorName,
        nameOf(entry.action), nameOf(entry.outcome), entry.personKey, entry.personName,
        nameOf(entry.store.workload), entry.store.instance, entry.storeTitle, entry.beforeSha256};
    fields += sizeFields(row.before);
    fields += entry.afterSha256;
    fields += sizeFields(row.after);
    fields += entry.errorDetail;
    return csvLine(fields);
}

QJsonValue photoJson(const QString &sha256, const std::optional<KeptPhoto> &photo)
{
    if (sha256.isEmpty())
        return QJsonValue::Null;
    QJsonObject json {{u"sha256"_s, sha256}};
    if (photo) {
        json.insert("bytes"_L1, photo->bytes);
        if (!photo->pixels.isEmpty()) {
            json.insert("width"_L1, photo->pixels.width());
            json.insert("height"_L1, photo->pixels.height());
        }
    }
    return json;
}

QByteArray auditJson(const AuditRow &row)
{
    const LedgerEntry &entry = row.entry;
    const QJsonObject json {{u"id"_s, entry.id}, {u"at"_s, auditTime(entry.at)},
        {u"operator"_s, entry.operatorName}, {u"action"_s, nameOf(entry.action)},
        {u"outcome"_s, nameOf(entry.outcome)}, {u"personKey"_s, entry.personKey},
        {u"personName"_s, entry.personName}, {u"workload"_s, nameOf(entry.store.workload)},
        {u"store"_s, entry.store.instance}, {u"storeTitle"_s, entry.storeTitle},
        {u"before"_s, photoJson(entry.beforeSha256, row.before)},
        {u"after"_s, photoJson(entry.afterSha256, row.after)}, {u"detail"_s, entry.errorDetail}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace

std::optional<AuditFormat> auditFormatOf(const QString &file)
{
    if (file.endsWith(u".csv", Qt::CaseInsensitive))
        return AuditFormat::Csv;
    if (file.endsWith(u".json", Qt::CaseInsensitive))
        return AuditFormat::Json;
    return std::nullopt;
}

AuditExport::AuditExport(Ledger &ledger, AuditFilter filter, const QString &file)
    : m_ledger(ledger)
    , m_filter(std::move(filter))
    , m_file(file)
{
}

void AuditExport::doStart()
{
    const std::optional<AuditFormat> format = auditFormatOf(m_file.fileName());
    if (!format)
        return finish(Error {Errc::BadInput, m_file.fileName() + u": must end in .csv or .json"_s});
    m_format = *format;
    const Result<qint64> total = m_ledger.auditCount(m_filter);
    if (!total)
        return finish(total.error());
    m_total = *total;
    if (!m_file.open(QIODevice::WriteOnly))
        return fail();
    // the mark tells spreadsheets that it is UTF-8
    const QByteArray head = m_format == AuditFormat::Csv ? (u"\ufeff"_s + auditHead()).toUtf8() : "[";
    if (m_file.write(head) != head.size())
        return fail();
    nextPage();
}

void AuditExport::nextPage()
{
    if (m_ending)
        return;
    const Result<QList<AuditRow>> rows = m_ledger.audit(m_filter, m_after, auditPage);
    if (!rows)
        return finish(rows.error());
    if (!put(*rows))
        return fail();
    emit progressed({m_written, std::max(m_total, m_written)});
    if (m_ending)
        return;
    if (!rows->isEmpty()) {
        m_after = rows->constLast().entry.id;
        QTimer::singleShot(0, this, [this] { nextPage(); });
        return;
    }
    if (m_format == AuditFormat::Json && m_file.write("\n]\n") < 0)
        return fail();
    if (!m_file.commit())
        return fail();
    finish(m_written);
}

bool AuditExport::put(const QList<AuditRow> &rows)
{
    QByteArray text;
    for (const AuditRow &row : rows) {
        if (m_format == AuditFormat::Csv)
            text += auditLine(row).toUtf8();
        else
            text += (m_written > 0 ? ",\n" : "\n") + auditJson(row);
        ++m_written;
    }
    return m_file.write(text) == text.size();
}

void AuditExport::fail()
{
    finish(Error {Errc::Local, m_file.fileName() + u": "_s + m_file.errorString()});
}

} // namespace likeness
