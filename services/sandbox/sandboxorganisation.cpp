// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/sandboxorganisation.h"

#include "services/settings/organisationfile.h"

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

Result<Done> writeSandboxOrganisation(const SandboxParts &parts)
{
    OrganisationFile organisation;
    organisation.id = u"sandbox"_s;
    organisation.title = u"Sandbox"_s;
    organisation.me = u"ada.reyes"_s;
    organisation.sandbox = true;
    if (!parts.lab.isEmpty())
        organisation.endpoints += sandboxDirectory(parts.lab);
    organisation.endpoints += sandboxFolder();
    return organisation.save(parts.paths.organisationFile());
}

QJsonObject sandboxAccount(const QJsonObject &lab)
{
    return lab["accounts"_L1]["helpdesk"_L1].toObject();
}

QString sandboxSecretKey(const QJsonObject &lab)
{
    return sandboxDirectory(lab).secretKey();
}

} // namespace likeness
