// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/composition/organisationbuilder.h"

#include "app/composition/endpointparts.h"

namespace likeness {

namespace {

Result<EndpointParts> builtParts(const OrganisationFile &file, const EndpointSettings &endpoint,
    SecretStore &secrets, QThreadPool &workers)
{
    if (endpoint.isDirectory())
        return directoryParts(file, endpoint, secrets);
    if (endpoint.isWeb())
        return webParts(file, endpoint, secrets, workers);
    return folderParts(file, endpoint, workers);
}

} // namespace

Result<Organisation> builtOrganisation(
    const OrganisationFile &file, SecretStore &secrets, QThreadPool &workers)
{
    Organisation organisation;
    organisation.id = file.id;
    organisation.title = file.title;
    organisation.isSandbox = file.sandbox;
    organisation.me = file.me;
    bool namedByServer = false;
    for (const EndpointSettings &endpoint : file.endpoints) {
        Result<EndpointParts> parts = builtParts(file, endpoint, secrets, workers);
        if (!parts)
            return parts.error();
        organisation.stores.push_back(std::move(parts->store));
        const bool better = endpoint.isDirectory() && !namedByServer;
        if (parts->directory && (!organisation.directory || better)) {
            organisation.directory = std::move(parts->directory);
            namedByServer = endpoint.isDirectory();
        }
    }
    return organisation;
}

Result<std::unique_ptr<PhotoStore>> builtStore(const OrganisationFile &file, const EndpointSettings &endpoint,
    SecretStore &secrets, QThreadPool &workers)
{
    Result<EndpointParts> parts = builtParts(file, endpoint, secrets, workers);
    if (!parts)
        return parts.error();
    return std::move(parts->store);
}

} // namespace likeness
