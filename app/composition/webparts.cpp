// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/composition/endpointparts.h"
#include "app/composition/serverway.h"
#include "services/directory/servicepoints.h"
#include "services/settings/syncdeclaration.h"
#include "services/stores/exchange/discoveredexchange.h"
#include "services/stores/exchange/ewsdirectory.h"
#include "services/stores/exchange/exchangestore.h"
#include "services/stores/exchange/srvhosts.h"
#include "services/stores/microsoft365/graphdirectory.h"
#include "services/stores/microsoft365/microsoft365store.h"
#include "services/stores/sharepoint/sharepointstore.h"
#include "services/stores/skype/skypeviewer.h"
#include "services/stores/webaddress/webaddressstore.h"

#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

using Way = std::shared_ptr<ServerWay>;
using Version = EndpointSettings::Version;

/// Where to ask for Exchange's service connection points: the organisation's Active Directory, if there is
/// one.
std::function<JobPtr<QList<QUrl>>()> servicePointsOf(const OrganisationFile &file, SecretStore &secrets)
{
    const auto directory
        = std::ranges::find(file.endpoints, EndpointSettings::Kind::ActiveDirectory, &EndpointSettings::kind);
    if (directory == file.endpoints.end())
        return {};
    return [service = directoryService(file, *directory, secrets)] {
        return autodiscoverServicePoints(*service);
    };
}

EndpointParts exchangeParts(
    const OrganisationFile &file, const EndpointSettings &endpoint, SecretStore &secrets, const Way &way)
{
    ExchangeSettings settings;
    settings.ews = endpoint.url;
    settings.writes = endpoint.writes;
    settings.byteBudget = endpoint.byteBudget;
    settings.byteLimit = endpoint.byteLimit;
    settings.writesPhotos = endpoint.version != Version::V2013;
    const StoreId id {Workload::Exchange, endpoint.name};
    if (endpoint.url.isEmpty()) {
        AutodiscoverWays ways;
        ways.signedIn = way;
        ways.plain = std::shared_ptr<HttpTransport>(way, &way->plain());
        ways.servicePoints = servicePointsOf(file, secrets);
        ways.hostsInDns
            = [](const QString &domain) { return srvHosts(u"_autodiscover._tcp."_s + domain, 443); };
        return {std::make_unique<DiscoveredExchange>(id, endpoint.title, settings, ways, endpoint.account)};
    }
    return {std::make_unique<ExchangeStore>(id, endpoint.title, settings, way),
        std::make_unique<EwsDirectory>(endpoint.url, way)};
}

EndpointParts microsoft365Parts(const EndpointSettings &endpoint, const Way &way)
{
    Microsoft365Settings settings;
    settings.graph = graphUrlOf(endpoint);
    settings.writes = endpoint.writes;
    settings.byteBudget = endpoint.byteBudget;
    settings.byteLimit = endpoint.byteLimit;
    const StoreId id {Workload::Microsoft365, endpoint.name};
    return {std::make_unique<Microsoft365Store>(id, endpoint.title, settings, way),
        std::make_unique<GraphDirectory>(settings.graph, way)};
}

SharePointSettings::Release releaseOf(Version version)
{
    if (version == Version::Online)
        return SharePointSettings::Release::Online;
    return version == Version::V2013 ? SharePointSettings::Release::Server2013
                                     : SharePointSettings::Release::Server2016OrLater;
}

EndpointParts sharePointParts(const EndpointSettings &endpoint, const Way &way, QThreadPool &workers)
{
    SharePointSettings settings;
    settings.mySiteHost = endpoint.url;
    settings.release = releaseOf(endpoint.version);
    settings.domain = endpoint.domain;
    settings.writes = endpoint.writes;
    settings.byteBudget = endpoint.byteBudget;
    settings.byteLimit = endpoint.byteLimit;
    const StoreId id {Workload::SharePoint, endpoint.name};
    return {std::make_unique<SharePointStore>(id, endpoint.title, settings, way, workers), nullptr};
}

/// Without anybody's name.
Result<EndpointParts> webAddressParts(
    const OrganisationFile &file, const EndpointSettings &endpoint, const Way &way)
{
    const Result<PhotoAddress> address = PhotoAddress::parsed(endpoint.photoAddress);
    if (!address)
        return Error {Errc::BadInput, u"%1: %2"_s.arg(endpoint.name, address.error().detail)};
    const Result<SyncSettings> sync = syncSettingsOf(file);
    if (!sync)
        return sync.error();
    const StoreId id {Workload::WebAddress, endpoint.name};
    const WebAddressSettings settings {*address, sync->largestPublicPhotoKb * qsizetype {1024}};
    return EndpointParts {std::make_unique<WebAddressStore>(
        id, endpoint.title, settings, std::shared_ptr<HttpTransport>(way, &way->plain()))};
}

} // namespace

Result<EndpointParts> webParts(
    const OrganisationFile &file, const EndpointSettings &endpoint, const ServerWay::World &world)
{
    const auto way = std::make_shared<ServerWay>(world, file, endpoint);
    switch (endpoint.kind) {
    case EndpointSettings::Kind::Exchange:
        return exchangeParts(file, endpoint, world.secrets, way);
    case EndpointSettings::Kind::Microsoft365:
        return microsoft365Parts(endpoint, way);
    case EndpointSettings::Kind::SharePoint:
        return sharePointParts(endpoint, way, world.workers);
    case EndpointSettings::Kind::WebAddress:
        return webAddressParts(file, endpoint, way);
    case EndpointSettings::Kind::SkypeForBusiness:
        return EndpointParts {
            nullptr, nullptr, std::make_unique<SkypeViewer>(endpoint.name, endpoint.url, way)};
    case EndpointSettings::Kind::ActiveDirectory:
    case EndpointSettings::Kind::Ldap:
    case EndpointSettings::Kind::Folder:
        break;
    }
    Q_UNREACHABLE();
}

} // namespace likeness
