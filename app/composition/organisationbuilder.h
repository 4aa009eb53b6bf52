// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/session/organisation.h"
#include "services/settings/organisationfile.h"

class QThreadPool;

namespace likeness {

class SecretStore;
class ServerClock;

/// Makes the stores, the viewers and the directory of an organisation; nothing is connected yet. Passwords
/// come from `secrets` under EndpointSettings::secretKey(), asked when a server wants one. Both references
/// must outlive the result. `machinePolicy` counts beside the file's own: stores that either concerns obey
/// both (docs/decisions/008-managed-policy.md). People are those of the first directory of the file, else of
/// its first Exchange or Microsoft 365, else of the first folder that has a list of people; every (other)
/// Exchange and Microsoft 365 adds whom only it knows, unless the file says "directory": false.
Result<Organisation> builtOrganisation(
    const OrganisationFile &file, SecretStore &secrets, QThreadPool &workers, const Policy &machinePolicy);

/// One endpoint on its own. `clock` is told what time web servers say it is, and outlives the result.
Result<std::unique_ptr<SeenWorkload>> builtWorkload(const OrganisationFile &file,
    const EndpointSettings &endpoint, SecretStore &secrets, QThreadPool &workers,
    ServerClock *clock = nullptr);

} // namespace likeness
