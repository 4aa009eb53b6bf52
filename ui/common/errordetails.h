// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/error.h"

namespace likeness {

/// What Copy details puts on the clipboard: code, detail, server trace and the program's version, in English,
/// for whoever helps.
QString errorDetails(const Error &error);

} // namespace likeness
