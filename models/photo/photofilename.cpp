// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/photo/photofilename.h"

#include <QByteArray>
#include <QStringList>

namespace likeness {
namespace {

constexpr qsizetype longestNameBytes = 240; // 255 less what temporary and sidecar files add

bool isUnsafe(QChar c)
{
    return c.unicode() < 0x20 || c.unicode() == 0x7f || QStringView(u"/\\:*?\"<>|%").contains(c);
}

bool isReservedByWindows(const QString &key)
{
    static const QStringList devices {
        QStringLiteral("con"), QStringLiteral("prn"), QStringLiteral("aux"), QStringLiteral("nul")};
    const QString stem = key.section(u'.', 0, 0).trimmed().toLower();
    const bool numbered = stem.size() == 4 && stem.at(3) >= u'0' && stem.at(3) <= u'9'
        && (stem.startsWith(u"com") || stem.startsWith(u"lpt"));
    return numbered || devices.contains(stem);
}

QString percentEncoded(QStringView text)
{
    const QByteArray hex = text.toUtf8().toHex().toUpper();
    QString encoded;
    for (qsizetype at = 0; at < hex.size(); at += 2)
        encoded += u'%' + QString::fromLatin1(hex.mid(at, 2));
    return encoded;
}

} // namespace

std::optional<QString> photoFileName(const QString &key)
{
    const QString name = key.normalized(QString::NormalizationForm_C);
    if (name.isEmpty() || !name.isValidUtf16())
        return std::nullopt;
    const bool reserved = isReservedByWindows(name);
    QString safe;
    for (qsizetype at = 0; at < name.size(); ++at) {
        const QChar c = name.at(at);
        const bool first = at == 0 && (c == u'.' || c == u' ' || reserved);
        const bool last = at == name.size() - 1 && (c == u'.' || c == u' ');
        safe += isUnsafe(c) || first || last ? percentEncoded(QStringView(name).mid(at, 1)) : QString(c);
    }
    if (safe.toUtf8().size() > longestNameBytes)
        return std::nullopt;
    return QString(safe + u".jpg");
}

} // namespace likeness
