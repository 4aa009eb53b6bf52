// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/directory/replmetadata.h"

#include <QTimeZone>
#include <QXmlStreamReader>
#include <QtEndian>

namespace likeness {
namespace {

constexpr qsizetype replHeaderSize = 16;
constexpr qsizetype replRecordSize = 48;

/// Seconds since 1601-01-01 UTC ([MS-DRSR] DSTIME); 0 or beyond the year 9999 is no time.
QDateTime fromDsTime(quint64 seconds)
{
    constexpr quint64 year9999 = 265046774400;
    if (seconds == 0 || seconds > year9999)
        return {};
    const QDateTime begin = QDateTime(QDate(1601, 1, 1), QTime(0, 0), QTimeZone::utc()).toUTC();
    return begin.addSecs(static_cast<qint64>(seconds));
}

} // namespace

QString controllerFromSettingsDn(const QString &dn)
{
    const QString second = dn.section(u',', 1, 1);
    const bool named = dn.startsWith(u"CN=NTDS Settings,", Qt::CaseInsensitive)
        && second.startsWith(u"CN=", Qt::CaseInsensitive);
    return named ? second.mid(3) : QString();
}

std::optional<ReplStamp> stampFromReplXml(const QByteArray &xml, const QByteArray &attribute)
{
    // The value ends with a NUL on Windows
    QXmlStreamReader reader(QByteArray(xml).replace('\0', ""));
    bool right = false;
    ReplStamp stamp;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QString name = reader.name().toString();
        if (name == u"pszAttributeName")
            right
                = reader.readElementText().compare(QString::fromLatin1(attribute), Qt::CaseInsensitive) == 0;
        else if (name == u"ftimeLastOriginatingChange")
            stamp.at = QDateTime::fromString(reader.readElementText(), Qt::ISODate).toUTC();
        else if (name == u"pszLastOriginatingDsaDN")
            stamp.controller = controllerFromSettingsDn(reader.readElementText());
    }
    return right && !reader.hasError() && stamp.at.isValid() ? std::optional(stamp) : std::nullopt;
}

std::optional<ReplStamp> stampFromReplBlob(const QByteArray &blob, quint32 attributeId)
{
    if (blob.size() < replHeaderSize || qFromLittleEndian<quint32>(blob.constData()) != 1)
        return std::nullopt;
    const qint64 count = qFromLittleEndian<quint32>(blob.constData() + 8);
    if (count > (blob.size() - replHeaderSize) / replRecordSize)
        return std::nullopt;
    for (qint64 at = 0; at < count; ++at) {
        const char *record = blob.constData() + replHeaderSize + at * replRecordSize;
        if (qFromLittleEndian<quint32>(record) != attributeId)
            continue;
        const QDateTime time = fromDsTime(qFromLittleEndian<quint64>(record + 8));
        if (!time.isValid())
            return std::nullopt;
        return ReplStamp {time, {}, QByteArray(record + 16, 16)};
    }
    return std::nullopt;
}

} // namespace likeness
