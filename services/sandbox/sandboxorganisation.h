// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/sandbox/sandbox.h"
#include "services/settings/organisationfile.h"

namespace likeness {

/// The organisation file of a sandbox: the directory where it runs, the servers, the folder, and who sits
/// here.
OrganisationFile sandboxOrganisation(const SandboxParts &parts);

/// The account the sandbox signs in with: it may write everybody's photo. As the lab describes it: upn, dn,
/// password.
QJsonObject sandboxAccount(const QJsonObject &lab);
/// Under what name the directory keeps its password.
QString sandboxSecretKey(const QJsonObject &lab);
/// The directory as the sandbox's Exchange writes to it.
std::unique_ptr<PhotoStore> sandboxDirectoryStore(const QJsonObject &lab);

/// What Likeness is known as in the sandbox's tenant, and what it asks for.
QString sandboxClientId();
QString sandboxScope();

} // namespace likeness
