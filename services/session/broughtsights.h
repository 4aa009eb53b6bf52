// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/directory/directory.h"

#include <QDateTime>
#include <deque>

namespace likeness {

/// What a store showed of somebody while they were listed, with fingerprints where there could be any.
struct BroughtSight
{
    QString store; ///< its instance
    QDateTime at; ///< UTC
    StoreSight sight;
};

/// What a scan's listing has brought along and nobody has needed yet, so much of it that memory stays flat
/// however long the list is. People are claimed in the order in which they are listed: whoever was listed
/// before somebody who was claimed is in other hands, and what was brought of them is let go. Owned by a
/// ScanSession; logic thread.
class BroughtSights
{
public:
    /// Some pages fit beside what is here.
    bool hasRoom() const { return m_bytes < mostBytes && m_people.size() < mostPeople; }
    void add(const SeenPage &page, const QDateTime &at);
    /// Of those of the people who are here; everybody listed before the last of them is forgotten. Without
    /// people, everybody is.
    QHash<QString, BroughtSight> take(const QStringList &keys);
    void clear();

private:
    static constexpr qsizetype mostBytes = 16 * 1024 * 1024;
    static constexpr std::size_t mostPeople = 1000;

    std::deque<QString> m_people; ///< their keys, in the order of the list
    QHash<QString, BroughtSight> m_sights;
    qsizetype m_bytes = 0; ///< of their photos
};

} // namespace likeness
