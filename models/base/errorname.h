// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/error.h"

#include <QLatin1String>

namespace likeness {

/// The error's name in JSON, reports and the ledger; stable.
QLatin1String errorName(Errc code);
std::optional<Errc> errorNamed(const QString &name);

} // namespace likeness
