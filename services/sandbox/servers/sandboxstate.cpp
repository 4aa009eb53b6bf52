// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/servers/sandboxstate.h"

#include "services/sandbox/sandboxpeople.h"
#include "services/sandbox/servers/sharepointserver.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

using PhotoBytes = std::optional<QByteArray>;

PhotoBytes jpegOf(const QString &key, SandboxPhoto kind, int edge)
{
    const QImage image = sandboxPhoto(key, kind, edge);
    if (image.isNull())
        return std::nullopt;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", 90);
    return bytes;
}

void setSharePoint(SandboxWorld &world, const QString &key, const PhotoBytes &photo)
{
    for (const char size : {'S', 'M', 'L'})
        world.setSharePointPhoto(key, size, std::nullopt);
    if (photo)
        makeThumbnails(world, key, *photo, true);
}

void setDirectory(SandboxWorld &world, const QString &key, const PhotoBytes &photo)
{
    world.changePhotos(key, [&photo](SandboxPhotos &photos) { photos.directory = photo; });
}

void setMailbox(SandboxWorld &world, const QString &key, const PhotoBytes &photo, bool removed)
{
    world.setMailboxPhoto(key, photo);
    if (removed)
        world.changePhotos(key, [](SandboxPhotos &photos) { photos.mailboxRemoved = true; });
}

/// Small enough for what Lync and Skype for Business show of such pictures.
constexpr int webEdge = 192;

/// How long ago a photo of that kind was taken, or removed.
std::chrono::hours ageOf(SandboxPhoto kind)
{
    return std::chrono::hours(kind == SandboxPhoto::Earlier ? 263 * 24 : 30 * 24);
}

Error misunderstood(const QString &what)
{
    return {Errc::BadInput, u"the state of the sandbox: %1 is not understood"_s.arg(what)};
}

/// One photo of one person: a drawn one or a file.
Result<Done> applyPhoto(
    SandboxWorld &world, const QString &key, const QString &place, const QString &what, const QString &base)
{
    const std::optional<SandboxPhoto> kind = sandboxPhotoNamed(what);
    const bool directory = place == "directory"_L1;
    PhotoBytes photo = kind ? jpegOf(key, *kind, directory ? 96 : 648) : std::nullopt;
    if (!kind) {
        QFile file(QDir(base).filePath(what));
        if (!file.open(QIODevice::ReadOnly))
            return Error {Errc::BadInput, file.fileName() + ": "_L1 + file.errorString()};
        photo = file.readAll();
    }
    if (place == "mailbox"_L1)
        setMailbox(world, key, photo, kind == SandboxPhoto::Removed);
    else if (place == "cloud"_L1)
        world.setCloudPhoto(key, photo);
    else if (place == "sharePoint"_L1)
        setSharePoint(world, key, photo);
    else if (place == "web"_L1)
        world.setWebPicture(key, photo);
    else if (directory)
        world.setDirectoryPhoto(key, photo);
    else
        return misunderstood(place);
    return Done {};
}

Result<Done> applyPeople(SandboxWorld &world, const QJsonObject &people, const QString &base)
{
    for (auto each = people.begin(); each != people.end(); ++each) {
        const std::optional<Person> person = world.person(each.key());
        if (!person)
            return misunderstood(each.key());
        const QJsonObject places = each.value().toObject();
        for (auto place = places.begin(); place != places.end(); ++place) {
            const Result<Done> applied
                = applyPhoto(world, person->keys.key, place.key(), place.value().toString(), base);
            if (!applied)
                return applied;
        }
    }
    return Done {};
}

Result<Done> applyAccounts(SandboxWorld &world, const QJsonObject &accounts)
{
    using enum SandboxAccount::State;
    static const QMap<QString, SandboxAccount::State> states {{u"active"_s, Active}, {u"locked"_s, Locked},
        {u"disabled"_s, Disabled}, {u"passwordExpired"_s, PasswordExpired},
        {u"secondFactorNeeded"_s, SecondFactorNeeded}, {u"consentMissing"_s, ConsentMissing},
        {u"blockedByPolicy"_s, BlockedByPolicy}};
    for (auto each = accounts.begin(); each != accounts.end(); ++each) {
        std::optional<SandboxAccount> account = world.account(each.key());
        const auto state = states.constFind(each.value().toString());
        if (!account || state == states.cend())
            return misunderstood(each.key() + ": "_L1 + each.value().toString());
        account->state = *state;
        world.setAccount(*account);
    }
    return Done {};
}

