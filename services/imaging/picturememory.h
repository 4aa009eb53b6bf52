// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace likeness {

/// Asks the C library to keep freed memory of the size that pictures need instead of giving each piece back
/// at once: memory fresh from the system is zeroed page by page, which costs more than some stages of the
/// renderer (docs/benchmarks.md). Once, first thing in a program that renders; does nothing where the C
/// library is not glibc. At most keptPictureMemory stays with the program.
void keepPictureMemory();

/// Bytes.
inline constexpr int keptPictureMemory = 24 * 1024 * 1024;

} // namespace likeness
