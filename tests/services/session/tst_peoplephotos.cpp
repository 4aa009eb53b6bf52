// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/peoplephotos.h"

#include "services/ledger/sqlledger.h"
#include "tests/support/fakes/scriptedstore.h"
#include "tests/support/flatpictures.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace likeness;
using namespace Qt::StringLiterals;

namespace {

EncodedPhoto listedPhoto(const QColor &colour)
{
    return EncodedPhoto::of(test::flatPicture({96, 96}, colour), {96, 96});
}

PersonKeys keysOf(const QString &key)
{
    return {key, {}, {}, {}, {}};
}

bool isRed(const QImage &image)
{
    return image.pixelColor(48, 48).red() > 200 && image.pixelColor(48, 48).blue() < 60;
}

} // namespace

/// Where photos of lists come from, and how often somebody is asked for them.
class tst_PeoplePhotos final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void asksTheStoreOnce();
    void takesWhatTheLedgerHas();
    void takesWhatTheDiskHas();
    void whatIsDamagedOnTheDiskIsAskedForAgain();
    void whoHasNoneIsNotAskedForAgain();
    void whatIsNoPictureIsNone();
    void aFailureIsTriedAgainWithTheNextSearch();
    void theNewestWishComesFirst();
    void asksAgainAfterAWrite();
    void aStoreOfOnesOwnPhotoIsNotAsked();
    void theDiskStaysWithinItsLimit();

private:
    void open();
    QImage fetched(const QString &key, const QString &sha256 = {});
    int reads() const { return static_cast<int>(m_journal.filter(u"read"_s).size()); }
    QString cacheFolder() const { return m_dir->filePath(u"cache"_s); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<SqlLedger> m_ledger;
    std::unique_ptr<QThreadPool> m_workers;
    std::unique_ptr<Organisation> m_organisation;
    std::unique_ptr<PeoplePhotos> m_photos;
    ScriptedStore *m_store = nullptr;
    QStringList m_journal;
};

void tst_PeoplePhotos::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_dir = std::make_unique<QTemporaryDir>();
    m_workers = std::make_unique<QThreadPool>();
    auto opening = SqlLedger::open(m_dir->filePath(u"ledger.sqlite"_s));
    QVERIFY(opening);
    m_ledger = std::move(opening->ledger);
    m_organisation = std::make_unique<Organisation>();
    auto store
        = std::make_unique<ScriptedStore>(StoreId {Workload::ActiveDirectory, u"ad"_s}, StoreTraits {});
    m_store = store.get();
    m_store->held = listedPhoto(Qt::red);
    m_journal.clear();
    m_store->journal = &m_journal;
    m_organisation->stores.push_back(std::move(store));
    open();
}

void tst_PeoplePhotos::cleanup()
{
    m_photos.reset();
    m_organisation.reset();
    m_workers.reset();
    m_ledger.reset();
}

void tst_PeoplePhotos::open()
{
    m_photos = std::make_unique<PeoplePhotos>(
        PeoplePhotos::House {*m_organisation, *m_ledger, *m_workers, cacheFolder()});
}

