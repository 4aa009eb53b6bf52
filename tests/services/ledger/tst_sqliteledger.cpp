// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/sqliteledger.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>
#include <cstdio>
#include <memory>
#include <vector>

using namespace likeness;
using namespace Qt::StringLiterals;

namespace {

const EncodedPhoto oldPhoto = EncodedPhoto::of("the old photo", QSize(96, 96));
const EncodedPhoto newPhoto = EncodedPhoto::of(QByteArray("new\0photo", 9), QSize(648, 648));

LedgerEntry amysUpload()
{
    LedgerEntry entry;
    entry.organisation = u"contoso"_s;
    entry.personKey = u"amy"_s;
    entry.personName = u"Amy Alberts"_s;
    entry.store = {Workload::ActiveDirectory, u"ad"_s};
    entry.storeTitle = u"Active Directory"_s;
    entry.operatorName = u"helpdesk"_s;
    return entry;
}

std::unique_ptr<SqliteLedger> openedLedger(const QString &path)
{
    Result<SqliteLedger::Opening> opening = SqliteLedger::open(path);
    if (!opening)
        qCritical("%s", qPrintable(opening.error().detail));
    return opening ? std::move(opening->ledger) : nullptr;
}

/// What this program does when the test runs it as another process.
int childMain(const QStringList &arguments)
{
    const auto ledger = openedLedger(arguments.value(1));
    if (!ledger)
        return 1;
    if (arguments.value(0) == "begin-and-wait"_L1) {
        if (!ledger->begin(amysUpload(), oldPhoto, newPhoto))
            return 1;
        std::puts("begun");
        std::fflush(stdout);
        return QCoreApplication::exec();
    }
    for (int i = 0; i < 25; ++i) {
        const auto id = ledger->begin(amysUpload(), oldPhoto, EncodedPhoto::of(QByteArray::number(i), {}));
        if (!id || !ledger->finish(*id, LedgerEntry::Outcome::Verified))
            return 1;
    }
    return 0;
}

std::unique_ptr<QProcess> startedChild(const QStringList &arguments)
{
    auto child = std::make_unique<QProcess>();
    child->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child->start(QCoreApplication::applicationFilePath(), QStringList {u"--child"_s} + arguments);
    return child;
}

} // namespace

class tst_SqliteLedger : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void keepsAnUpload();
    void keepsAFirstPhotoAndARemoval();
    void keepsPhotosOnce();
    void tellsPeopleAndOrganisationsApart();
    void namesWhatIsNotThere();
    void survivesReopening();
    void tellsWhatAKilledProgramBegan();
    void leavesTheWorkOfLivingProgramsAlone();
    void sharesTheFileBetweenPrograms();
    void movesADamagedFileAside_data();
    void movesADamagedFileAside();
    void leavesANewerFileAlone();
    void refusesAPlaceItCannotWrite();
    void noticesADamagedPhoto();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

void tst_SqliteLedger::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
    m_path = m_dir->filePath(u"data/ledger.sqlite"_s);
}

void tst_SqliteLedger::keepsAnUpload()
{
    const auto ledger = openedLedger(m_path);
    QVERIFY(ledger);
    LedgerEntry upload = amysUpload();
    upload.at = QDateTime({2026, 3, 1}, {14, 20, 5, 678}, QTimeZone::utc());
    const Result<qint64> id = ledger->begin(upload, oldPhoto, newPhoto);
    QVERIFY(id);

    Result<LedgerEntry> kept = ledger->entry(*id);
    QVERIFY(kept);
    QCOMPARE(kept->id, *id);
    QCOMPARE(kept->at, upload.at);
    QCOMPARE(kept->organisation, u"contoso"_s);
    QCOMPARE(kept->personKey, u"amy"_s);
    QCOMPARE(kept->personName, u"Amy Alberts"_s);
    QCOMPARE(kept->store, (StoreId {Workload::ActiveDirectory, u"ad"_s}));
    QCOMPARE(kept->storeTitle, u"Active Directory"_s);
    QCOMPARE(kept->operatorName, u"helpdesk"_s);
    QCOMPARE(kept->action, LedgerEntry::Action::Upload);
    QCOMPARE(kept->outcome, LedgerEntry::Outcome::Started);
    QCOMPARE(kept->beforeSha256, oldPhoto.sha256);
    QCOMPARE(kept->afterSha256, newPhoto.sha256);

    QVERIFY(ledger->finish(*id, LedgerEntry::Outcome::Failed, u"the server went away"_s));
    kept = ledger->entry(*id);
    QVERIFY(kept);
    QCOMPARE(kept->outcome, LedgerEntry::Outcome::Failed);
    QCOMPARE(kept->errorDetail, u"the server went away"_s);

    const Result<EncodedPhoto> before = ledger->photo(oldPhoto.sha256);
    QVERIFY(before);
    QCOMPARE(before->bytes, oldPhoto.bytes);
    QCOMPARE(before->pixels, QSize(96, 96));
    const Result<EncodedPhoto> after = ledger->photo(newPhoto.sha256);
    QVERIFY(after);
    QCOMPARE(after->bytes, newPhoto.bytes);
}

