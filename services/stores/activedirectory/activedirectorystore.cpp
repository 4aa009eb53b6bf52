// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/activedirectory/activedirectorystore.h"

#include "models/base/clockskew.h"
#include "services/job/readyjob.h"
#include "services/stores/activedirectory/photoswap.h"
#include "services/stores/activedirectory/sightqueue.h"
#include "services/stores/photobytes.h"

namespace likeness {
namespace {

QString probeText(const LdapConnection &connection)
{
    const LdapServerInfo &server = connection.server();
    const QString kind
        = server.isActiveDirectory ? QStringLiteral("Active Directory") : QStringLiteral("LDAP server");
    const QString name = server.name.isEmpty() ? connection.settings().url.host() : server.name;
    return kind % u' ' % name % u", signed in";
}

} // namespace

ActiveDirectoryStore::ActiveDirectoryStore(
    StoreId id, const QString &title, DirectoryPhotoSettings photos, std::shared_ptr<LdapService> service)
    : m_id(std::move(id))
    , m_traits {.title = title,
          .writes = photos.writes,
          .byteBudget = photos.byteBudget,
          .byteLimit = photos.byteLimit,
          .comparesAndSwaps = true,
          .tellsRights = service->settings().dialect == LdapDialect::ActiveDirectory}
    , m_photos(std::move(photos))
    , m_service(std::move(service))
    , m_sights(std::make_shared<SightQueue>(m_service, m_photos.attribute))
{
}

ListedSights ActiveDirectoryStore::listedSights() const
{
    const PhotoAttribute &attribute = m_photos.attribute;
    return {m_id.instance,
        [attribute](const LdapConnection &connection) { return sightAttributes(connection, attribute); },
        [attribute](LdapConnection &connection, const LdapEntry &entry) {
            return photoSight(connection, entry, attribute);
        }};
}

JobPtr<std::optional<StoredPhoto>> ActiveDirectoryStore::read(const PersonKeys &person)
{
    return m_service->run<std::optional<StoredPhoto>>(
        LdapRepeat::Safe, [person, attribute = m_photos.attribute](LdapConnection &connection) {
            return readPhoto(connection, person, attribute);
        });
}

JobPtr<Done> ActiveDirectoryStore::write(
    const PersonKeys &person, const EncodedPhoto &photo, const ExpectedPhoto &expected)
{
    if (const std::optional<Error> refusal = unsendable(photo, m_photos.byteLimit))
        return readyJob<Done>(*refusal);
    return m_service->run<Done>(LdapRepeat::Never,
        [person, attribute = m_photos.attribute, expected, bytes = photo.bytes](LdapConnection &connection) {
            return swapPhoto(connection, person, attribute, expected, bytes);
        });
}

JobPtr<Done> ActiveDirectoryStore::remove(const PersonKeys &person, const ExpectedPhoto &expected)
{
    return m_service->run<Done>(
        LdapRepeat::Never, [person, attribute = m_photos.attribute, expected](LdapConnection &connection) {
            return swapPhoto(connection, person, attribute, expected, std::nullopt);
        });
}

JobPtr<WriteRight> ActiveDirectoryStore::mayWrite(const PersonKeys &person)
{
    return m_service->run<WriteRight>(
        LdapRepeat::Safe, [person, attribute = m_photos.attribute](LdapConnection &connection) {
            return photoRight(connection, person, attribute);
        });
}

JobPtr<StoreSight> ActiveDirectoryStore::see(const PersonKeys &person, const StoreSight &)
{
    return m_sights->see(person);
}

JobPtr<QString> ActiveDirectoryStore::probe()
{
    return m_service->run<QString>(LdapRepeat::Safe, [](LdapConnection &connection) -> Result<QString> {
        // Finding the base tells a mistyped one from an empty directory
        const Result<LdapFound> base
            = connection.search({.base = connection.settings().baseDn, .attributes = {"objectClass"}});
        if (!base)
            return Error {base.error().code == Errc::NotFound ? Errc::BadInput : base.error().code,
                u"the base " % connection.settings().baseDn % u": " % base.error().detail,
                base.error().serverTrace};
        const LdapServerInfo &server = connection.server();
        const std::optional<Error> clocks
            = server.clock ? clockError(*server.clock, server.clockHere) : std::nullopt;
        return clocks ? Result<QString>(*clocks) : Result<QString>(probeText(connection));
    });
}

} // namespace likeness