/// Asked for, and waited for.
QImage tst_PeoplePhotos::fetched(const QString &key, const QString &sha256)
{
    QSignalSpy arrived(m_photos.get(), &PeoplePhotos::arrived);
    const QImage known = m_photos->photo(keysOf(key), sha256);
    if (!known.isNull() || !arrived.wait(10'000))
        return known;
    return m_photos->photo(keysOf(key), sha256);
}

void tst_PeoplePhotos::asksTheStoreOnce()
{
    const QImage image = fetched(u"amy"_s);
    QCOMPARE(image.size(), QSize(96, 96));
    QVERIFY(isRed(image));
    QVERIFY(isRed(m_photos->photo(keysOf(u"amy"_s), {})));
    QCOMPARE(reads(), 1);
}

void tst_PeoplePhotos::takesWhatTheLedgerHas()
{
    const EncodedPhoto kept = listedPhoto(Qt::red);
    LedgerEntry entry;
    entry.store = m_store->id();
    QVERIFY(m_ledger->begin(entry, {}, kept));
    m_store->held = listedPhoto(Qt::blue);
    QVERIFY(isRed(fetched(u"amy"_s, kept.sha256)));
    QCOMPARE(reads(), 0);
}

void tst_PeoplePhotos::takesWhatTheDiskHas()
{
    const QString hash = listedPhoto(Qt::red).sha256;
    QVERIFY(isRed(fetched(u"amy"_s)));
    open(); // the next time the program runs
    m_store->held = listedPhoto(Qt::blue);
    QVERIFY(isRed(fetched(u"amy"_s, hash)));
    QCOMPARE(reads(), 1);
}

void tst_PeoplePhotos::whatIsDamagedOnTheDiskIsAskedForAgain()
{
    const QString hash = listedPhoto(Qt::red).sha256;
    QVERIFY(isRed(fetched(u"amy"_s)));
    QFile file(cacheFolder() + u'/' + hash.left(2) + u'/' + hash);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(listedPhoto(Qt::blue).bytes);
    file.close();
    open();
    QVERIFY(isRed(fetched(u"amy"_s, hash)));
    QCOMPARE(reads(), 2);
}

void tst_PeoplePhotos::whoHasNoneIsNotAskedForAgain()
{
    m_store->held.reset();
    QVERIFY(fetched(u"amy"_s).isNull());
    QVERIFY(m_photos->photo(keysOf(u"amy"_s), {}).isNull());
    QCOMPARE(reads(), 1);
}

void tst_PeoplePhotos::whatIsNoPictureIsNone()
{
    m_store->held = EncodedPhoto::of("MZ this is no picture", {});
    QVERIFY(fetched(u"amy"_s).isNull());
    QVERIFY(!QDir(cacheFolder()).exists());
}

void tst_PeoplePhotos::aFailureIsTriedAgainWithTheNextSearch()
{
    m_store->failNext(ScriptedStore::Verb::Read, Errc::Offline);
    QVERIFY(fetched(u"amy"_s).isNull());
    QVERIFY(m_photos->photo(keysOf(u"amy"_s), {}).isNull()); // painted again
    QCOMPARE(reads(), 1);
    m_photos->tryAgain();
    QVERIFY(isRed(fetched(u"amy"_s)));
    QCOMPARE(reads(), 2);
}

void tst_PeoplePhotos::theNewestWishComesFirst()
{
    m_store->hold(ScriptedStore::Verb::Read);
    QStringList order;
    connect(m_photos.get(), &PeoplePhotos::arrived, this, [&](const QString &key) { order.append(key); });
    for (int person = 0; person < 200; ++person)
        m_photos->photo(keysOf(QString::number(person)), {});
    m_store->release();
    QTRY_VERIFY(order.contains(u"199"_s));
    QTRY_COMPARE(order.size(), 84); // four were under way; of the rest the last eighty
    QVERIFY(!order.contains(u"100"_s));
    QVERIFY(order.indexOf(u"199"_s) < order.indexOf(u"130"_s));
}

void tst_PeoplePhotos::asksAgainAfterAWrite()
{
    QVERIFY(isRed(fetched(u"amy"_s)));
    m_store->held = listedPhoto(Qt::blue);
    m_photos->forget(u"amy"_s);
    QVERIFY(!isRed(fetched(u"amy"_s)));
    QCOMPARE(reads(), 2);
}

void tst_PeoplePhotos::aStoreOfOnesOwnPhotoIsNotAsked()
{
    m_photos.reset();
    StoreTraits own;
    own.ownPhotoOnly = true;
    m_organisation->stores.insert(m_organisation->stores.begin(),
        std::make_unique<ScriptedStore>(StoreId {Workload::SharePoint, u"sp"_s}, own));
    open();
    QVERIFY(isRed(fetched(u"amy"_s)));
}

void tst_PeoplePhotos::theDiskStaysWithinItsLimit()
{
    const PhotoCache large(cacheFolder());
    qint64 bytes = 0;
    for (int hue = 0; hue < 350; hue += 10) {
        const EncodedPhoto photo = listedPhoto(QColor::fromHsv(hue, 255, 255));
        bytes += photo.bytes.size();
        large.keep(photo);
    }
    PhotoCache(cacheFolder(), bytes / 2).trim();
    qint64 left = 0;
    QDirIterator files(cacheFolder(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        left += files.nextFileInfo().size();
    QVERIFY(left <= bytes / 2);
    QVERIFY(left > bytes / 3);
}

QTEST_GUILESS_MAIN(tst_PeoplePhotos)
#include "tst_peoplephotos.moc"
