// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/sync/boardcontent.h"
#include "ui/sync/boardlayout.h"

#include <optional>

namespace likeness {

enum class BoardStep { Left, Right, Up, Down, First, Last };

/// The card one comes to from another by a key, nullopt at the border. Sideways along the arrows, the
/// deciding ones first; where no arrow leads on, to the nearest card of the next column. Pure.
std::optional<SyncNode> boardWalk(
    const BoardLayout &layout, const QList<BoardFlow> &flows, SyncNode from, BoardStep step);

} // namespace likeness
