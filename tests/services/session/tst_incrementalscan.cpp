// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/directory/ldapdirectory.h"
#include "services/ledger/sqlledger.h"
#include "services/net/pacing.h"
#include "services/session/scansession.h"
#include "services/settings/syncdeclaration.h"
#include "services/stores/activedirectory/activedirectorystore.h"
#include "tests/services/stores/ldapharness.h"
#include "tests/support/jobs.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int everybody = 200;

/// Counts how often photos are read for the board.
class CountedStore final : public PhotoStore
{
public:
    explicit CountedStore(std::unique_ptr<PhotoStore> store)
        : m_store(std::move(store))
    {
    }
    StoreId id() const override { return m_store->id(); }
    const StoreTraits &traits() const override { return m_store->traits(); }
    JobPtr<std::optional<StoredPhoto>> read(const PersonKeys &person) override
    {
        return m_store->read(person);
    }
    JobPtr<Done> write(const PersonKeys &person, const EncodedPhoto &photo, const ExpectedPhoto &old) override
    {
        return m_store->write(person, photo, old);
    }
    JobPtr<Done> remove(const PersonKeys &person, const ExpectedPhoto &expected) override
    {
        return m_store->remove(person, expected);
    }
    JobPtr<WriteRight> mayWrite(const PersonKeys &person) override { return m_store->mayWrite(person); }
    JobPtr<StoreSight> see(const PersonKeys &person, const StoreSight &known) override
    {
        reads.append(person.key);
        return m_store->see(person, known);
    }
    JobPtr<QString> probe() override { return m_store->probe(); }

    QStringList reads;

private:
    std::unique_ptr<PhotoStore> m_store;
};

/// As if another domain controller answered, or this one had been restored from a backup.
class ElsewhereDirectory final : public Directory
{
public:
    explicit ElsewhereDirectory(std::unique_ptr<Directory> directory)
        : m_directory(std::move(directory))
    {
    }
    JobPtr<PeoplePage> find(const QString &words, int limit, const QByteArray &cookie) override
    {
        return m_directory->find(words, limit, cookie);
    }
    JobPtr<SeenPage> everybody(int limit, const QByteArray &cookie, bool photos) override
    {
        const auto page = outcome(m_directory->everybody(limit, cookie, photos));
        if (!page)
            return readyJob<SeenPage>(page.error());
        SeenPage moved = *page;
        static const QRegularExpression database(u"^usn:[0-9a-f]{32}:"_s);
        for (Person &person : moved.page.people) {
            if (elsewhere)
                person.mark.replace(database, u"usn:00112233445566778899aabbccddeeff:"_s);
        }
        return readyJob<SeenPage>(moved);
    }
    JobPtr<Person> person(const QString &name) override { return m_directory->person(name); }

    bool elsewhere = false;

private:
    std::unique_ptr<Directory> m_directory;
};

} // namespace

/// A scan reads photos of those people only of whom a real directory says that something has changed.
class tst_IncrementalScan final : public QObject
{
    Q_OBJECT
public:
    tst_IncrementalScan(DirectoryLab &lab, LdapDialect dialect)
        : m_lab(lab)
        , m_dialect(dialect)
    {
    }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void initTestCase();
    void cleanupTestCase();
    void firstReadsEverybody();
    void thenWhoHasChanged();
    void whoIsLookedAtAgainIsNotRead();
    void anotherDatabaseMeansEverybody();
    void fullMeansEverything();

private:
    ScanCounts scan(const std::optional<std::chrono::hours> &since);
    QString dnOf(const QString &key) { return outcome(m_organisation->directory->person(key))->keys.dn; }
    bool givePhotoOf(const QString &giver, const QString &taker);
    QString photoSeen(const QString &key);

    DirectoryLab &m_lab;
    const LdapDialect m_dialect;
    const QString m_attribute
        = m_dialect == LdapDialect::ActiveDirectory ? u"thumbnailPhoto"_s : u"jpegPhoto"_s;
    QTemporaryDir m_dir;
    QThreadPool m_workers;
    RealPacing m_pacing;
    FlowBook m_flows;
    std::unique_ptr<SqlLedger> m_ledger;
    std::unique_ptr<Organisation> m_organisation;
    CountedStore *m_store = nullptr;
    ElsewhereDirectory *m_directory = nullptr;
};

void tst_IncrementalScan::initTestCase()
{
    m_flows = *shippedFlows();
    auto opening = SqlLedger::open(m_dir.filePath(u"ledger.sqlite"_s));
    QVERIFY(opening);
    m_ledger = std::move(opening->ledger);
    LdapSettings settings = labSettings(m_lab, m_dialect);
    settings.baseDn = u"OU=Bulk,"_s + settings.baseDn;
    const auto service
        = std::make_shared<LdapService>(settings, secretIs(m_lab.account(u"user"_s, u"password"_s).toUtf8()));
    const StoreId id {Workload::ActiveDirectory, u"directory"_s};
    auto store = std::make_unique<CountedStore>(std::make_unique<ActiveDirectoryStore>(
        id, u"Directory"_s, DirectoryPhotoSettings {*photoAttribute(m_attribute)}, service));
    auto directory = std::make_unique<ElsewhereDirectory>(std::make_unique<LdapDirectory>(service));
    m_store = store.get();
    m_directory = directory.get();
    m_organisation = std::make_unique<Organisation>();
    m_organisation->id = u"lab"_s;
    m_organisation->directory = std::move(directory);
    m_organisation->stores.push_back(std::move(store));
    m_organisation->nodes.insert(id.instance, SyncNode::ActiveDirectory);
    m_organisation->sync.present.insert(SyncNode::ActiveDirectory);
}

