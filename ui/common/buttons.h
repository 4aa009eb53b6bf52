// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPushButton>

namespace likeness {

/// How much a button asks for attention. At most one primary a page.
enum class ButtonKind {
    Secondary, ///< panel ground with a line; what a button is without a word
    Primary, ///< filled with the accent
    Flat, ///< no ground until the pointer is over it
    Segment, ///< part of a SegmentedControl
    Rail, ///< part of the navigation rail
};

/// Read by LikenessStyle; for QPushButton and QToolButton.
void setButtonKind(QAbstractButton &button, ButtonKind kind);
ButtonKind buttonKind(const QWidget *widget);

} // namespace likeness
