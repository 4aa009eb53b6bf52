// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace likeness {

/// A number no other gesture of this run has; changes that carry the same one become one undo step. GUI
/// thread.
inline int newGesture()
{
    static int last = 0;
    return ++last;
}

} // namespace likeness
