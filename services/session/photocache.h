// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/photo/encodedphoto.h"

#include <QString>
#include <optional>

namespace likeness {

/// Photos of lists on this machine's disk, one file each by its hash, so that a list comes up with photos the
/// next time. Only a cache: whatever is wrong with it, nothing is lost, and nothing is told. A value; any
/// thread, several programs may share the folder.
class PhotoCache
{
public:
    static constexpr qint64 usualLimit = 64 * 1024 * 1024; ///< bytes

    /// Empty folder = keeps nothing. It is made when it is needed, for this account only.
    explicit PhotoCache(QString folder, qint64 limit = usualLimit);

    /// nullopt = not there, or not what its name says.
    std::optional<EncodedPhoto> read(const QString &sha256) const;
    void keep(const EncodedPhoto &photo) const;
    /// Deletes those that were read longest ago until the rest is within the limit.
    void trim() const;

private:
    QString pathOf(const QString &sha256) const;

    QString m_folder;
    qint64 m_limit;
};

} // namespace likeness
