// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>

namespace likeness {

/// How much fine detail a picture has: the variance of the Laplacian of its luma, at a fixed size, so that
/// pictures of all sizes compare. 0 = one colour. Pure; any thread.
double sharpnessOf(const QImage &picture);

/// Below it a portrait looks blurred in the sizes people see.
constexpr double leastSharpness = 12.0;

} // namespace likeness