void tst_SqliteLedger::keepsAFirstPhotoAndARemoval()
{
    const auto ledger = openedLedger(m_path);
    QVERIFY(ledger);
    const auto first = ledger->begin(amysUpload(), std::nullopt, newPhoto);
    QVERIFY(first);
    LedgerEntry removal = amysUpload();
    removal.action = LedgerEntry::Action::Remove;
    const auto second = ledger->begin(removal, newPhoto, std::nullopt);
    QVERIFY(second);
    QVERIFY(ledger->entry(*first)->beforeSha256.isEmpty());
    QVERIFY(ledger->entry(*second)->afterSha256.isEmpty());
    QCOMPARE(ledger->entry(*second)->action, LedgerEntry::Action::Remove);
}

void tst_SqliteLedger::keepsPhotosOnce()
{
    const EncodedPhoto large = EncodedPhoto::of(QByteArray(200'000, 'x'), {});
    const auto ledger = openedLedger(m_path);
    QVERIFY(ledger);
    for (int i = 0; i < 20; ++i)
        QVERIFY(ledger->begin(amysUpload(), large, large));
    const qint64 onDisk = QFileInfo(m_path).size() + QFileInfo(m_path + u"-wal"_s).size();
    QVERIFY2(onDisk < 650'000, qPrintable(QString::number(onDisk)));
}

void tst_SqliteLedger::tellsPeopleAndOrganisationsApart()
{
    const auto ledger = openedLedger(m_path);
    QVERIFY(ledger);
    LedgerEntry bobs = amysUpload();
    bobs.personKey = u"bob"_s;
    LedgerEntry elsewhere = amysUpload();
    elsewhere.organisation = u"fabrikam"_s;
    const qint64 first = *ledger->begin(amysUpload(), {}, newPhoto);
    const qint64 second = *ledger->begin(bobs, {}, newPhoto);
    const qint64 third = *ledger->begin(elsewhere, {}, newPhoto);
    const qint64 fourth = *ledger->begin(amysUpload(), newPhoto, oldPhoto);

    const auto ids = [&ledger](const QString &organisation, const QString &key, int limit = 200) {
        QList<qint64> list;
        const auto history = ledger->history(organisation, key, limit);
        if (history) {
            for (const LedgerEntry &entry : *history)
                list.append(entry.id);
        }
        return list;
    };
    QCOMPARE(ids(u"contoso"_s, u"amy"_s), (QList {fourth, first}));
    QCOMPARE(ids(u"contoso"_s, {}), (QList {fourth, second, first}));
    QCOMPARE(ids(u"contoso"_s, {}, 2), (QList {fourth, second}));
    QCOMPARE(ids(u"fabrikam"_s, u"amy"_s), QList {third});
    QCOMPARE(ids(u"contoso"_s, u"carol"_s), QList<qint64> {});
}

void tst_SqliteLedger::namesWhatIsNotThere()
{
    const auto ledger = openedLedger(m_path);
    QVERIFY(ledger);
    QCOMPARE(ledger->entry(7).error().code, Errc::NotFound);
    QCOMPARE(ledger->finish(7, LedgerEntry::Outcome::Verified).error().code, Errc::NotFound);
    QCOMPARE(ledger->photo(u"00"_s).error().code, Errc::NotFound);
}

void tst_SqliteLedger::survivesReopening()
{
    qint64 id = 0;
    {
        const auto ledger = openedLedger(m_path);
        QVERIFY(ledger);
        id = *ledger->begin(amysUpload(), oldPhoto, newPhoto);
        QVERIFY(ledger->finish(id, LedgerEntry::Outcome::Verified));
    }
    const auto again = openedLedger(m_path);
    QVERIFY(again);
    QCOMPARE(again->entry(id)->outcome, LedgerEntry::Outcome::Verified);
    QVERIFY(again->unfinished()->isEmpty());
    const auto readers = QFileDevice::ReadGroup | QFileDevice::ReadOther;
    QVERIFY(!(QFile::permissions(m_path) & readers));
}

void tst_SqliteLedger::tellsWhatAKilledProgramBegan()
{
    const auto child = startedChild({u"begin-and-wait"_s, m_path});
    QVERIFY(child->waitForReadyRead(20'000));
    child->kill();
    QVERIFY(child->waitForFinished(20'000));

    const auto ledger = openedLedger(m_path);
    QVERIFY(ledger);
    const Result<QList<LedgerEntry>> unfinished = ledger->unfinished();
    QVERIFY(unfinished);
    QCOMPARE(unfinished->size(), 1);
    const LedgerEntry &left = unfinished->constFirst();
    QCOMPARE(left.outcome, LedgerEntry::Outcome::Started);
    QCOMPARE(left.personKey, u"amy"_s);
    QCOMPARE(ledger->photo(left.beforeSha256)->bytes, oldPhoto.bytes);
    QCOMPARE(ledger->photo(left.afterSha256)->bytes, newPhoto.bytes);

    QVERIFY(ledger->finish(left.id, LedgerEntry::Outcome::Cancelled));
    QVERIFY(ledger->unfinished()->isEmpty());
    QVERIFY(QDir(QFileInfo(m_path).path()).entryList({u"*.writer-*"_s}).isEmpty());
}

void tst_SqliteLedger::leavesTheWorkOfLivingProgramsAlone()
{
    const auto child = startedChild({u"begin-and-wait"_s, m_path});
    QVERIFY(child->waitForReadyRead(20'000));
    {
        const auto ledger = openedLedger(m_path);
        QVERIFY(ledger);
        QVERIFY(ledger->begin(amysUpload(), {}, newPhoto));
        QCOMPARE(ledger->history(u"contoso"_s, {})->size(), 2);
        QVERIFY(ledger->unfinished()->isEmpty());
    }
    // an orderly end that left something open is an end as well
    const auto later = openedLedger(m_path);
    QCOMPARE(later->unfinished()->size(), 1);
    child->kill();
    QVERIFY(child->waitForFinished(20'000));
    QCOMPARE(later->unfinished()->size(), 2);
}

void tst_SqliteLedger::sharesTheFileBetweenPrograms()
{
    std::vector<std::unique_ptr<QProcess>> children;
    for (int i = 0; i < 4; ++i)
        children.push_back(startedChild({u"write-many"_s, m_path}));
    for (const auto &child : children) {
        QVERIFY(child->waitForFinished(50'000));
        QCOMPARE(child->exitCode(), 0);
    }
    const auto ledger = openedLedger(m_path);
    QVERIFY(ledger);
    QCOMPARE(ledger->history(u"contoso"_s, u"amy"_s)->size(), 100);
    QVERIFY(ledger->unfinished()->isEmpty());
}

void tst_SqliteLedger::movesADamagedFileAside_data()
{
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("to");
    QTest::newRow("no database at all") << qint64(0) << qint64(16);
    QTest::newRow("schema page overwritten") << qint64(100) << qint64(4096);
}

void tst_SqliteLedger::movesADamagedFileAside()
{
    QFETCH(const qint64, from);
    QFETCH(const qint64, to);
    {
        const auto ledger = openedLedger(m_path);
        QVERIFY(ledger);
        QVERIFY(ledger->begin(amysUpload(), oldPhoto, newPhoto));
    }
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(from));
    file.write(QByteArray(to - from, '\xff'));
    file.seek(0);
    const QByteArray damaged = file.readAll();
    file.close();

    const Result<SqliteLedger::Opening> opening = SqliteLedger::open(m_path);
    QVERIFY(opening);
    QVERIFY(opening->ledger->history(u"contoso"_s, {})->isEmpty());
    QFile aside(opening->movedAside);
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), damaged);
}

void tst_SqliteLedger::leavesANewerFileAlone()
{
    QVERIFY(openedLedger(m_path));
    {
        QSqlDatabase later = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"later"_s);
        later.setDatabaseName(m_path);
        QVERIFY(later.open());
        QSqlQuery query(later);
        QVERIFY(query.exec(u"PRAGMA user_version = 99"_s));
    }
    QSqlDatabase::removeDatabase(u"later"_s);
    const Result<SqliteLedger::Opening> opening = SqliteLedger::open(m_path);
    QVERIFY(!opening);
    QCOMPARE(opening.error().code, Errc::Unsupported);
    QCOMPARE(QDir(QFileInfo(m_path).path()).entryList({u"*damaged*"_s}), QStringList {});
}

void tst_SqliteLedger::refusesAPlaceItCannotWrite()
{
    QFile inTheWay(m_dir->filePath(u"data"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const Result<SqliteLedger::Opening> opening = SqliteLedger::open(m_path);
    QVERIFY(!opening);
    QCOMPARE(opening.error().code, Errc::Local);
}

void tst_SqliteLedger::noticesADamagedPhoto()
{
    const auto ledger = openedLedger(m_path);
    QVERIFY(ledger);
    EncodedPhoto wrong = oldPhoto;
    wrong.bytes += 'x';
    QVERIFY(ledger->begin(amysUpload(), wrong, newPhoto));
    QCOMPARE(ledger->photo(oldPhoto.sha256).error().code, Errc::Local);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--child"_L1)
        return childMain(arguments.mid(2));
    tst_SqliteLedger test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_sqliteledger.moc"
