// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/settings/syncdeclaration.h"

#include "models/base/jsonfields.h"

#include <QFile>
#include <array>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array photoSourceWords {"unknown", "cloud", "onPremises"};
constexpr std::array contactPhotoWords {"all", "directory", "none"};
constexpr int longestCycleMinutes = 7 * 24 * 60;

/// The viewers people have with these stores; Lync and Skype for Business only where they are declared
/// or asked.
QSet<SyncNode> usualViewers(const QSet<SyncNode> &stores)
{
    QSet<SyncNode> viewers;
    if (stores.contains(SyncNode::Exchange) || stores.contains(SyncNode::Microsoft365)
        || stores.contains(SyncNode::ActiveDirectory))
        viewers += SyncNode::Outlook;
    if (stores.contains(SyncNode::Exchange) || stores.contains(SyncNode::Microsoft365))
        viewers += SyncNode::OutlookWeb;
    if (stores.contains(SyncNode::Microsoft365)) {
        viewers += SyncNode::Teams;
        viewers += SyncNode::VivaEngage;
    }
    return viewers;
}

QSet<SyncNode> viewersIn(JsonFields &fields, const QSet<SyncNode> &stores)
{
    if (!fields.has(u"viewers"_s))
        return usualViewers(stores);
    QSet<SyncNode> viewers;
    for (const QString &id : fields.texts(u"viewers"_s)) {
        const auto node = syncNodeOf(id);
        if (!node || !isDerived(*node))
            fields.refuse(u"viewers"_s, u"names no viewer: "_s + id);
        else
            viewers += *node;
    }
    return viewers;
}

void readSharePoint(const EndpointSettings &endpoint, SyncSettings &settings)
{
    if (endpoint.kind != EndpointSettings::Kind::SharePoint)
        return;
    settings.sharePointPulls = endpoint.importsPhotos;
    settings.sharePointExpiration = std::chrono::hours(endpoint.photoExpirationHours);
    settings.sharePointErrorExpiration = std::chrono::hours(endpoint.photoErrorExpirationHours);
}

} // namespace

std::optional<SyncNode> syncNodeOf(const EndpointSettings &endpoint)
{
    const bool online = endpoint.version == EndpointSettings::Version::Online;
    switch (endpoint.kind) {
    case EndpointSettings::Kind::ActiveDirectory:
        return SyncNode::ActiveDirectory;
    case EndpointSettings::Kind::Exchange:
        return SyncNode::Exchange;
    case EndpointSettings::Kind::Microsoft365:
        return SyncNode::Microsoft365;
    case EndpointSettings::Kind::SharePoint:
        return online ? SyncNode::SharePointOnline : SyncNode::SharePoint;
    case EndpointSettings::Kind::WebAddress:
        return SyncNode::PublicUrl;
    case EndpointSettings::Kind::SkypeForBusiness:
        return SyncNode::SkypeForBusiness;
    case EndpointSettings::Kind::Ldap:
    case EndpointSettings::Kind::Folder:
        break;
    }
    return std::nullopt;
}

Result<SyncSettings> syncSettingsOf(const OrganisationFile &file)
{
    const QJsonValue declared = file.source.value(u"sync"_s);
    if (!declared.isUndefined() && !declared.isObject())
        return Error {Errc::BadInput, u"sync: must be an object in braces"_s};
    SyncSettings settings;
    for (const EndpointSettings &endpoint : file.endpoints) {
        if (const auto node = syncNodeOf(endpoint)) {
            settings.present.insert(*node);
            settings.asked.insert(*node);
        }
        readSharePoint(endpoint, settings);
        if (endpoint.kind == EndpointSettings::Kind::Exchange)
            settings.recordClearable = endpoint.version != EndpointSettings::Version::V2013;
    }
    JsonFields fields(declared.toObject(), u"sync"_s);
    settings.present += viewersIn(fields, settings.present);
    settings.peopleMayChange = fields.flag(u"peopleMayChange"_s, settings.peopleMayChange);
    settings.profileImport = fields.flag(u"profileImport"_s, settings.profileImport);
    settings.profileExport = fields.flag(u"profileExport"_s, settings.profileExport);
    settings.directorySync = fields.flag(u"directorySync"_s, settings.directorySync);
    settings.cloudMailbox = fields.flag(u"cloudMailbox"_s, settings.cloudMailbox);
    settings.prefersDirectoryPhotos
        = fields.flag(u"prefersDirectoryPhotos"_s, settings.prefersDirectoryPhotos);
    settings.syncCycle = std::chrono::minutes(
        fields.number(u"syncCycleMinutes"_s, settings.syncCycle.count(), 1, longestCycleMinutes));
    settings.addressBookCycle = std::chrono::minutes(fields.number(
        u"addressBookCycleMinutes"_s, settings.addressBookCycle.count(), 1, longestCycleMinutes));
    settings.largestPublicPhotoKb
        = static_cast<int>(fields.number(u"largestPublicPhotoKb"_s, settings.largestPublicPhotoKb, 1, 100));
    settings.photoSource
        = static_cast<SyncSettings::PhotoSource>(fields.word(u"photoSource"_s, photoSourceWords, 0));
    settings.contactPhotos
        = static_cast<SyncSettings::ContactPhotos>(fields.word(u"contactPhotos"_s, contactPhotoWords, 0));
    if (fields.error())
        return *fields.error();
    return settings;
}

Result<FlowBook> shippedFlows()
{
    QFile file(u":/flows.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return Error {Errc::Local, u"The flows are not part of this build."_s};
    return FlowBook::parse(file.readAll());
}

} // namespace likeness
