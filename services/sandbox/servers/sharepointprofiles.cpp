// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/servers/sharepointserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype sharePointLargestPicture = 5'000'000;

QString profileAccount(const SandboxWorld &world, const Person &person)
{
    if (world.settings().sharePoint == SandboxSettings::SharePoint::Online)
        return u"i:0#.f|membership|"_s + person.keys.upn;
    return u"i:0#.w|lablike\\"_s + person.keys.key;
}

QString hostOf(const SharePointCall &call)
{
    return u"https://"_s + QString::fromLatin1(call.request.header("Host").value_or(QByteArray()));
}

/// Windows time in 100 ns, as it follows "?t=" in addresses.
qint64 ticksOf(const QDateTime &time)
{
    constexpr qint64 ticksUntil1970 = 621'355'968'000'000'000;
    return ticksUntil1970 + time.toMSecsSinceEpoch() * 10'000;
}

QMap<QString, QString> profileProperties(
    const SandboxWorld &world, const SharePointCall &call, const Person &person)
{
    const SharePointPhotos held = world.photos(person.keys.key).sharePoint;
    const auto medium = held.files.constFind('M');
    const QDateTime changed = medium == held.files.cend() ? QDateTime() : medium->modified;
    const QString picture = held.listed && changed.isValid()
        ? QString(
            hostOf(call) + libraryPath(person.keys.key, 'M') + u"?t="_s + QString::number(ticksOf(changed)))
        : QString();
    return {{u"AccountName"_s, profileAccount(world, person)}, {u"PreferredName"_s, person.displayName},
        {u"FirstName"_s, person.givenName}, {u"LastName"_s, person.surname},
        {u"WorkEmail"_s, person.keys.mail}, {u"Department"_s, person.department}, {u"PictureURL"_s, picture},
        {u"SPS-PicturePlaceholderState"_s, held.placeholder ? u"1"_s : u"0"_s},
        {u"SPS-PictureTimestamp"_s, changed.isValid() ? QString::number(ticksOf(changed)) : QString()},
        {u"SPS-PictureExchangeSyncState"_s, held.exchangeSync ? u"1"_s : u"0"_s}};
}

SandboxReply profileReply(const SandboxWorld &world, const SharePointCall &call, const Person &person)
{
    const QMap<QString, QString> properties = profileProperties(world, call, person);
    QJsonArray list;
    for (auto each = properties.cbegin(); each != properties.cend(); ++each)
        list += QJsonObject {{u"Key"_s, each.key()}, {u"Value"_s, *each}, {u"ValueType"_s, u"Edm.String"_s}};
    const QString picture = properties[u"PictureURL"_s];
    return call.reply({{u"AccountName"_s, profileAccount(world, person)},
        {u"DisplayName"_s, person.displayName}, {u"Email"_s, person.keys.mail}, {u"Title"_s, person.title},
        {u"PictureUrl"_s, picture.isEmpty() ? QJsonValue() : QJsonValue(picture)},
        {u"UserProfileProperties"_s,
            call.verbose() ? QJsonValue(QJsonObject {{u"results"_s, list}}) : QJsonValue(list)}});
}

SandboxReply setMyProfilePicture(SandboxWorld &world, const SharePointCall &call, const Person &me)
{
    const QByteArray &picture = call.request.body;
    if (picture.size() > sharePointLargestPicture)
        return call.error(400, u"-1, System.ArgumentException"_s, u"The picture is too large."_s);
    if (pictureTypeOf(picture).isEmpty() || !makeThumbnails(world, me.keys.key, picture, false))
        return call.error(400, u"-1, System.ArgumentException"_s, u"The file is not a valid picture."_s);
    return call.reply(u"SetMyProfilePicture"_s, true);
}

SandboxReply setProperty(SandboxWorld &world, const SharePointCall &call)
{
    const QJsonObject wanted = QJsonDocument::fromJson(call.request.body).object();
    const std::optional<Person> person = personOfAccount(world, wanted["accountName"_L1].toString());
    if (!person)
        return call.error(404, u"-1, Microsoft.Office.Server.UserProfiles.UserNotFoundException"_s,
            u"User Not Found: Could not load profile data from the database."_s);
    if (!mayChange(call.asker, *person))
        return call.error(403, u"-2147024891, System.UnauthorizedAccessException"_s, u"Access denied."_s);
    setProfileProperty(
        world, person->keys.key, wanted["propertyName"_L1].toString(), wanted["propertyValue"_L1].toString());
    return call.verbose() ? call.reply({{u"SetSingleValueProfileProperty"_s, QJsonValue()}})
                          : call.reply({{u"odata.null"_s, true}});
}

