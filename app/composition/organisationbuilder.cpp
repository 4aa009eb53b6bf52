// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/composition/organisationbuilder.h"

#include "app/composition/endpointparts.h"
#include "services/directory/mergeddirectory.h"
#include "services/session/policy/policedstore.h"
#include "services/settings/syncdeclaration.h"

#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

Result<EndpointParts> builtParts(
    const OrganisationFile &file, const EndpointSettings &endpoint, const ServerWay::World &world)
{
    if (endpoint.isDirectory())
        return directoryParts(file, endpoint, world.secrets);
    if (endpoint.isWeb())
        return webParts(file, endpoint, world);
    return folderParts(file, endpoint, world.workers);
}

/// The directory that names people is the best there is: a real one, then what a mail or cloud service knows,
/// then a list in a file.
int directoryRank(const EndpointSettings &endpoint)
{
    return endpoint.isDirectory() ? 2 : endpoint.isWeb() ? 1 : 0;
}

struct FoundDirectory
{
    const EndpointSettings *endpoint;
    std::unique_ptr<Directory> directory;
};

MergedDirectory::Part mergedPart(FoundDirectory &found, const QString &title)
{
    return {title, std::move(found.directory), !found.endpoint->findsPeople};
}

/// One list of people: the best directory's first, then what mail and cloud services add to it.
std::unique_ptr<Directory> mergedDirectory(
    std::vector<FoundDirectory> all, const std::shared_ptr<WebHouse> &house)
{
    if (all.empty())
        return nullptr;
    const auto best = std::ranges::max_element(
        all, {}, [](const FoundDirectory &each) { return directoryRank(*each.endpoint); });
    const bool alone = std::ranges::none_of(
        all, [&best](const FoundDirectory &each) { return &each != &*best && each.endpoint->isWeb(); });
    if (alone)
        return std::move(best->directory);
    std::vector<MergedDirectory::Part> parts;
    parts.push_back(mergedPart(*best, best->endpoint->title));
    for (FoundDirectory &each : all) {
        if (!each.directory || !each.endpoint->isWeb())
            continue;
        const QString &title = each.endpoint->title;
        const bool taken = std::ranges::count(parts, title, &MergedDirectory::Part::title) > 0;
        parts.push_back(mergedPart(each, taken ? u"%1 (%2)"_s.arg(title, each.endpoint->name) : title));
    }
    return std::make_unique<MergedDirectory>(
        std::move(parts), std::shared_ptr<Pacing>(house, &house->pacing));
}

/// SharePoint's photos come from elsewhere, and a folder has no tool of its own.
std::optional<HandoverWay> handoverWayOf(const EndpointSettings &endpoint)
{
    switch (endpoint.kind) {
    case EndpointSettings::Kind::ActiveDirectory:
    case EndpointSettings::Kind::Ldap:
        return HandoverWay {HandoverWay::Tool::Directory, endpoint.url, endpoint.attribute};
    case EndpointSettings::Kind::Exchange:
        return HandoverWay {HandoverWay::Tool::Exchange};
    case EndpointSettings::Kind::Microsoft365:
        return HandoverWay {HandoverWay::Tool::Graph};
    case EndpointSettings::Kind::SharePoint:
    case EndpointSettings::Kind::Folder:
    case EndpointSettings::Kind::WebAddress: // no tool is the same everywhere
    case EndpointSettings::Kind::SkypeForBusiness:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

/// Every store that a rule is about; whoever works with the organisation gets no other.
void putUnderPolicy(Organisation &organisation)
{
    const auto judge
        = std::make_shared<PolicyJudge>(organisation.policy, organisation.me, organisation.directory.get());
    for (auto &store : organisation.stores) {
        if (organisation.policy.concerns(store->id()))
            store = std::make_unique<PolicedStore>(std::move(store), judge);
    }
}

} // namespace

Result<Organisation> builtOrganisation(
    const OrganisationFile &file, SecretStore &secrets, QThreadPool &workers, const Policy &machinePolicy)
{
    Organisation organisation;
    organisation.id = file.id;
    organisation.title = file.title;
    organisation.isSandbox = file.sandbox;
    organisation.sandboxBegun = file.sandboxBegun;
    organisation.me = file.me;
    const ServerWay::World world {std::make_shared<WebHouse>(), secrets, workers};
    const Result<SyncSettings> sync = syncSettingsOf(file);
    if (!sync)
        return sync.error();
    organisation.sync = *sync;
    std::vector<FoundDirectory> directories;
    for (const EndpointSettings &endpoint : file.endpoints) {
        Result<EndpointParts> parts = builtParts(file, endpoint, world);
        if (!parts)
            return parts.error();
        if (const auto node = syncNodeOf(endpoint))
            organisation.nodes.insert(endpoint.name, *node);
        if (const auto way = handoverWayOf(endpoint))
            organisation.handovers.insert(endpoint.name, *way);
        if (parts->viewer)
            organisation.viewers.push_back(std::move(parts->viewer));
        if (parts->store)
            organisation.stores.push_back(std::move(parts->store));
        if (parts->directory && endpoint.findsPeople.value_or(true))
            directories.push_back({&endpoint, std::move(parts->directory)});
    }
    organisation.directory = mergedDirectory(std::move(directories), world.house);
    organisation.policy = machinePolicy.with(file.policy);
    putUnderPolicy(organisation);
    return organisation;
}

Result<std::unique_ptr<SeenWorkload>> builtWorkload(const OrganisationFile &file,
    const EndpointSettings &endpoint, SecretStore &secrets, QThreadPool &workers, ServerClock *clock)
{
    Result<EndpointParts> parts
        = builtParts(file, endpoint, {std::make_shared<WebHouse>(), secrets, workers, clock});
    if (!parts)
        return parts.error();
    if (parts->viewer)
        return std::move(parts->viewer);
    return std::unique_ptr<SeenWorkload>(std::move(parts->store));
}

} // namespace likeness
