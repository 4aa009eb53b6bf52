// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/sync/boardcontent.h"

namespace likeness {

/// Boards written down by hand, of Ada Reyes of the sandbox, on Saturday 21 November 2026, 09:25 UTC.
QDateTime fakeBoardTime();
/// The flows, a few failures, cures and one dispute.
FlowBook fakeBook();

/// The drawing's: her new photo is in Exchange, SharePoint waits for her own visit, calls show 48 pixels.
BoardContent fakeBoard();
/// All eighteen workloads in all eleven states.
BoardContent crowdedBoard();
/// A mailbox, the directory and Outlook, all in step.
BoardContent smallBoard();
/// No workload has a photo.
BoardContent photolessBoard();
/// The drawing's before anything has answered.
BoardContent unseenBoard();

/// One photo of hers, the new or the earlier one.
ServedPhoto fakeServed(bool earlier, int edge);

} // namespace likeness