void tst_IncrementalScan::cleanupTestCase()
{
    m_organisation.reset();
    m_ledger.reset();
}

ScanCounts tst_IncrementalScan::scan(const std::optional<std::chrono::hours> &since)
{
    m_store->reads.clear();
    const BoardParts parts {
        m_flows, m_workers, m_pacing, &QDateTime::currentDateTimeUtc, m_ledger.get(), &m_ledger->sightings()};
    ScanSession session(*m_organisation, parts, m_ledger->scanQueue());
    QSignalSpy completed(&session, &ScanSession::completed);
    session.start({since});
    if (completed.isEmpty() && !completed.wait(60'000))
        qWarning("the scan did not end");
    return session.progress().counts;
}

bool tst_IncrementalScan::givePhotoOf(const QString &giver, const QString &taker)
{
    const auto photo = m_lab.attribute(dnOf(giver), m_attribute);
    return photo && m_lab.setAttribute(dnOf(taker), m_attribute, photo);
}

QString tst_IncrementalScan::photoSeen(const QString &key)
{
    const auto latest = m_ledger->sightings().latest({u"lab"_s, key});
    return latest && latest->size() == 1 && latest->first().sighting.hasPhoto()
        ? latest->first().sighting.largest()->photo.sha256
        : QString();
}

void tst_IncrementalScan::firstReadsEverybody()
{
    const ScanCounts counts = scan(12h);
    QCOMPARE(counts.people, everybody);
    QCOMPARE(counts.done, everybody);
    QCOMPARE(m_store->reads.size(), everybody);
}

void tst_IncrementalScan::thenWhoHasChanged()
{
    QVERIFY(photoSeen(u"bulk00007"_s) != photoSeen(u"bulk00001"_s));
    for (const QString &key : {u"bulk00007"_s, u"bulk00042"_s, u"bulk00199"_s})
        QVERIFY(givePhotoOf(u"bulk00001"_s, key));
    const ScanCounts counts = scan(12h);
    QCOMPARE(counts.people, everybody);
    QCOMPARE(counts.leftOut, everybody - 3);
    QCOMPARE(counts.done, 3);
    m_store->reads.sort();
    QCOMPARE(m_store->reads, (QStringList {u"bulk00007"_s, u"bulk00042"_s, u"bulk00199"_s}));
    QVERIFY(!photoSeen(u"bulk00007"_s).isEmpty());
    QCOMPARE(photoSeen(u"bulk00007"_s), photoSeen(u"bulk00001"_s));
    QCOMPARE(m_ledger->standings().counts(u"lab"_s)->total(), everybody);
    QCOMPARE(scan(12h).leftOut, everybody); // and that is known now
}

/// Their time has come, for the sake of other stores; the directory's photo is known.
void tst_IncrementalScan::whoIsLookedAtAgainIsNotRead()
{
    const QString before = photoSeen(u"bulk00005"_s);
    QVERIFY(givePhotoOf(u"bulk00002"_s, u"bulk00003"_s));
    const ScanCounts counts = scan(0h);
    QCOMPARE(counts.leftOut, 0);
    QCOMPARE(counts.done, everybody);
    QCOMPARE(m_store->reads, QStringList {u"bulk00003"_s});
    QCOMPARE(photoSeen(u"bulk00003"_s), photoSeen(u"bulk00002"_s));
    QCOMPARE(photoSeen(u"bulk00005"_s), before);
}

void tst_IncrementalScan::anotherDatabaseMeansEverybody()
{
    if (m_dialect != LdapDialect::ActiveDirectory)
        QSKIP("an entryCSN names its server itself");
    m_directory->elsewhere = true;
    const ScanCounts counts = scan(12h);
    m_directory->elsewhere = false;
    QCOMPARE(counts.leftOut, 0);
    QCOMPARE(counts.done, everybody);
    QCOMPARE(m_store->reads.size(), everybody);
}

void tst_IncrementalScan::fullMeansEverything()
{
    QCOMPARE(scan({}).done, everybody);
    QCOMPARE(m_store->reads.size(), everybody);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto runIn = [&](DirectoryLab::Kind kind, LdapDialect dialect) {
        DirectoryLab lab(kind);
        lab.setBulk(everybody);
        if (const int code = lab.start(); code != 0)
            return code;
        tst_IncrementalScan test(lab, dialect);
        return QTest::qExec(&test, argc, argv);
    };
    const int samba = runIn(DirectoryLab::Kind::Samba, LdapDialect::ActiveDirectory);
    const int slapd = runIn(DirectoryLab::Kind::Slapd, LdapDialect::InetOrgPerson);
    return samba != 0 ? samba : slapd;
}

#include "tst_incrementalscan.moc"
