// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/sync/finding.h"
#include "models/sync/syncsettings.h"

#include <functional>

namespace likeness {

/// By their bytes, else by their fingerprints; unknown without.
Comparison comparedPhotos(const ServedPhoto &a, const ServedPhoto &b);

/// What is known of one person when the board is explained.
struct SyncCase
{
    QList<Sighting> sightings {}; ///< the newest of each workload that was looked at
    QList<Sighting> earlier {}; ///< older ones, oldest first, as far as they were kept
    /// The photo that was last uploaded on purpose, by whom it was verified, and when; nullopt = unknown, and
    /// the newest photo of a store is the reference.
    std::optional<ServedPhoto> uploaded {};
    std::optional<QDateTime> uploadedAt {};
    /// How two photos are compared. Whoever explains again and again remembers what was compared before.
    std::function<Comparison(const ServedPhoto &, const ServedPhoto &)> compare = comparedPhotos;
};

/// Says of every workload how it stands, why, until when, and what helps. Pure: the same arguments, the same
/// board. The boards of tests/models/sync/ are its specification. What could not be seen stays unknown.
SyncBoard explain(
    const SyncCase &seen, const FlowBook &book, const SyncSettings &settings, const QDateTime &now);

} // namespace likeness
