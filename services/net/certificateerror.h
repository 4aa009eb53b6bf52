// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/error.h"

#include <QList>
#include <QSslError>
#include <optional>

namespace likeness {

/// The gravest of what is wrong with a certificate, with whose it is, who issued it and how long it holds;
/// nullopt = nothing that we tell apart. Pure.
std::optional<Error> certificateError(const QList<QSslError> &errors);

} // namespace likeness
