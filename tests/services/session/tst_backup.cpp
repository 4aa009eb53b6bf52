// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/directory/csvdirectory.h"
#include "services/ledger/sqlledger.h"
#include "services/net/pacing.h"
#include "services/session/backuprestore.h"
#include "services/stores/folder/folderstore.h"
#include "tests/support/fakes/scriptedstore.h"
#include "tests/support/flatpictures.h"
#include "tests/support/jobs.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace likeness;
using namespace Qt::StringLiterals;

/// Photos out of real folder stores into an export and back, with everybody from a real CSV directory.
class tst_Backup final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void exportsEverybody();
    void exportsSome();
    void leavesOutWhatIsOnlyRead();
    void aStoreThatFailsStopsNobody();
    void cancelLeavesNothing();
    void twoInOneSecondStaySeparate();
    void restoresWhatWasLost();
    void leavesOutWhatWasTamperedWith();
    void refusesWhatIsNoExport();

private:
    static constexpr int everybody = 450; ///< more than a page of the directory
    static QString keyOf(int person) { return u"person.%1"_s.arg(person, 3, 10, QChar(u'0')); }
    static QByteArray photoOf(int person)
    {
        return test::flatPicture({48, 48}, QColor::fromHsv(person % 360, 200, 80 + person / 3));
    }
    QString at(const QString &name) const { return m_dir->filePath(name); }
    PhotoStore *wall() const { return m_organisation->stores.front().get(); }
    ExportWish everything() const
    {
        return {at(u"backups"_s), {wall()}, {}, QDateTime(QDate(2026, 11, 22), QTime(9, 0))};
    }
    Result<ExportReport> exported(ExportWish wish) const;
    Result<BackupReport> restored(const BackupWish &wish);
    QByteArray fileOf(const QString &key) const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<SqlLedger> m_ledger;
    std::unique_ptr<QThreadPool> m_workers;
    std::unique_ptr<Organisation> m_organisation;
    RealPacing m_pacing;
};

void tst_Backup::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_dir = std::make_unique<QTemporaryDir>();
    m_workers = std::make_unique<QThreadPool>();
    auto opening = SqlLedger::open(at(u"ledger.sqlite"_s));
    QVERIFY(opening);
    m_ledger = std::move(opening->ledger);
    QVERIFY(QDir().mkpath(at(u"photos"_s)));
    QFile people(at(u"people.csv"_s));
    QVERIFY(people.open(QIODevice::WriteOnly));
    people.write("key,displayName,mail\n");
    for (int person = 0; person < everybody; ++person) {
        people.write(u"%1,Person %2,%1@lab.test\n"_s.arg(keyOf(person)).arg(person).toUtf8());
        if (person % 3 == 0) // every third has no photo
            continue;
        QFile photo(at(u"photos/"_s + keyOf(person) + u".jpg"_s));
        QVERIFY(photo.open(QIODevice::WriteOnly));
        photo.write(photoOf(person));
    }
    people.close();
    m_organisation = std::make_unique<Organisation>();
    m_organisation->id = u"lab"_s;
    m_organisation->directory = std::make_unique<CsvDirectory>(at(u"people.csv"_s), *m_workers);
    FolderSettings settings;
    settings.path = at(u"photos"_s);
    m_organisation->stores.push_back(std::make_unique<FolderStore>(
        StoreId {Workload::Folder, u"wall"_s}, u"Wall"_s, settings, *m_workers));
}

void tst_Backup::cleanup()
{
    m_organisation.reset();
    m_ledger.reset();
}

Result<ExportReport> tst_Backup::exported(ExportWish wish) const
{
    return test::outcome(JobPtr<ExportReport>(new PhotoExport(*m_organisation, std::move(wish))));
}

Result<BackupReport> tst_Backup::restored(const BackupWish &wish)
{
    return test::outcome(JobPtr<BackupReport>(
        new BackupRestore(*m_organisation, WriteMeans {*m_ledger, *m_workers, m_pacing}, wish)));
}

