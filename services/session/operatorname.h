// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace likeness {

/// The account that runs this program, for the ledger and for sidecars; empty when the system does not say.
QString operatorName();

} // namespace likeness
