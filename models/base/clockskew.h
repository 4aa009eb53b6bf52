// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/error.h"

#include <QDateTime>

namespace likeness {

/// So far apart clocks may be: what Kerberos and most token issuers put up with.
inline constexpr std::chrono::minutes toleratedSkew {5};

/// ClockWrong, with both times, where a server's clock and this machine's are further apart; nullopt = not.
std::optional<Error> clockError(const QDateTime &server, const QDateTime &here);

} // namespace likeness