QByteArray tst_Backup::fileOf(const QString &key) const
{
    QFile file(at(u"photos/"_s + key + u".jpg"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void tst_Backup::exportsEverybody()
{
    const auto report = exported(everything());
    QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
    QCOMPARE(report->people, everybody);
    QCOMPARE(report->photos, 300);
    QCOMPARE(report->without, 150);
    QVERIFY(report->failures.isEmpty());
    QCOMPARE(report->folder, at(u"backups/photos-2026-11-22-090000"_s));
    QCOMPARE(QDir(at(u"backups"_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 1);
    QCOMPARE(QDir(report->folder + u"/wall"_s).entryList(QDir::Files).size(), 300);
    QFile manifest(report->folder + u"/manifest.csv"_s);
    QVERIFY(manifest.open(QIODevice::ReadOnly));
    const auto rows = readManifest(manifest.readAll());
    QVERIFY(rows);
    QCOMPARE(rows->size(), 300);
    const auto row = std::ranges::find(*rows, keyOf(7), &ManifestRow::key);
    QVERIFY(row != rows->cend());
    QCOMPARE(row->mail, keyOf(7) + u"@lab.test"_s);
    QCOMPARE(row->store, u"wall"_s);
    QFile copy(report->folder + u'/' + row->file);
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QCOMPARE(copy.readAll(), photoOf(7));
}

void tst_Backup::exportsSome()
{
    ExportWish wish = everything();
    for (const int person : {1, 2, 3}) {
        Person some;
        some.keys.key = keyOf(person);
        wish.people.append(some);
    }
    const auto report = exported(wish);
    QVERIFY(report);
    QCOMPARE(report->photos, 2);
    QCOMPARE(report->without, 1);
}

void tst_Backup::leavesOutWhatIsOnlyRead()
{
    StoreTraits onlyRead;
    onlyRead.readOnly = true;
    StoreTraits ownPhoto;
    ownPhoto.ownPhotoOnly = true;
    for (const StoreTraits &traits : {onlyRead, ownPhoto})
        m_organisation->stores.push_back(
            std::make_unique<ScriptedStore>(StoreId {Workload::SharePoint, u"more"_s}, traits));
    QCOMPARE(storesToExport(*m_organisation), QList<PhotoStore *> {wall()});
}

void tst_Backup::aStoreThatFailsStopsNobody()
{
    StoreTraits traits;
    traits.title = u"Exchange"_s;
    auto broken = std::make_unique<ScriptedStore>(StoreId {Workload::Exchange, u"ex"_s}, traits);
    broken->failNext(ScriptedStore::Verb::Read, Errc::Throttled);
    ExportWish wish = everything();
    wish.stores.append(broken.get());
    Person amy;
    amy.keys.key = keyOf(1);
    wish.people = {amy};
    m_organisation->stores.push_back(std::move(broken));
    const auto report = exported(wish);
    QVERIFY(report);
    QCOMPARE(report->photos, 1);
    QCOMPARE(report->failures.size(), 1);
    QCOMPARE(report->failures[0].store, u"ex"_s);
    QCOMPARE(report->failures[0].error.code, Errc::Throttled);
}

void tst_Backup::cancelLeavesNothing()
{
    auto job = JobPtr<ExportReport>(new PhotoExport(*m_organisation, everything()));
    bool under = false;
    connect(job.get(), &Job::progressed, this, [&](Progress progress) {
        if (progress.done == 100)
            under = QFileInfo::exists(at(u"backups/photos-2026-11-22-090000.part"_s));
        if (progress.done == 100)
            job->cancel();
    });
    job->start();
    QTRY_VERIFY(job->isFinished());
    QVERIFY(under);
    QCOMPARE(job->result().error().code, Errc::Cancelled);
    job.reset();
    QTRY_COMPARE(QDir(at(u"backups"_s)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
}

void tst_Backup::twoInOneSecondStaySeparate()
{
    QVERIFY(exported(everything()));
    const auto second = exported(everything());
    QVERIFY(second);
    QCOMPARE(second->folder, at(u"backups/photos-2026-11-22-090000-2"_s));
    QCOMPARE(second->photos, 300);
}

void tst_Backup::restoresWhatWasLost()
{
    const auto report = exported(everything());
    QVERIFY(report);
    QVERIFY(QFile::remove(at(u"photos/"_s + keyOf(1) + u".jpg"_s)));
    QFile other(at(u"photos/"_s + keyOf(2) + u".jpg"_s));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write(photoOf(200));
    other.close();
    const auto back = restored({report->folder, {keyOf(1), keyOf(2), keyOf(4)}, {}});
    QVERIFY2(back, back ? "" : qPrintable(back.error().detail));
    QCOMPARE(back->rows, 3);
    QCOMPARE(back->written, 2);
    QCOMPARE(back->unchanged, 1);
    QVERIFY(back->failures.isEmpty());
    QCOMPARE(fileOf(keyOf(1)), photoOf(1));
    QCOMPARE(fileOf(keyOf(2)), photoOf(2));
    const auto history = m_ledger->history(u"lab"_s, keyOf(2)); // what stood there can be taken back
    QVERIFY(history);
    QCOMPARE(history->size(), 1);
    QCOMPARE(m_ledger->photo(history->constFirst().beforeSha256)->bytes, photoOf(200));
}

void tst_Backup::leavesOutWhatWasTamperedWith()
{
    const auto report = exported(everything());
    QVERIFY(report);
    QFile copy(report->folder + u"/wall/"_s + keyOf(1) + u".jpg"_s);
    QVERIFY(copy.open(QIODevice::WriteOnly));
    copy.write(photoOf(99));
    copy.close();
    const auto back = restored({report->folder, {keyOf(1), keyOf(2)}, {u"wall"_s}});
    QVERIFY(back);
    QCOMPARE(back->failures.size(), 1);
    QCOMPARE(back->failures[0].personKey, keyOf(1));
    QCOMPARE(back->failures[0].error.code, Errc::BadInput);
    QCOMPARE(back->unchanged, 1);
    QCOMPARE(fileOf(keyOf(1)), photoOf(1));
}

void tst_Backup::refusesWhatIsNoExport()
{
    const auto nothing = restored({at(u"nowhere"_s)});
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().code, Errc::BadInput);
}

QTEST_GUILESS_MAIN(tst_Backup)
#include "tst_backup.moc"
