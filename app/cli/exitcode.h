// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/errorname.h"

namespace likeness {

/// What likeness-cli tells the program that called it; documented in docs/cli.md and never renumbered.
enum class ExitCode {
    Ok = 0,
    Failed = 1, ///< this machine: disk, memory, a process
    Usage = 2, ///< an option, argument or file given to us that cannot be used
    BadPicture = 3,
    NotFound = 4,
    Ambiguous = 5,
    Refused = 6, ///< no right to write, or the store takes no such photo
    Conflict = 7, ///< somebody else wrote in between; nothing was overwritten
    Unreachable = 8,
    SignIn = 9,
    Partial = 10, ///< some stores have the photo, others do not
    NotVerified = 11,
    Unsupported = 12, ///< not part of this build or installation
    Declined = 13, ///< the question before the upload was answered with no
    NotInStep = 14, ///< status: something is not as it should be, and needs somebody
    Pending = 15, ///< status: something is on its way, and arrives by itself
    Cancelled = 130, ///< Ctrl+C, as shells have it
};

ExitCode exitCodeOf(Errc code);

} // namespace likeness
