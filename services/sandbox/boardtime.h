// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/session/boardsession.h"

namespace likeness {

class Sandbox;

/// Makes a board go by the sandbox's clock, which the ledger and a real directory know nothing of. The
/// sandbox runs, and outlives the board.
void goBySandboxClock(BoardParts &parts, const Sandbox &sandbox);

} // namespace likeness
