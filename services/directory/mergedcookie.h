// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/person.h"

#include <optional>

namespace likeness {

/// Where a search over several directories stands between two pages. A value.
struct MergedPlace
{
    /// So many rows are remembered; beyond that, people whom only a further directory knows cannot be told
    /// from those shown before and are left out.
    static constexpr qsizetype mostShown = 2000;

    struct Part
    {
        QByteArray cookie {};
        bool ended = false;

        friend bool operator==(const Part &, const Part &) = default;
    };
    QList<Part> parts; ///< as many as there are directories, the first one first
    bool firstFailed = false; ///< the first could not be asked
    QList<Person> shown {}; ///< of earlier pages, only by what they are recognised

    /// Opaque to who carries it; begins with a version.
    QByteArray packed() const;
    /// Takes any bytes; nullopt unless they are a place among so many directories.
    static std::optional<MergedPlace> unpacked(const QByteArray &bytes, qsizetype parts);
    bool ended() const;
};

} // namespace likeness
