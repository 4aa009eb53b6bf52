// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/sync/boardlayout.h"

namespace likeness {

/// Gives the arrows' labels their places: beside the line, off the cards and off each other, over as few
/// other lines as can be. Those of the first links are placed first.
void placeBoardLabels(BoardLayout &layout, const QList<BoardLink> &links);

} // namespace likeness