/// The account in "…for(accountName=@v)" or "…for('account')", quotes undone; and a property if there is one.
struct ProfileArguments
{
    QString account;
    QString property;
};
ProfileArguments argumentsIn(const QString &function)
{
    static const QRegularExpression argument(u"(?:(\\w+)\\s*=\\s*)?'((?:[^']|'')*)'"_s);
    ProfileArguments arguments;
    QRegularExpressionMatchIterator each = argument.globalMatch(function);
    while (each.hasNext()) {
        const QRegularExpressionMatch match = each.next();
        const QString value = match.captured(2).replace(u"''"_s, u"'"_s);
        if (match.captured(1).compare("propertyName"_L1, Qt::CaseInsensitive) == 0)
            arguments.property = value;
        else
            arguments.account = value;
    }
    return arguments;
}

} // namespace

void setProfileProperty(SandboxWorld &world, const QString &key, const QString &name, const QString &value)
{
    world.changePhotos(key, [&](SandboxPhotos &photos) {
        if (name == "PictureURL"_L1)
            photos.sharePoint.listed = !value.isEmpty();
        else if (name == "SPS-PicturePlaceholderState"_L1)
            photos.sharePoint.placeholder = value != "0"_L1;
        else if (name == "SPS-PictureExchangeSyncState"_L1)
            photos.sharePoint.exchangeSync = value != "0"_L1;
    });
}

std::optional<Person> personOfAccount(const SandboxWorld &world, const QString &account)
{
    return world.person(account.mid(account.lastIndexOf(u'|') + 1));
}

SandboxReply peopleManagerReply(SandboxWorld &world, const SharePointCall &call, const QString &function)
{
    const QString name = function.section(u'(', 0, 0).toLower();
    const bool reads = call.request.verb == "GET";
    const Person me = *world.person(call.asker.upn);
    if (reads && name == "getmyproperties"_L1) {
        pullFromExchange(world, me.keys.key);
        return profileReply(world, call, me);
    }
    const SandboxSettings::SharePoint release = world.settings().sharePoint;
    if (!reads && release == SandboxSettings::SharePoint::Online)
        return call.error(403, u"-2147024891, System.UnauthorizedAccessException"_s,
            u"Photos are changed in Microsoft 365."_s);
    if (!reads && name == "setmyprofilepicture"_L1)
        return setMyProfilePicture(world, call, me);
    if (!reads && name == "setsinglevalueprofileproperty"_L1
        && release != SandboxSettings::SharePoint::Server2013)
        return setProperty(world, call);
    const ProfileArguments arguments = argumentsIn(function);
    const std::optional<Person> person = personOfAccount(world, arguments.account);
    if (reads && name == "getpropertiesfor"_L1) {
        if (!person)
            return call.verbose() ? call.reply({{u"GetPropertiesFor"_s, QJsonValue()}})
                                  : call.reply({{u"odata.null"_s, true}});
        if (person->keys.key == me.keys.key)
            pullFromExchange(world, me.keys.key);
        return profileReply(world, call, *person);
    }
    if (reads && name == "getuserprofilepropertyfor"_L1)
        return call.reply(u"GetUserProfilePropertyFor"_s,
            person ? profileProperties(world, call, *person).value(arguments.property) : QString());
    return call.error(404, u"-1, Microsoft.SharePoint.Client.ResourceNotFoundException"_s,
        u"Cannot find resource for the request %1."_s.arg(function));
}

void pullFromExchange(SandboxWorld &world, const QString &key)
{
    const SandboxSettings settings = world.settings();
    const SandboxPhotos photos = world.photos(key);
    const QDateTime due = photos.sharePoint.pulled.addSecs(
        std::chrono::duration_cast<std::chrono::seconds>(settings.sharePointExpiration).count());
    const bool fresh = photos.sharePoint.pulled.isValid() && world.clock().now() < due;
    const std::optional<PreparedPhoto> &source
        = settings.sharePoint == SandboxSettings::SharePoint::Online ? photos.cloud : photos.mailbox;
    if (settings.sharePointImports && photos.sharePoint.exchangeSync && source && !fresh)
        makeThumbnails(world, key, source->largest(), true);
}

bool makeThumbnails(SandboxWorld &world, const QString &key, const QByteArray &picture, bool fromExchange)
{
    const QMap<char, int> edges = world.settings().sharePointEdges;
    const QDateTime now = world.clock().now();
    QMap<char, QByteArray> made;
    for (auto each = edges.cbegin(); each != edges.cend(); ++each)
        made[each.key()] = squareJpeg(picture, *each);
    if (made.values().contains(QByteArray()))
        return false;
    world.changePhotos(key, [&](SandboxPhotos &photos) {
        SharePointPhotos &held = photos.sharePoint;
        for (auto each = made.cbegin(); each != made.cend(); ++each)
            held.files[each.key()] = {*each, held.files.value(each.key(), {{}, 0, {}}).version + 1, now};
        held.listed = true;
        held.placeholder = false;
        held.exchangeSync = fromExchange;
        if (fromExchange)
            held.pulled = now;
    });
    return true;
}

} // namespace likeness
