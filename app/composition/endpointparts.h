// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/composition/serverway.h"
#include "services/directory/directory.h"
#include "services/directory/ldapservice.h"
#include "services/settings/organisationfile.h"
#include "services/stores/photostore.h"

#include <memory>

namespace likeness {

/// What one endpoint contributes to its organisation: a store, perhaps with a directory, or a viewer.
struct EndpointParts
{
    std::unique_ptr<PhotoStore> store;
    std::unique_ptr<Directory> directory {};
    std::unique_ptr<SeenWorkload> viewer {};
};

/// For the kinds of one family each; `secrets` and `workers` outlive the parts. Errors: BadInput.
Result<EndpointParts> directoryParts(
    const OrganisationFile &file, const EndpointSettings &endpoint, SecretStore &secrets);
/// The connection of a directory endpoint, for other questions than those about people and photos.
std::shared_ptr<LdapService> directoryService(
    const OrganisationFile &file, const EndpointSettings &endpoint, SecretStore &secrets);
EndpointParts folderParts(
    const OrganisationFile &file, const EndpointSettings &endpoint, QThreadPool &workers);
Result<EndpointParts> webParts(
    const OrganisationFile &file, const EndpointSettings &endpoint, const ServerWay::World &world);

} // namespace likeness
