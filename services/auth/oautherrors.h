// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/error.h"

#include <QString>

namespace likeness {

/// What an "error" of OAuth 2.0 [RFC 6749, 8628] and the number Entra puts into its description (AADSTS50055)
/// mean to a person. Pure.
Errc oauthErrc(const QString &error, const QString &description);

} // namespace likeness