Result<Done> applySettings(SandboxWorld &world, const QJsonObject &state)
{
    using enum SandboxSettings::Exchange;
    static const QMap<QString, SandboxSettings::Exchange> releases {
        {u"2013"_s, Server2013}, {u"2016"_s, Server2016}, {u"2019"_s, Server2019}, {u"SE"_s, ServerSe}};
    SandboxSettings settings = world.settings();
    if (state.contains("exchange"_L1)) {
        const auto release = releases.constFind(state["exchange"_L1].toString());
        if (release == releases.cend())
            return misunderstood(state["exchange"_L1].toString());
        settings.exchange = *release;
    }
    if (state.contains("photoSource"_L1))
        settings.photoSource = state["photoSource"_L1].toString().toLatin1();
    if (state.contains("photoDelaySeconds"_L1)) {
        const int seconds = state["photoDelaySeconds"_L1].toInt(-1);
        if (seconds < 0)
            return misunderstood(u"photoDelaySeconds"_s);
        settings.photoDelay = std::chrono::seconds(seconds);
    }
    world.setSettings(settings);
    return Done {};
}

} // namespace

void fillSandboxWorld(SandboxWorld &world)
{
    for (const SandboxPerson &each : sandboxPeople()) {
        const QString key = each.person.keys.key;
        setDirectory(world, key, jpegOf(key, each.inDirectory, 96)); // which is made with the same
        const auto put = [&](SandboxPhoto kind, const std::function<void()> &set) {
            world.clock().advance(-ageOf(kind));
            set();
            world.clock().advance(ageOf(kind));
        };
        put(each.inMailbox, [&] {
            setMailbox(world, key, jpegOf(key, each.inMailbox, 648), each.inMailbox == SandboxPhoto::Removed);
        });
        put(each.inCloud, [&] { world.setCloudPhoto(key, jpegOf(key, each.inCloud, 648)); });
        put(each.inSharePoint, [&] { setSharePoint(world, key, jpegOf(key, each.inSharePoint, 648)); });
        put(each.onTheWeb, [&] { world.setWebPicture(key, jpegOf(key, each.onTheWeb, webEdge)); });
    }
}

QDateTime initialPhotoTime(const QString &key, const QDateTime &begun)
{
    const QList<SandboxPerson> people = sandboxPeople();
    const auto found = std::ranges::find_if(
        people, [&key](const SandboxPerson &each) { return each.person.keys.key == key; });
    return found == people.end() ? begun
                                 : begun.addSecs(-std::chrono::seconds(ageOf(found->inDirectory)).count());
}

bool isFromBefore(const QDateTime &written, const QDateTime &begun)
{
    return written.toSecsSinceEpoch() < begun.toSecsSinceEpoch();
}

Result<Done> applySandboxState(SandboxWorld &world, const QByteArray &json, const QString &base)
{
    QJsonParseError failure;
    const QJsonDocument document = QJsonDocument::fromJson(json, &failure);
    if (!document.isObject())
        return Error {
            Errc::BadInput, u"the state of the sandbox is no JSON object: "_s + failure.errorString()};
    const QJsonObject state = document.object();
    static const QStringList known {
        u"people"_s, u"accounts"_s, u"exchange"_s, u"photoSource"_s, u"photoDelaySeconds"_s};
    for (const QString &name : state.keys()) {
        if (!known.contains(name))
            return misunderstood(name);
    }
    return applyPeople(world, state["people"_L1].toObject(), base)
        .andThen([&](Done) { return applyAccounts(world, state["accounts"_L1].toObject()); })
        .andThen([&](Done) { return applySettings(world, state); });
}

} // namespace likeness
