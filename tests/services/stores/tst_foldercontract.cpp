// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/folder/folderfiles.h"
#include "services/stores/folder/folderstore.h"
#include "tests/services/stores/storecontract.h"
#include "tests/support/jobs.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <cerrno>
#include <sys/stat.h>
#include <unistd.h>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

class FolderHarness final : public StoreHarness
{
public:
    FolderHarness()
    {
        QFile::setPermissions(
            m_folder.path(), QFile::permissions(m_folder.path()) | QFile::ReadOther | QFile::ExeOther);
        // root may write everywhere: be nobody in particular for the rest of this program
        if (::geteuid() == 0 && ::chown(QFile::encodeName(m_folder.path()).constData(), 65534, 65534) == 0)
            m_wasRoot = ::seteuid(65534) == 0;
    }
    ~FolderHarness() override
    {
        setWritable(true);
        if (m_wasRoot && ::seteuid(0) != 0)
            qWarning("cannot be root again");
    }

    std::unique_ptr<PhotoStore> store(Situation situation) override
    {
        m_writable = situation != Situation::NoRight;
        setWritable(m_writable);
        if (situation != Situation::Plain && situation != Situation::NoRight)
            return nullptr;
        return std::make_unique<FolderStore>(
            StoreId {Workload::Folder, u"folder"_s}, u"Folder"_s, settings(), m_workers);
    }
    const char *whyNot(Situation) const override
    {
        return "a folder has no server, no sign-in and no certificate";
    }
    PersonKeys person() const override { return {u"zoë"_s, {}, {}, {}, {}}; }
    std::optional<PersonKeys> nobody() const override { return std::nullopt; }
    bool setPhoto(const std::optional<QByteArray> &photo) override
    {
        m_workers.waitForDone(); // a job that was let go may still be at work
        setWritable(true);
        for (const QString &name : names())
            QFile::remove(m_folder.filePath(name));
        QFile file(path());
        const bool done = !photo || (file.open(QIODevice::WriteOnly) && file.write(*photo) == photo->size());
        setWritable(m_writable);
        return done;
    }
    std::optional<QByteArray> photo() const override
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? std::optional(file.readAll()) : std::nullopt;
    }
    Errc errcWithoutRight() const override { return Errc::ReadOnly; }
    WriteRight rightWithoutRight() const override { return WriteRight::No; }
    WriteRight rightWhenPlain() const override { return WriteRight::Yes; }
    bool stampsWrites() const override { return true; }

    FolderSettings settings() const
    {
        FolderSettings settings;
        settings.path = m_folder.path();
        settings.operatorName = u"alma"_s;
        settings.tool = u"Likeness test"_s;
        settings.lockPatience = std::chrono::milliseconds(200);
        return settings;
    }
    QString path() const { return m_folder.filePath(u"zoë.jpg"_s); }
    QStringList names() const
    {
        return QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }
    QThreadPool &workers() { return m_workers; }

private:
    void setWritable(bool writable)
    {
        ::chmod(QFile::encodeName(m_folder.path()).constData(), writable ? 0755 : 0555);
    }

    QTemporaryDir m_folder;
    QThreadPool m_workers;
    bool m_wasRoot = false;
    bool m_writable = true;
};

class tst_FolderStore : public QObject
{
    Q_OBJECT
public:
    explicit tst_FolderStore(FolderHarness &harness)
        : m_harness(harness)
    {
    }

private slots:
    void init() { QVERIFY(m_harness.setPhoto(std::nullopt)); }
    void leavesNothingElseBehind();
    void sidecarSaysWhenWhoAndWith();
    void sidecarOfOtherBytesDoesNotCount();
    void noFolder();
    void anotherWriterHoldsTheLock();
    void manyWritersLoseNothing();
    void errors_data();
    void errors();

private:
    FolderHarness &m_harness;
};

void tst_FolderStore::leavesNothingElseBehind()
{
    const auto store = m_harness.store(Situation::Plain);
    const EncodedPhoto photo = EncodedPhoto::of(jpegPhoto(96, 0xff112233), {96, 96});
    QVERIFY(outcome(store->write(m_harness.person(), photo, std::nullopt)));
    QCOMPARE(m_harness.names(), (QStringList {u".likeness.lock"_s, u"zoë.jpg"_s, u"zoë.json"_s}));
    QVERIFY(!outcome(store->write(m_harness.person(), photo, std::nullopt)));
    QCOMPARE(m_harness.names(), (QStringList {u".likeness.lock"_s, u"zoë.jpg"_s, u"zoë.json"_s}));
    const auto removed = outcome(store->remove(m_harness.person(), photo));
    QVERIFY2(removed, qPrintable(removed ? QString() : removed.error().detail));
    QCOMPARE(m_harness.names(), (QStringList {u".likeness.lock"_s}));
}

