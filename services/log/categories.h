// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>

namespace likeness {

// Silent below warnings; QT_LOGGING_RULES="likeness.*=true" makes them speak. Never logged: secrets, photo
// bytes (only their length and hash), the names of people (only their keys).

/// What the program does: which organisation is open, what was opened, how it ends.
Q_DECLARE_LOGGING_CATEGORY(logApp)
/// Each request to a server on the web: where to, what it answered, how long it took, the request ids.
Q_DECLARE_LOGGING_CATEGORY(logNet)
/// What was written to which store, and how it ended.
Q_DECLARE_LOGGING_CATEGORY(logStore)

} // namespace likeness
