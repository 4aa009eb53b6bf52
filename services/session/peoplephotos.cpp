// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/peoplephotos.h"

#include "services/imaging/ladder.h"
#include "services/job/workerjob.h"
#include "services/ledger/ledger.h"

#include <algorithm>
#include <array>

namespace likeness {

namespace {

constexpr std::size_t fetchesAtOnce = 4;
constexpr qsizetype mostWishes = 80; // about two screens
constexpr int mostImages = 600; // 36 kB each

Result<QImage> smallImage(const QByteArray &bytes, std::stop_token stop)
{
    const Result<Picture> picture = openPicture(bytes, {}, stop);
    if (!picture)
        return picture.error();
    const std::array sizes {*PhotoSize::of(PeoplePhotos::edge)};
    const Result<QList<Rendition>> made = renderedLadder(*picture, PhotoRecipe(), sizes, {}, stop);
    return made ? Result<QImage>(made->constFirst().pixels) : Result<QImage>(made.error());
}

/// One photo, from wherever it is nearest. A null image = there is none.
class PhotoFetch final : public JobOf<QImage>
{
public:
    struct Wish
    {
        PersonKeys person;
        QString sha256;
        PhotoStore *store; ///< may be null
    };
    PhotoFetch(Wish wish, PhotoCache cache, Ledger &ledger, QThreadPool &workers)
        : m_wish(std::move(wish))
        , m_cache(std::move(cache))
        , m_ledger(ledger)
        , m_workers(workers)
    {
    }

private:
    void doStart() override
    {
        if (m_wish.sha256.isEmpty())
            return askStore();
        attempt(runInWorker<QImage>(m_workers,
                    [cache = m_cache, sha256 = m_wish.sha256](std::stop_token stop) -> Result<QImage> {
                        const std::optional<EncodedPhoto> photo = cache.read(sha256);
                        return photo ? smallImage(photo->bytes, stop) : Error {Errc::NotFound};
                    }),
            &PhotoFetch::takeCached);
    }

    void takeCached(const Result<QImage> &cached)
    {
        if (cached)
            return finish(*cached);
        const Result<EncodedPhoto> kept = m_ledger.photo(m_wish.sha256);
        if (kept)
            return make(*kept);
        askStore();
    }

    void askStore()
    {
        if (!m_wish.store)
            return finish(QImage());
        step(m_wish.store->read(m_wish.person), &PhotoFetch::takeStored);
    }

    void takeStored(const std::optional<StoredPhoto> &stored)
    {
        if (!stored)
            return finish(QImage());
        make(stored->photo);
    }

    void make(const EncodedPhoto &photo)
    {
        step(runInWorker<QImage>(m_workers,
                 [cache = m_cache, photo](std::stop_token stop) -> Result<QImage> {
                     const Result<QImage> image = smallImage(photo.bytes, stop);
                     if (image)
                         cache.keep(photo);
                     return image;
                 }),
            &PhotoFetch::tell);
    }

    void tell(const QImage &image) { finish(image); }

    const Wish m_wish;
    const PhotoCache m_cache;
    Ledger &m_ledger;
    QThreadPool &m_workers;
};

} // namespace

PeoplePhotos::PeoplePhotos(const House &house, QObject *parent)
    : QObject(parent)
    , m_house(house)
    , m_cache(house.cacheFolder)
    , m_images(mostImages)
{
    m_house.workers.start([cache = m_cache] { cache.trim(); });
}

PeoplePhotos::~PeoplePhotos() = default;

QImage PeoplePhotos::photo(const PersonKeys &person, const QString &sha256)
{
    if (const QImage *known = m_images.object(person.key))
        return *known;
    if (m_running.contains(person.key))
        return {};
    m_wishes.removeIf([&](const Wish &wish) { return wish.person.key == person.key; });
    m_wishes.append({person, sha256});
    if (m_wishes.size() > mostWishes)
        m_wishes.removeFirst();
    fetchNext();
    return {};
}

void PeoplePhotos::tryAgain()
{
    for (const QString &key : std::exchange(m_failed, {}))
        m_images.remove(key);
}

void PeoplePhotos::forget(const QString &personKey)
{
    m_images.remove(personKey);
    m_running.erase(personKey);
    emit arrived(personKey);
}

PhotoStore *PeoplePhotos::store() const
{
    for (const std::unique_ptr<PhotoStore> &each : m_house.organisation.stores) {
        if (!each->traits().ownPhotoOnly)
            return each.get();
    }
    return nullptr;
}

void PeoplePhotos::fetchNext()
{
    while (!m_wishes.isEmpty() && m_running.size() < fetchesAtOnce) {
        const Wish wish = m_wishes.takeLast();
        const QString key = wish.person.key;
        auto job = JobPtr<QImage>(
            new PhotoFetch({wish.person, wish.sha256, store()}, m_cache, m_house.ledger, m_house.workers));
        job->onFinished(this, [this, key](const Result<QImage> &image) { take(key, image); });
        JobOf<QImage> *raw = job.get();
        m_running.insert_or_assign(key, std::move(job));
        raw->start();
    }
}

/// What could not be fetched is not asked for at each painting; a list shows initials then.
// NOLINTNEXTLINE(performance-unnecessary-value-param): the job whose key it is goes away
void PeoplePhotos::take(QString key, const Result<QImage> &image)
{
    m_images.insert(key, new QImage(image ? *image : QImage()));
    if (!image)
        m_failed.insert(key);
    m_running.erase(key);
    fetchNext();
    emit arrived(key);
}

} // namespace likeness