void tst_FolderStore::sidecarSaysWhenWhoAndWith()
{
    const auto store = m_harness.store(Situation::Plain);
    const EncodedPhoto photo = EncodedPhoto::of(jpegPhoto(96, 0xff112233), {96, 96});
    QVERIFY(outcome(store->write(m_harness.person(), photo, std::nullopt)));
    QFile file(m_harness.path().replace(u".jpg"_s, u".json"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject sidecar = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(sidecar[u"writtenBy"].toString(), u"alma"_s);
    QCOMPARE(sidecar[u"tool"].toString(), u"Likeness test"_s);
    QCOMPARE(sidecar[u"sha256"].toString(), photo.sha256);
    QVERIFY(QDateTime::fromString(sidecar[u"writtenAt"].toString(), Qt::ISODateWithMs).isValid());
}

void tst_FolderStore::sidecarOfOtherBytesDoesNotCount()
{
    const auto store = m_harness.store(Situation::Plain);
    const EncodedPhoto photo = EncodedPhoto::of(jpegPhoto(96, 0xff112233), {96, 96});
    QVERIFY(outcome(store->write(m_harness.person(), photo, std::nullopt)));
    QFile file(m_harness.path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(jpegPhoto(48, 0xff332211));
    const QDateTime byFile(QDate(2020, 1, 2), QTime(3, 4, 5), Qt::UTC);
    file.flush();
    QVERIFY(file.setFileTime(byFile, QFile::FileModificationTime));
    file.close();
    const auto read = outcome(store->read(m_harness.person()));
    QVERIFY(read);
    QCOMPARE((*read)->written, (WriteStamp {byFile, {}}));
}

void tst_FolderStore::noFolder()
{
    FolderSettings settings = m_harness.settings();
    settings.path += u"/missing"_s;
    FolderStore store({Workload::Folder, u"folder"_s}, u"Folder"_s, settings, m_harness.workers());
    const EncodedPhoto photo = EncodedPhoto::of("x", {});
    QCOMPARE(outcome(store.probe()).error().code, Errc::BadInput);
    QCOMPARE(outcome(store.read(m_harness.person())).error().code, Errc::BadInput);
    QCOMPARE(outcome(store.write(m_harness.person(), photo, std::nullopt)).error().code, Errc::BadInput);
    QCOMPARE(outcome(store.read({QString(300, u'x'), {}, {}, {}, {}})).error().code, Errc::BadInput);
}

void tst_FolderStore::anotherWriterHoldsTheLock()
{
    const auto store = m_harness.store(Situation::Plain);
    const auto lock = FolderLock::take(m_harness.settings().path, std::chrono::milliseconds(0), {});
    QVERIFY(lock);
    const EncodedPhoto photo = EncodedPhoto::of(jpegPhoto(48, 0xff112233), {});
    QCOMPARE(outcome(store->write(m_harness.person(), photo, std::nullopt)).error().code, Errc::Timeout);
    QCOMPARE(m_harness.photo(), std::nullopt);
}

/// Several writers count upwards, each by compare-and-swap: no count may be lost.
void tst_FolderStore::manyWritersLoseNothing()
{
    const auto store = m_harness.store(Situation::Plain);
    const auto numbered = [](int number) { return EncodedPhoto::of(QByteArray::number(number), {}); };
    int won = 0;
    for (int round = 0; round < 25; ++round) {
        const ExpectedPhoto expected = round == 0 ? ExpectedPhoto() : ExpectedPhoto(numbered(won));
        std::vector<JobPtr<Done>> jobs;
        for (int writer = 0; writer < 4; ++writer)
            jobs.push_back(store->write(m_harness.person(), numbered(won + 1), expected));
        for (const JobPtr<Done> &job : jobs)
            job->start();
        int winners = 0;
        for (const JobPtr<Done> &job : jobs) {
            QTRY_VERIFY(job->isFinished());
            winners += job->result() ? 1 : 0;
            QVERIFY(job->result() || job->result().error().code == Errc::Conflict);
        }
        QCOMPARE(winners, 1);
        ++won;
        QCOMPARE(m_harness.photo(), QByteArray::number(won));
    }
}

void tst_FolderStore::errors_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<Errc>("code");
    QTest::newRow("no right") << EACCES << Errc::ReadOnly;
    QTest::newRow("mounted read-only") << EROFS << Errc::ReadOnly;
    QTest::newRow("disk full") << ENOSPC << Errc::Local;
    QTest::newRow("quota") << EDQUOT << Errc::Local;
    QTest::newRow("disk broken") << EIO << Errc::Local;
    QTest::newRow("file too large for the file system") << EFBIG << Errc::TooLarge;
    QTest::newRow("no such folder") << ENOENT << Errc::BadInput;
    QTest::newRow("share gone") << ESTALE << Errc::Offline;
}

void tst_FolderStore::errors()
{
    QFETCH(const int, number);
    const Error error = fileError(number, u"write"_s, u"/some/where"_s);
    QTEST(error.code, "code");
    QVERIFY(error.detail.contains(u"/some/where"_s));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    FolderHarness harness;
    StoreContract contract(harness);
    tst_FolderStore own(harness);
    return QTest::qExec(&contract, argc, argv) + QTest::qExec(&own, argc, argv);
}

#include "tst_foldercontract.moc"
