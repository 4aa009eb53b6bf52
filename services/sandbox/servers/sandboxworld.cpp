// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/servers/sandboxworld.h"

#include "services/sandbox/sandboxpeople.h"

#include <QRandomGenerator>
#include <QUuid>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

/// Long enough for nobody to guess, and with every kind of character a policy may ask for.
QByteArray randomPassword()
{
    std::array<quint32, 4> words {};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    const QByteArray random(reinterpret_cast<const char *>(words.data()), sizeof words);
    return "Aa1-" + random.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

SandboxPhotos shownOf(SandboxPhotos photos, const QDateTime &now)
{
    if (photos.formerMailbox && now < photos.formerMailbox->until) {
        photos.mailbox = photos.formerMailbox->photo;
        photos.mailboxRemoved = false;
    }
    if (photos.formerCloud && now < photos.formerCloud->until)
        photos.cloud = photos.formerCloud->photo;
    return photos;
}

QString objectIdOf(const QString &key)
{
    static const QUuid people(u"{5f0d1a52-9f3c-4f7e-8d5e-6b1f6f3c1c11}"_s);
    return QUuid::createUuidV5(people, key).toString(QUuid::WithoutBraces);
}

} // namespace

SandboxWorld::SandboxWorld(TellDirectory tellDirectory, AskDirectory askDirectory, int others)
    : m_tellDirectory(std::move(tellDirectory))
    , m_askDirectory(std::move(askDirectory))
{
    for (const SandboxPerson &each : sandboxPeople())
        addPerson(each.person);
    for (const Person &each : sandboxCrowd(others))
        addPerson(each);
    const QString mail = u"helpdesk@lab.likeness.test"_s;
    addPerson({{u"helpdesk"_s, {}, mail, mail, {}}, u"Photo Helpdesk"_s, {}, {}, {}, u"IT"_s});
    m_accounts[u"helpdesk"_s].writesEverybody = true;
}

void SandboxWorld::addPerson(const Person &person)
{
    Person added = person;
    const QString key = person.keys.key;
    added.keys.objectGuid = objectIdOf(key);
    m_people += added;
    for (const QString &name : {key, added.keys.mail, added.keys.upn, added.keys.objectGuid})
        m_keys[name.toLower()] = key;
    m_accounts[key] = {added.keys.upn, randomPassword()};
}

SandboxSettings SandboxWorld::settings() const
{
    const std::scoped_lock locked(m_lock);
    return m_settings;
}

void SandboxWorld::setSettings(const SandboxSettings &settings)
{
    const std::scoped_lock locked(m_lock);
    m_settings = settings;
}

std::optional<Person> SandboxWorld::person(const QString &name) const
{
    const QString bare = name.mid(name.indexOf(u'\\') + 1).toLower();
    const QString key = m_keys.value(bare);
    const auto found = std::find_if(
        m_people.cbegin(), m_people.cend(), [&key](const Person &each) { return each.keys.key == key; });
    return found == m_people.cend() ? std::nullopt : std::optional(*found);
}

QList<SandboxAccount> SandboxWorld::accounts() const
{
    const std::scoped_lock locked(m_lock);
    return m_accounts.values();
}

SandboxAccount SandboxWorld::helpdesk() const
{
    const std::scoped_lock locked(m_lock);
    return m_accounts[u"helpdesk"_s];
}

std::optional<SandboxAccount> SandboxWorld::account(const QString &name) const
{
    const std::optional<Person> who = person(name);
    if (!who)
        return std::nullopt;
    const std::scoped_lock locked(m_lock);
    return m_accounts[who->keys.key];
}

void SandboxWorld::setAccount(const SandboxAccount &account)
{
    const std::optional<Person> who = person(account.upn);
    Q_ASSERT(who);
    const std::scoped_lock locked(m_lock);
    m_accounts[who->keys.key] = account;
}

SandboxPhotos SandboxWorld::photos(const QString &key) const
{
    const std::scoped_lock locked(m_lock);
    return m_photos.value(key);
}

SandboxPhotos SandboxWorld::shownPhotos(const QString &key) const
{
    return shownOf(photos(key), m_clock.now());
}

void SandboxWorld::changePhotos(const QString &key, const std::function<void(SandboxPhotos &)> &change)
{
    const QDateTime now = m_clock.now();
    const std::scoped_lock locked(m_lock);
    SandboxPhotos &photos = m_photos[key];
    const SandboxPhotos before = photos;
    change(photos);
    if (m_settings.photoDelay.count() == 0)
        return;
    const SandboxPhotos shown = shownOf(before, now);
    const QDateTime until = now.addSecs(m_settings.photoDelay.count());
    if (photos.mailbox != before.mailbox)
        photos.formerMailbox = FormerPhoto {shown.mailbox, until};
    if (photos.cloud != before.cloud)
        photos.formerCloud = FormerPhoto {shown.cloud, until};
}

