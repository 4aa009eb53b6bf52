// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/photoexport.h"

#include "models/photo/photofilename.h"
#include "services/imaging/pictureformat.h"

#include <QDir>
#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr int exportPage = 200; // people
constexpr std::size_t readsAtOnce = 8;

QString suffixOf(const QByteArray &photo)
{
    switch (sniffedFormat(photo).value_or(PictureFormat::Jpeg)) {
    case PictureFormat::Png:
        return u"png"_s;
    case PictureFormat::Gif:
        return u"gif"_s;
    case PictureFormat::Bmp:
        return u"bmp"_s;
    default:
        return u"jpg"_s;
    }
}

/// The name without its suffix; empty = no file system takes it.
QString fileNameFor(const QString &key)
{
    return photoFileName(key).value_or(QString()).section(u".jpg"_s, 0, -2);
}

} // namespace

QList<PhotoStore *> storesToExport(const Organisation &organisation)
{
    QList<PhotoStore *> stores;
    for (const std::unique_ptr<PhotoStore> &store : organisation.stores) {
        if (!store->traits().ownPhotoOnly && !store->traits().readOnly)
            stores.append(store.get());
    }
    return stores;
}

PhotoExport::PhotoExport(Organisation &organisation, ExportWish wish)
    : m_organisation(organisation)
    , m_wish(std::move(wish))
    , m_lanes(readsAtOnce)
{
}

PhotoExport::~PhotoExport()
{
    if (!m_part.isEmpty())
        QDir(m_part).removeRecursively(); // it was begun by this export, and nobody will end it
}

void PhotoExport::doStart()
{
    if (m_wish.people.isEmpty() && !m_organisation.directory)
        return finish(Error {Errc::Unsupported, u"the organisation has no directory of people"_s});
    if (const auto made = makeFolder(); !made)
        return finish(made.error());
    if (m_wish.people.isEmpty())
        return askForPeople();
    m_listed = true;
    add(m_wish.people);
}

void PhotoExport::doCancel()
{
    for (Lane &lane : m_lanes)
        lane.reading.reset();
    m_waiting.clear();
    JobOf::doCancel();
}

Result<Done> PhotoExport::makeFolder()
{
    const QString name = u"photos-"_s + m_wish.at.toString(u"yyyy-MM-dd-HHmmss"_s);
    const QDir place(m_wish.folder);
    m_report.folder = place.absoluteFilePath(name);
    for (int i = 2; QFileInfo::exists(m_report.folder) || QFileInfo::exists(m_report.folder + u".part"_s);
         ++i)
        m_report.folder = place.absoluteFilePath(u"%1-%2"_s.arg(name).arg(i));
    const QString part = m_report.folder + u".part"_s;
    for (const PhotoStore *store : m_wish.stores) {
        if (!QDir().mkpath(part + u'/' + fileNameFor(store->id().instance)))
            return Error {Errc::Local, u"the folder cannot be made: "_s + part};
    }
    m_part = part;
    // photos of people are for whoever exports them
    QFile::setPermissions(m_part, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    m_manifest.setFileName(m_part + u"/manifest.csv"_s);
    if (!m_manifest.open(QIODevice::WriteOnly) || m_manifest.write(manifestHead()) < 0)
        return Error {Errc::Local, u"the manifest cannot be written: "_s + m_manifest.errorString()};
    return Done {};
}

void PhotoExport::askForPeople()
{
    m_asking = true;
    step(m_organisation.directory->find({}, exportPage, m_cookie), &PhotoExport::takePeople);
}

void PhotoExport::takePeople(const PeoplePage &page)
{
    m_asking = false;
    m_cookie = page.cookie;
    m_listed = page.cookie.isEmpty();
    add(page.people);
}

void PhotoExport::add(const QList<Person> &people)
{
    m_report.people += people.size();
    for (const Person &person : people) {
        for (PhotoStore *store : m_wish.stores)
            m_waiting.push_back({person, store});
    }
    readMore();
}

void PhotoExport::readMore()
{
    for (std::size_t at = 0; at < m_lanes.size() && !m_waiting.empty(); ++at) {
        Lane &lane = m_lanes[at];
        if (lane.reading)
            continue;
        lane.wanted = std::move(m_waiting.front());
        m_waiting.pop_front();
        lane.reading = lane.wanted.store->read(lane.wanted.person.keys);
        lane.reading->onFinished(
            this, [this, at](const Result<std::optional<StoredPhoto>> &found) { take(at, found); });
        lane.reading->start();
    }
    const bool reading
        = std::ranges::any_of(m_lanes, [](const Lane &lane) { return lane.reading != nullptr; });
    if (!m_listed && !m_asking && m_waiting.size() < exportPage)
        askForPeople();
    else if (m_listed && !reading && m_waiting.empty())
        end();
}

void PhotoExport::take(std::size_t lane, const Result<std::optional<StoredPhoto>> &found)
{
    const Wanted wanted = m_lanes[lane].wanted;
    Result<Done> kept = Done {};
    if (!found)
        m_report.failures.append({wanted.person.keys.key, wanted.store->id().instance, found.error()});
    else if (!*found)
        ++m_report.without;
    else
        kept = keep(wanted, (*found)->photo);
    m_lanes[lane].reading.reset();
    if (!kept)
        return giveUp(kept.error());
    emit progressed({m_report.photos + m_report.without + m_report.failures.size(),
        m_listed ? m_report.people * m_wish.stores.size() : -1});
    if (!isFinished()) // whoever follows may have cancelled
        readMore();
}

Result<Done> PhotoExport::keep(const Wanted &wanted, const EncodedPhoto &photo)
{
    const PersonKeys &keys = wanted.person.keys;
    const QString instance = wanted.store->id().instance;
    ManifestRow row {keys.key, wanted.person.displayName, keys.mail, instance, {}, photo.sha256, photo.pixels,
        photo.bytes.size()};
    if (fileNameFor(keys.key).isEmpty()) {
        m_report.failures.append({keys.key, instance, {Errc::Local, u"no file can have that name"_s}});
        return Done {};
    }
    row.file = fileNameFor(instance) + u'/' + fileNameFor(keys.key) + u'.' + suffixOf(photo.bytes);
    QSaveFile file(m_part + u'/' + row.file);
    if (!file.open(QIODevice::WriteOnly) || file.write(photo.bytes) != photo.bytes.size() || !file.commit())
        return Error {Errc::Local, u"%1: %2"_s.arg(row.file, file.errorString())};
    if (m_manifest.write(manifestLine(row)) < 0)
        return Error {Errc::Local, u"the manifest cannot be written: "_s + m_manifest.errorString()};
    ++m_report.photos;
    return Done {};
}

void PhotoExport::end()
{
    if (!m_manifest.commit())
        return giveUp({Errc::Local, u"the manifest cannot be written: "_s + m_manifest.errorString()});
    if (!QDir().rename(m_part, m_report.folder))
        return giveUp({Errc::Local, u"the folder cannot be given its name: "_s + m_report.folder});
    m_part.clear();
    finish(m_report);
}

void PhotoExport::giveUp(const Error &error)
{
    doCancel();
    finish(error);
}

} // namespace likeness
