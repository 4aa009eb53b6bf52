// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/sandboxorganisation.h"

#include "services/job/readyjob.h"
#include "services/stores/activedirectory/activedirectorystore.h"

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

EndpointSettings sandboxDirectory(const QJsonObject &lab)
{
    EndpointSettings endpoint = EndpointSettings::ofKind(EndpointSettings::Kind::ActiveDirectory);
    endpoint.name = u"ad"_s;
    endpoint.title = u"Active Directory"_s;
    endpoint.url = QUrl(lab["ldaps"_L1].toString());
    endpoint.tls = EndpointSettings::Tls::Ldaps;
    endpoint.account = sandboxAccount(lab)["upn"_L1].toString();
    endpoint.caFile = lab["caFile"_L1].toString();
    endpoint.baseDn = lab["baseDn"_L1].toString();
    return endpoint;
}

/// What the servers have in common: one authority, one account.
EndpointSettings sandboxServer(EndpointSettings::Kind kind, const QString &name, const QString &title,
    const QUrl &url, const SandboxParts &parts)
{
    EndpointSettings endpoint = EndpointSettings::ofKind(kind);
    endpoint.name = name;
    endpoint.title = title;
    endpoint.url = url;
    endpoint.account = u"helpdesk@lab.likeness.test"_s;
    endpoint.caFile = parts.servers.caFile;
    return endpoint;
}

/// What people see of it follows from what it is asked, not from rules alone.
EndpointSettings sandboxSkype(const SandboxParts &parts)
{
    EndpointSettings endpoint = sandboxServer(EndpointSettings::Kind::SkypeForBusiness, u"skype"_s,
        u"Skype for Business"_s, parts.servers.skype, parts);
    endpoint.signIn = EndpointSettings::SignIn::Basic;
    return endpoint;
}

QList<EndpointSettings> sandboxServers(const SandboxParts &parts)
{
    using Kind = EndpointSettings::Kind;
    EndpointSettings exchange
        = sandboxServer(Kind::Exchange, u"exchange"_s, u"Exchange"_s, parts.servers.ews, parts);
    exchange.signIn = EndpointSettings::SignIn::Basic;
    exchange.version = EndpointSettings::Version::V2019;
    EndpointSettings cloud
        = sandboxServer(Kind::Microsoft365, u"m365"_s, u"Microsoft 365"_s, parts.servers.graph, parts);
    cloud.cloud = EndpointSettings::Cloud::Custom;
    cloud.loginUrl = parts.servers.login;
    cloud.tenant = u"lab.likeness.test"_s;
    cloud.clientId = sandboxClientId();
    EndpointSettings site
        = sandboxServer(Kind::SharePoint, u"sharepoint"_s, u"SharePoint"_s, parts.servers.sharePoint, parts);
    site.signIn = EndpointSettings::SignIn::Basic;
    site.version = EndpointSettings::Version::V2019;
    site.domain = u"lablike"_s; // the directory's NetBIOS name
    site.photoExpirationHours = 6;
    site.importsPhotos = true;
    return {exchange, cloud, site};
}

/// Nobody signs in there, and nobody writes.
EndpointSettings sandboxWebPictures(const SandboxParts &parts)
{
    EndpointSettings endpoint = EndpointSettings::ofKind(EndpointSettings::Kind::WebAddress);
    endpoint.name = u"web"_s;
    endpoint.title = u"Web address"_s;
    endpoint.photoAddress = parts.servers.webPictures.toString() + u"{sAMAccountName}.jpg"_s;
    endpoint.caFile = parts.servers.caFile;
    return endpoint;
}

EndpointSettings sandboxFolder()
{
    EndpointSettings endpoint = EndpointSettings::ofKind(EndpointSettings::Kind::Folder);
    endpoint.name = u"folder"_s;
    endpoint.title = u"Photo folder"_s;
    endpoint.path = u"photos"_s;
    endpoint.people = u"photos/people.csv"_s;
    return endpoint;
}

} // namespace

OrganisationFile sandboxOrganisation(const SandboxParts &parts)
{
    OrganisationFile organisation;
    organisation.id = u"sandbox"_s;
    organisation.title = u"Sandbox"_s;
    organisation.me = u"ada.reyes"_s;
    organisation.sandbox = true;
    if (!parts.lab.isEmpty())
        organisation.endpoints += sandboxDirectory(parts.lab);
    organisation.endpoints += sandboxServers(parts);
    organisation.endpoints += sandboxFolder();
    organisation.endpoints += sandboxWebPictures(parts);
    organisation.endpoints += sandboxSkype(parts);
    organisation.source.insert(u"sync"_s,
        QJsonObject {{u"viewers"_s,
            QJsonArray {u"abs"_s, u"outlook"_s, u"owa"_s, u"sfb"_s, u"teams"_s, u"yammer"_s}}});
    return organisation;
}

QJsonObject sandboxAccount(const QJsonObject &lab)
{
    return lab["accounts"_L1]["helpdesk"_L1].toObject();
}

QString sandboxSecretKey(const QJsonObject &lab)
{
    return sandboxDirectory(lab).secretKey();
}

std::unique_ptr<PhotoStore> sandboxDirectoryStore(const QJsonObject &lab)
{
    const EndpointSettings endpoint = sandboxDirectory(lab);
    LdapSettings settings;
    settings.url = endpoint.url;
    settings.account = endpoint.account;
    settings.caFile = endpoint.caFile;
    settings.baseDn = endpoint.baseDn;
    const QByteArray password = sandboxAccount(lab)["password"_L1].toString().toUtf8();
    const auto service = std::make_shared<LdapService>(
        settings, [password] { return readyJob<std::optional<QByteArray>>(std::optional(password)); });
    const DirectoryPhotoSettings photos {*photoAttribute(endpoint.attribute)};
    return std::make_unique<ActiveDirectoryStore>(
        StoreId {Workload::ActiveDirectory, endpoint.name}, endpoint.title, photos, service);
}

QString sandboxClientId()
{
    return u"2f6c696b-656e-4573-8073-616e64626f78"_s;
}

QString sandboxScope()
{
    return u"openid offline_access User.ReadBasic.All ProfilePhoto.ReadWrite.All"_s;
}

} // namespace likeness