bool SandboxWorld::saveInExchange(const QString &key, const QByteArray &picture)
{
    const std::optional<PreparedPhoto> photo = preparedPhoto(picture, m_clock.now());
    if (!photo)
        return false;
    const QByteArray thumbnail = squareJpeg(picture, directoryEdgeOfExchange);
    changePhotos(key, [&](SandboxPhotos &photos) {
        photos.mailbox = photo;
        photos.mailboxRemoved = false;
        photos.directory = thumbnail;
    });
    if (m_tellDirectory)
        m_tellDirectory(key, thumbnail);
    return true;
}

void SandboxWorld::removeInExchange(const QString &key)
{
    changePhotos(key, [](SandboxPhotos &photos) {
        photos.mailbox.reset();
        photos.mailboxRemoved = true;
        photos.directory.reset();
    });
    if (m_tellDirectory)
        m_tellDirectory(key, {});
}

void SandboxWorld::setDirectoryPhoto(const QString &key, const std::optional<QByteArray> &photo)
{
    changePhotos(key, [&photo](SandboxPhotos &photos) { photos.directory = photo; });
    if (m_tellDirectory)
        m_tellDirectory(key, photo.value_or(QByteArray()));
}

void SandboxWorld::clearRecordInExchange(const QString &key)
{
    changePhotos(key, [](SandboxPhotos &photos) {
        photos.mailboxRemoved = false;
        photos.directory.reset();
    });
    if (m_tellDirectory)
        m_tellDirectory(key, {});
}

std::optional<QByteArray> SandboxWorld::directoryPhoto(const QString &key) const
{
    return m_askDirectory ? m_askDirectory(key) : photos(key).directory;
}

PreparedPhoto SandboxWorld::keptPhoto(const QByteArray &bytes) const
{
    return preparedPhoto(bytes, m_clock.now())
        .value_or(PreparedPhoto {{{648, bytes}}, photoTag(bytes), m_clock.now()});
}

std::optional<QByteArray> SandboxWorld::mailboxPhoto(const QString &key) const
{
    const std::optional<PreparedPhoto> photo = photos(key).mailbox;
    return photo ? std::optional(photo->largest()) : std::nullopt;
}

void SandboxWorld::setMailboxPhoto(const QString &key, const std::optional<QByteArray> &photo)
{
    const auto kept = photo ? std::optional(keptPhoto(*photo)) : std::nullopt;
    changePhotos(key, [&kept](SandboxPhotos &photos) {
        photos.mailbox = kept;
        photos.mailboxRemoved = false;
    });
}

std::optional<QByteArray> SandboxWorld::cloudPhoto(const QString &key) const
{
    const std::optional<PreparedPhoto> photo = photos(key).cloud;
    return photo ? std::optional(photo->largest()) : std::nullopt;
}

void SandboxWorld::setCloudPhoto(const QString &key, const std::optional<QByteArray> &photo)
{
    const auto kept = photo ? std::optional(keptPhoto(*photo)) : std::nullopt;
    changePhotos(key, [&kept](SandboxPhotos &photos) { photos.cloud = kept; });
}

std::optional<QByteArray> SandboxWorld::sharePointPhoto(const QString &key, char size) const
{
    const SharePointPhotos held = photos(key).sharePoint;
    const auto file = held.files.constFind(size);
    return file == held.files.cend() ? std::nullopt : std::optional(file->bytes);
}

void SandboxWorld::setSharePointPhoto(const QString &key, char size, const std::optional<QByteArray> &photo)
{
    changePhotos(key, [&](SandboxPhotos &photos) {
        SharePointPhotos &held = photos.sharePoint;
        if (photo) {
            const auto old = held.files.constFind(size);
            const int version = old == held.files.cend() ? 1 : old->version + 1;
            held.files[size] = {*photo, version, m_clock.now()};
        } else {
            held.files.remove(size);
        }
        held.listed = !held.files.isEmpty();
        held.placeholder = !held.listed;
    });
}

void SandboxWorld::setWebPicture(const QString &key, const std::optional<QByteArray> &picture)
{
    changePhotos(key, [&](SandboxPhotos &photos) {
        const int version = photos.onTheWeb ? photos.onTheWeb->version + 1 : 1;
        photos.onTheWeb
            = picture ? std::optional(LibraryFile {*picture, version, m_clock.now()}) : std::nullopt;
    });
}

} // namespace likeness
