// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/session/boardsession.h"

namespace likeness {

class Sandbox;

/// Makes a board go by the sandbox's clock, which the ledger and a real directory know nothing of. The
/// sandbox runs, and outlives the board.
void goBySandboxClock(BoardParts &parts, const Sandbox &sandbox);

/// The same for a program that only knows since when another one runs the sandbox, whose clock nobody has put
/// forward: what the directory was made with is as old as it is in the other stores. `begun` by real time;
/// nullopt = no sandbox, nothing is changed.
void goBySandboxBeginning(BoardParts &parts, const std::optional<QDateTime> &begun);

} // namespace likeness
