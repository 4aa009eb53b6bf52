// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/directory/mergedcookie.h"

#include <QDataStream>
#include <QIODevice>
#include <algorithm>

namespace likeness {

namespace {

constexpr quint8 cookieVersion = 1;
constexpr qsizetype longestCookie = 8 * 1024 * 1024;
constexpr quint32 mostTraces = 64; ///< anchors or addresses of one person

/// QDataStream's own lists believe any length they read.
void putTexts(QDataStream &stream, const QStringList &texts)
{
    const auto kept = std::min<qsizetype>(texts.size(), mostTraces);
    stream << static_cast<quint32>(kept);
    for (const QString &text : texts.first(kept))
        stream << text;
}

bool takeTexts(QDataStream &stream, QStringList &texts)
{
    quint32 count = 0;
    stream >> count;
    if (count > mostTraces)
        return false;
    for (quint32 at = 0; at < count && stream.status() == QDataStream::Ok; ++at) {
        QString text;
        stream >> text;
        texts.append(text);
    }
    return true;
}

void putShown(QDataStream &stream, const Person &person)
{
    stream << person.keys.key << person.keys.dn << person.keys.upn << person.keys.mail << person.displayName
           << person.source << person.traces.account << person.traces.dn;
    putTexts(stream, person.alsoIn);
    putTexts(stream, person.traces.anchors);
    putTexts(stream, person.traces.addresses);
}

bool takeShown(QDataStream &stream, Person &person)
{
    stream >> person.keys.key >> person.keys.dn >> person.keys.upn >> person.keys.mail >> person.displayName
        >> person.source >> person.traces.account >> person.traces.dn;
    return takeTexts(stream, person.alsoIn) && takeTexts(stream, person.traces.anchors)
        && takeTexts(stream, person.traces.addresses);
}

} // namespace

QByteArray MergedPlace::packed() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << cookieVersion << firstFailed << static_cast<quint32>(parts.size());
    for (const Part &part : parts)
        stream << part.ended << part.cookie;
    stream << static_cast<quint32>(shown.size());
    for (const Person &person : shown)
        putShown(stream, person);
    return bytes;
}

std::optional<MergedPlace> MergedPlace::unpacked(const QByteArray &bytes, qsizetype parts)
{
    if (bytes.size() > longestCookie)
        return std::nullopt;
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    quint8 version = 0;
    quint32 count = 0;
    MergedPlace place;
    stream >> version >> place.firstFailed >> count;
    if (version != cookieVersion || count != static_cast<quint32>(parts))
        return std::nullopt;
    for (quint32 at = 0; at < count; ++at) {
        Part part;
        stream >> part.ended >> part.cookie;
        place.parts.append(part);
    }
    quint32 shown = 0;
    stream >> shown;
    if (shown > mostShown)
        return std::nullopt;
    for (quint32 at = 0; at < shown && stream.status() == QDataStream::Ok; ++at) {
        Person person;
        if (!takeShown(stream, person))
            return std::nullopt;
        place.shown.append(person);
    }
    const bool whole = stream.status() == QDataStream::Ok && stream.atEnd();
    return whole && !place.ended() ? std::optional(place) : std::nullopt;
}

bool MergedPlace::ended() const
{
    return std::all_of(parts.cbegin(), parts.cend(), [](const Part &part) { return part.ended; });
}

} // namespace likeness
