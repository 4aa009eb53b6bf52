// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QString>

namespace likeness {

/// The next line of standard input. Errors: SignInNeeded, there is none.
Result<QByteArray> passwordFromInput();
/// Asks at the terminal without showing what is typed. Errors: SignInNeeded, there is no terminal or no
/// answer.
Result<QByteArray> passwordFromTerminal(const QString &question);

} // namespace likeness
