// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/sandbox/sandbox.h"

namespace likeness {

/// Writes the organisation file of a sandbox: the directory where it runs, the folder, and who sits here.
/// Errors: Local.
Result<Done> writeSandboxOrganisation(const SandboxParts &parts);

/// The account the sandbox signs in with: it may write everybody's photo. As the lab describes it: upn, dn,
/// password.
QJsonObject sandboxAccount(const QJsonObject &lab);
/// Under what name its password is kept.
QString sandboxSecretKey(const QJsonObject &lab);

} // namespace likeness
