// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/sighting.h"

namespace likeness {

const ServedPhoto *Sighting::inSize(int edge) const
{
    const ServedPhoto *best = largest();
    for (const ServedPhoto &each : served) {
        if (each.edge() >= edge && each.edge() < best->edge())
            best = &each;
    }
    return best;
}

} // namespace likeness
