// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/sync/sighting.h"

namespace likeness {

/// What a store serves and tells of one person: a Sighting but for when, of which workload, and the
/// fingerprints, which are the session's to add.
struct StoreSight
{
    QList<ServedPhoto> served {}; ///< largest first; empty = no photo
    std::optional<QDateTime> changed {}; ///< UTC, as the store tells
    Signs signs {};
    QString tag {}; ///< the store's own words for what it served, for the next time
    QStringList evidence {}; ///< English

    const ServedPhoto *asked(int edge) const; ///< nullptr = that size was not served
    /// Keeps the order of `served`.
    void add(int asked, const EncodedPhoto &photo);
};

/// "GetUserPhoto HR96x96: 96 × 96, 3021 B, SHA-256 1f0e8a3c5d77"
QString photoEvidence(const QString &question, const EncodedPhoto &photo);

} // namespace likeness
