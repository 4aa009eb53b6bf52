// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/activedirectory/photoswap.h"

#include "models/people/mergepeople.h"
#include "services/directory/entrymark.h"
#include "services/directory/ldappeople.h"
#include "services/directory/replmetadata.h"
#include "services/stores/photobytes.h"

namespace likeness {
namespace {

constexpr auto replXmlAttribute = "msDS-ReplAttributeMetaData";
constexpr auto replBlobAttribute = "replPropertyMetaData";
constexpr auto otherPhotoAttribute = "jpegPhoto";

std::optional<WriteStamp> writeStamp(
    LdapConnection &connection, const LdapEntry &entry, const PhotoAttribute &attribute)
{
    for (const QByteArray &value : entry.values.value(QByteArray(replXmlAttribute).toLower())) {
        if (const std::optional<ReplStamp> stamp = stampFromReplXml(value, attribute.name))
            return WriteStamp {stamp->at, stamp->controller};
    }
    const std::optional<ReplStamp> stamp
        = stampFromReplBlob(entry.first(replBlobAttribute), attribute.replicationId);
    if (!stamp)
        return std::nullopt;
    return WriteStamp {stamp->at, connection.controllerName(stamp->invocationId)};
}

Error photoConflict(const QString &dn)
{
    return {Errc::Conflict, u"the photo of " % dn % u" is not what was read before"};
}

std::optional<QByteArray> bytesExpected(const ExpectedPhoto &expected)
{
    return expected ? std::optional(expected->bytes) : std::nullopt;
}

Result<std::optional<QByteArray>> photoNow(
    LdapConnection &connection, const QString &dn, const QByteArray &attribute)
{
    const Result<LdapEntry> entry = findEntry(connection, dn, {attribute});
    if (!entry)
        return entry.error();
    const QList<QByteArray> values = entry->values.value(attribute.toLower());
    return values.isEmpty() ? std::optional<QByteArray>() : std::optional(values.first());
}

Result<Done> swapByValue(LdapConnection &connection, const QString &dn, const PhotoAttribute &attribute,
    const std::optional<QByteArray> &before, const std::optional<QByteArray> &after)
{
    const auto somethingThere = [&]() -> Result<bool> {
        return photoNow(connection, dn, attribute.name).transform([](const auto &photo) {
            return photo.has_value();
        });
    };
    // Where several values may stand, a plain add does not fail because of the one that is there
    if (!before && (!attribute.singleValued || !after)) {
        const Result<bool> there = somethingThere();
        if (!there)
            return there.error();
        if (*there)
            return photoConflict(dn);
        if (!after)
            return Done {};
    }
    Result<Done> done = connection.modify({dn, attribute.name, photoSwap(before, after), {}});
    // A second value and one that is too long can have the same code
    if (!done && done.error().code == Errc::TooLarge && !before) {
        const Result<bool> there = somethingThere();
        if (there && *there)
            return photoConflict(dn);
    }
    return done;
}

Result<Done> swapByAssertion(LdapConnection &connection, const QString &dn, const PhotoAttribute &attribute,
    const std::optional<QByteArray> &before, const std::optional<QByteArray> &after)
{
    Result<Done> done = photoConflict(dn);
    // Another attribute of the entry may have changed: then the photo is still what was expected, and we try
    // again
    for (int attempt = 0; attempt < 3; ++attempt) {
        const Result<LdapEntry> entry = findEntry(connection, dn, {attribute.name, "entryCSN"});
        if (!entry)
            return entry.error();
        const QList<QByteArray> values = entry->values.value(attribute.name.toLower());
        const bool asExpected = before ? values.value(0) == *before : values.isEmpty();
        if (!asExpected)
            return photoConflict(dn);
        if (!before && !after)
            return Done {};
        const QByteArray changeNumber = entry->first("entryCSN");
        if (before && changeNumber.isEmpty())
            return swapByValue(connection, dn, attribute, before, after);
        LdapModification swap = assertedPhotoSwap(attribute.name, changeNumber, before.has_value(), after);
        swap.dn = dn;
        done = connection.modify(swap);
        if (done || done.error().code != Errc::Conflict)
            return done;
    }
    return done;
}

} // namespace

Result<LdapEntry> photoEntry(
    LdapConnection &connection, const PersonKeys &person, const QList<QByteArray> &attributes)
{
    if (!person.dn.isEmpty()) {
        Result<LdapEntry> entry = findEntry(connection, person.dn, attributes);
        if (entry || entry.error().code != Errc::NotFound || person.key.isEmpty())
            return entry;
    }
    if (person.key.isEmpty())
        return Error {Errc::NotFound, QStringLiteral("a person without DN and key")};
    return findEntry(connection, person.key, attributes);
}

Result<std::optional<StoredPhoto>> readPhoto(
    LdapConnection &connection, const PersonKeys &person, const PhotoAttribute &attribute)
{
    QList<QByteArray> wanted {attribute.name};
    if (connection.server().isActiveDirectory)
        wanted << replXmlAttribute << replBlobAttribute;
    const Result<LdapEntry> entry = photoEntry(connection, person, wanted);
    if (!entry)
        return entry.error();
    const QByteArray bytes = entry->first(attribute.name);
    if (bytes.isEmpty())
        return std::optional<StoredPhoto>();
    return std::optional(StoredPhoto {photoFromStore(bytes), writeStamp(connection, *entry, attribute)});
}

QList<QByteArray> sightAttributes(const LdapConnection &connection, const PhotoAttribute &attribute)
{
    QList<QByteArray> wanted {attribute.name, markAttribute(connection)};
    if (connection.server().isActiveDirectory)
        wanted << replXmlAttribute << replBlobAttribute << otherPhotoAttribute;
    return wanted;
}

StoreSight photoSight(LdapConnection &connection, const LdapEntry &entry, const PhotoAttribute &attribute)
{
    StoreSight sight;
    sight.tag = entryMark(connection, entry);
    const QString name = QString::fromLatin1(attribute.name);
    const QByteArray bytes = entry.first(attribute.name);
    if (!bytes.isEmpty()) {
        sight.add(0, photoFromStore(bytes));
        sight.evidence.append(photoEvidence(name, sight.served.constFirst().photo));
    } else {
        sight.evidence.append(name % u": no photo");
    }
    const QByteArray other = entry.first(otherPhotoAttribute);
    if (bytes.isEmpty() && attribute.name != otherPhotoAttribute && !other.isEmpty()) {
        sight.signs |= Sign::OtherAttribute;
        sight.evidence.append(photoEvidence(QString::fromLatin1(otherPhotoAttribute), photoFromStore(other)));
    }
    if (const std::optional<WriteStamp> stamp = writeStamp(connection, entry, attribute)) {
        sight.changed = stamp->at;
        sight.evidence.append(name % u" written " % stamp->at.toString(Qt::ISODate)
            % (stamp->where.isEmpty() ? QString() : QString(u" on " % stamp->where)));
    }
    return sight;
}

namespace {

/// The entries of those whose id is known, by it; whoever is not found here is looked for alone.
Result<QHash<QString, LdapEntry>> entriesById(
    LdapConnection &connection, const QList<PersonKeys> &people, QList<QByteArray> wanted)
{
    const bool ad = connection.settings().dialect == LdapDialect::ActiveDirectory;
    const QByteArray idAttribute = ad ? "objectGUID" : "entryUUID";
    QByteArray ids;
    for (const PersonKeys &person : people) {
        ids += idFilter(connection.settings().dialect, person.objectGuid);
    }
    QHash<QString, LdapEntry> found;
    if (ids.isEmpty())
        return found;
    wanted << idAttribute;
    const Result<LdapFound> entries = connection.search({.base = connection.settings().baseDn,
        .scope = LdapSearch::Scope::Subtree,
        .filter = "(|" + ids + ')',
        .attributes = wanted});
    if (!entries)
        return entries.error();
    for (const LdapEntry &entry : entries->entries)
        found.insert(ad ? guidText(entry.first(idAttribute)) : entry.text(idAttribute).toLower(), entry);
    return found;
}

} // namespace

Result<StoreSight> seePhoto(
    LdapConnection &connection, const PersonKeys &person, const PhotoAttribute &attribute)
{
    return photoEntry(connection, person, sightAttributes(connection, attribute))
        .transform([&](const LdapEntry &entry) { return photoSight(connection, entry, attribute); });
}

Result<QList<Result<StoreSight>>> seePhotos(
    LdapConnection &connection, const QList<PersonKeys> &people, const PhotoAttribute &attribute)
{
    QHash<QString, LdapEntry> known;
    if (people.size() > 1) {
        const auto found = entriesById(connection, people, sightAttributes(connection, attribute));
        if (found)
            known = *found;
        else if (!connection.usable())
            return found.error();
    }
    QList<Result<StoreSight>> sights;
    for (const PersonKeys &person : people) {
        const auto entry = known.constFind(person.objectGuid);
        const bool isKnown = !person.objectGuid.isEmpty() && entry != known.cend();
        sights.append(isKnown ? Result<StoreSight>(photoSight(connection, *entry, attribute))
                              : seePhoto(connection, person, attribute));
        if (!sights.constLast() && !connection.usable())
            return sights.constLast().error();
    }
    return sights;
}

Result<Done> swapPhoto(LdapConnection &connection, const PersonKeys &person, const PhotoAttribute &attribute,
    const ExpectedPhoto &expected, const std::optional<QByteArray> &after)
{
    const Result<LdapEntry> entry = photoEntry(connection, person, {"objectClass"});
    if (!entry)
        return entry.error();
    const auto swap = connection.server().assertsBeforeWrite ? &swapByAssertion : &swapByValue;
    return swap(connection, entry->dn, attribute, bytesExpected(expected), after);
}

Result<WriteRight> photoRight(
    LdapConnection &connection, const PersonKeys &person, const PhotoAttribute &attribute)
{
    const Result<LdapEntry> entry = photoEntry(connection, person, {"allowedAttributesEffective"});
    if (!entry)
        return entry.error();
    if (!connection.server().isActiveDirectory)
        return WriteRight::Unknown;
    // Active Directory computes it for everybody: no value at all means no right at all
    for (const QByteArray &allowed : entry->values.value("allowedattributeseffective")) {
        if (allowed.compare(attribute.name, Qt::CaseInsensitive) == 0)
            return WriteRight::Yes;
    }
    return WriteRight::No;
}

} // namespace likeness
