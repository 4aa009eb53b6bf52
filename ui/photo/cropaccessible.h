// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace likeness {

class CropCanvas;

/// Lets assistive technology read the crop canvas as a graphic whose value is the crop's read-out. Once a
/// program; the canvas calls it.
void installCropAccessibility();
/// Tells it that the crop is another one.
void announceCropRead(CropCanvas &canvas);

} // namespace likeness
