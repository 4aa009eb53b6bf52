// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/broughtsights.h"

#include <QSet>

namespace likeness {

namespace {

qsizetype bytesOf(const StoreSight &sight)
{
    qsizetype bytes = 0;
    for (const ServedPhoto &served : sight.served)
        bytes += served.photo.bytes.size();
    return bytes;
}

} // namespace

void BroughtSights::add(const SeenPage &page, const QDateTime &at)
{
    for (const Person &person : page.page.people) {
        const QString &key = person.keys.key;
        const auto sight = page.sights.constFind(key);
        if (sight == page.sights.cend() || m_sights.contains(key))
            continue;
        m_people.push_back(key);
        m_sights.insert(key, {page.store, at, *sight});
        m_bytes += bytesOf(*sight);
    }
}

QHash<QString, BroughtSight> BroughtSights::take(const QStringList &keys)
{
    QHash<QString, BroughtSight> taken;
    QSet<QString> wanted;
    for (const QString &key : keys) {
        if (m_sights.contains(key))
            wanted.insert(key);
    }
    while (!m_people.empty() && (!wanted.isEmpty() || keys.isEmpty())) {
        const QString key = m_people.front();
        m_people.pop_front();
        const BroughtSight sight = m_sights.take(key);
        m_bytes -= bytesOf(sight.sight);
        if (wanted.remove(key))
            taken.insert(key, sight);
    }
    return taken;
}

void BroughtSights::clear()
{
    *this = {};
}

} // namespace likeness
