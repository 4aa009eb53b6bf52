// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/picturememory.h"

#include <cstdlib>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace likeness {

void keepPictureMemory()
{
#if defined(__GLIBC__)
    constexpr int largestPooled
        = 8 * 1024 * 1024; // whole pictures still come from the system and go back to it
    // NOLINTBEGIN(concurrency-mt-unsafe): called first thing in main, before there are threads
    mallopt(M_MMAP_THRESHOLD, largestPooled);
    mallopt(M_TRIM_THRESHOLD, keptPictureMemory);
    // NOLINTEND(concurrency-mt-unsafe)
#endif
}

} // namespace likeness
