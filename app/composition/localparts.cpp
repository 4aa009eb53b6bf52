// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/composition/endpointparts.h"
#include "services/directory/csvdirectory.h"
#include "services/directory/ldapdirectory.h"
#include "services/secrets/secretstore.h"
#include "services/session/operatorname.h"
#include "services/stores/activedirectory/activedirectorystore.h"
#include "services/stores/folder/folderstore.h"

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

LdapProtection protectionOf(EndpointSettings::Tls tls)
{
    switch (tls) {
    case EndpointSettings::Tls::Ldaps:
        return LdapProtection::Ldaps;
    case EndpointSettings::Tls::StartTls:
        return LdapProtection::StartTls;
    case EndpointSettings::Tls::Sealed:
        return LdapProtection::Sealed;
    }
    Q_UNREACHABLE();
}

LdapSignIn signInOf(EndpointSettings::SignIn signIn)
{
    switch (signIn) {
    case EndpointSettings::SignIn::Simple:
        return LdapSignIn::Simple;
    case EndpointSettings::SignIn::Gssapi:
        return LdapSignIn::Gssapi;
    case EndpointSettings::SignIn::GssSpnego:
        return LdapSignIn::GssSpnego;
    case EndpointSettings::SignIn::Basic:
    case EndpointSettings::SignIn::Negotiate:
    case EndpointSettings::SignIn::Ntlm:
    case EndpointSettings::SignIn::OAuth:
        break; // no organisation file says so of a directory
    }
    Q_UNREACHABLE();
}

} // namespace

std::shared_ptr<LdapService> directoryService(
    const OrganisationFile &file, const EndpointSettings &endpoint, SecretStore &secrets)
{
    const bool plain = endpoint.kind == EndpointSettings::Kind::Ldap;
    LdapSettings settings;
    settings.url = endpoint.url;
    settings.protection = protectionOf(endpoint.tls);
    settings.signIn = signInOf(endpoint.signIn);
    settings.dialect = plain ? LdapDialect::InetOrgPerson : LdapDialect::ActiveDirectory;
    settings.account = endpoint.account;
    settings.caFile = file.resolved(endpoint.caFile);
    settings.baseDn = endpoint.baseDn;
    return std::make_shared<LdapService>(
        settings, [&secrets, key = endpoint.secretKey()] { return secrets.load(key); });
}

Result<EndpointParts> directoryParts(
    const OrganisationFile &file, const EndpointSettings &endpoint, SecretStore &secrets)
{
    const auto attribute = photoAttribute(endpoint.attribute);
    if (!attribute)
        return Error {
            Errc::BadInput, u"%1: no photo attribute \"%2\""_s.arg(endpoint.name, endpoint.attribute)};
    const auto service = directoryService(file, endpoint, secrets);
    const bool plain = endpoint.kind == EndpointSettings::Kind::Ldap;
    const StoreId id {plain ? Workload::Ldap : Workload::ActiveDirectory, endpoint.name};
    const DirectoryPhotoSettings photos {
        *attribute, endpoint.writes, endpoint.byteBudget, endpoint.byteLimit};
    auto store = std::make_unique<ActiveDirectoryStore>(id, endpoint.title, photos, service);
    auto directory = std::make_unique<LdapDirectory>(service, store->listedSights());
    return EndpointParts {std::move(store), std::move(directory)};
}

EndpointParts folderParts(
    const OrganisationFile &file, const EndpointSettings &endpoint, QThreadPool &workers)
{
    FolderSettings settings;
    settings.path = file.resolved(endpoint.path);
    settings.operatorName = operatorName();
    settings.tool = u"Likeness " LIKENESS_VERSION ""_s;
    settings.writes = endpoint.writes;
    settings.byteBudget = endpoint.byteBudget;
    settings.byteLimit = endpoint.byteLimit;
    const StoreId id {Workload::Folder, endpoint.name};
    EndpointParts parts {std::make_unique<FolderStore>(id, endpoint.title, settings, workers), nullptr};
    if (!endpoint.people.isEmpty())
        parts.directory = std::make_unique<CsvDirectory>(file.resolved(endpoint.people), workers);
    return parts;
}

} // namespace likeness
