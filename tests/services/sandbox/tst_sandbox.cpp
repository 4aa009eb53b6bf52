// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/picture.h"
#include "services/job/workerjob.h"
#include "services/sandbox/sandbox.h"
#include "services/sandbox/sandboxorganisation.h"
#include "services/sandbox/sandboxpeople.h"
#include "services/secrets/memorysecretstore.h"
#include "tests/support/jobs.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>
#include <csignal>

using namespace likeness;
using namespace Qt::StringLiterals;

class tst_Sandbox : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void drawsPeopleAndPictures();
    void keepsWhatIsThere();
    void stopsWhenAsked();
    void startsARealDirectory();
    void exchangeWritesIntoTheDirectory();
    void endsItsDirectory();
    void goesAwayWhenTemporary();
    void hasNoDirectoryWithoutSamba();

private:
    /// Starts and waits; long, since a busy machine provisions slowly.
    static Result<SandboxParts> started(Sandbox &sandbox);

    QTemporaryDir m_kept; // one provisioned directory for all tests
    MemorySecretStore m_secrets;
    QThreadPool m_workers;
};

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool isRunning(qint64 pid)
{
    return pid > 0 && ::kill(static_cast<pid_t>(pid), 0) == 0;
}

} // namespace

Result<SandboxParts> tst_Sandbox::started(Sandbox &sandbox)
{
    const JobPtr<SandboxParts> starting = sandbox.start();
    QSignalSpy finished(starting.get(), &Job::finished);
    starting->start();
    if (!finished.wait(150'000))
        return Error {Errc::Timeout};
    return starting->result();
}

void tst_Sandbox::drawsPeopleAndPictures()
{
    const SandboxPaths paths {m_kept.path()};
    QVERIFY(makeSandboxFiles(paths, 0, {}));
    const QByteArray csv = bytesOf(paths.folderStore() + u"/people.csv"_s);
    QCOMPARE(csv.count('\n'), 13);
    QVERIFY(csv.contains("jsmith,\"John Smith, Jr.\",John,\"Smith, Jr.\""));
    for (const SandboxPerson &each : sandboxPeople()) {
        const QString file = each.person.keys.key + u".jpg"_s;
        const QImage inFolder(paths.folderStore() + u'/' + file);
        QCOMPARE(inFolder.isNull(), each.inFolder == SandboxPhoto::None);
        const QImage inDirectory(paths.directoryPhotos() + u'/' + file);
        QCOMPARE(inDirectory.isNull(), each.inDirectory == SandboxPhoto::None);
    }
    const Result<Picture> phone = openPicture(bytesOf(paths.pictures() + u"/ada-reyes-phone.jpg"_s));
    QVERIFY(phone);
    QCOMPARE(phone->orientation, 6);
    QCOMPARE(phone->uprightSize(), QSize(2400, 3200));
    const Result<Picture> office = openPicture(bytesOf(paths.pictures() + u"/ada-reyes-office.jpg"_s));
    QVERIFY(office);
    QCOMPARE(office->uprightSize(), QSize(3000, 2000));
}

void tst_Sandbox::keepsWhatIsThere()
{
    const SandboxPaths paths {m_kept.path()};
    const QString replaced = paths.folderStore() + u"/ada.reyes.jpg"_s;
    QVERIFY(QFile::remove(replaced));
    QVERIFY(makeSandboxFiles(paths, 0, {}));
    QVERIFY(!QFile::exists(replaced));
}

void tst_Sandbox::stopsWhenAsked()
{
    QTemporaryDir place;
    std::stop_source stop;
    stop.request_stop();
    const Result<Done> made = makeSandboxFiles({place.path()}, 0, stop.get_token());
    QVERIFY(!made);
    QCOMPARE(made.error().code, Errc::Cancelled);
    QVERIFY(!QFile::exists(place.path() + u"/photos/people.csv"_s));
}

void tst_Sandbox::startsARealDirectory()
{
    Sandbox sandbox(m_kept.path(), m_secrets, m_workers);
    QList<SandboxStep> steps;
    connect(&sandbox, &Sandbox::stepChanged, this, [&steps](SandboxStep step) { steps += step; });
    const Result<SandboxParts> parts = started(sandbox);
    QVERIFY(parts);
    if (parts->noDirectory && parts->noDirectory->code == Errc::Unsupported)
        QSKIP(qPrintable(u"Samba is not installed: "_s + parts->noDirectory->detail));
    QVERIFY2(!parts->noDirectory, qPrintable(parts->noDirectory ? parts->noDirectory->detail : QString()));
    QCOMPARE(steps,
        QList({SandboxStep::DrawingPeople, SandboxStep::StartingDirectory, SandboxStep::StartingServers,
            SandboxStep::Ready}));
    QVERIFY(parts->lab["ldaps"_L1].toString().startsWith("ldaps://127.0.0.1:"_L1));
    QVERIFY(QFile::exists(parts->lab["caFile"_L1].toString()));
    QVERIFY(isRunning(parts->lab["pid"_L1].toInteger()));

    const auto loading = m_secrets.load(sandboxSecretKey(parts->lab));
    QSignalSpy loaded(loading.get(), &Job::finished);
    loading->start();
    QVERIFY(loaded.wait());
    QCOMPARE(loading->result()->value(), sandboxAccount(parts->lab)["password"_L1].toString().toUtf8());
    QVERIFY(!bytesOf(parts->paths.organisationFile()).isEmpty());
    QVERIFY(!bytesOf(parts->paths.organisationFile()).contains(**loading->result()));
}

/// As a server's thread does it; when it returns, the directory has the small photo already.
void tst_Sandbox::exchangeWritesIntoTheDirectory()
{
    Sandbox sandbox(m_kept.path(), m_secrets, m_workers);
    const Result<SandboxParts> parts = started(sandbox);
    QVERIFY(parts);
    if (parts->noDirectory)
        QSKIP("Samba is not installed");
    const QByteArray picture = bytesOf(parts->paths.pictures() + u"/zoe-angstrom-library.png"_s);
    const JobPtr<bool> saving = runInWorker<bool>(m_workers, [&](std::stop_token) -> Result<bool> {
        return sandbox.world()->saveInExchange(u"zoe.angstrom"_s, picture);
    });
    const Result<bool> saved = test::outcome(saving);
    QVERIFY(saved && *saved);
    const auto directory = sandboxDirectoryStore(parts->lab);
    const auto read = test::outcome(directory->read({u"zoe.angstrom"_s, {}, {}, {}, {}}));
    QVERIFY(read && *read);
    QCOMPARE((*read)->photo.pixels, QSize(64, 64));
}

void tst_Sandbox::endsItsDirectory()
{
    qint64 pid = 0;
    {
        Sandbox sandbox(m_kept.path(), m_secrets, m_workers);
        const Result<SandboxParts> parts = started(sandbox);
        QVERIFY(parts);
        if (parts->noDirectory)
            QSKIP("Samba is not installed");
        pid = parts->lab["pid"_L1].toInteger();
        QVERIFY(isRunning(pid));
    }
    QTRY_VERIFY(!isRunning(pid));
}

void tst_Sandbox::goesAwayWhenTemporary()
{
    QString place;
    {
        Sandbox sandbox({}, m_secrets, m_workers);
        const JobPtr<SandboxParts> starting = sandbox.start();
        QSignalSpy steps(&sandbox, &Sandbox::stepChanged);
        starting->start();
        QVERIFY(steps.wait());
        place = sandbox.paths().root;
        QVERIFY(QDir(place).exists());
        starting->cancel();
        QVERIFY(m_workers.waitForDone());
    }
    QVERIFY(!QDir(place).exists());
}

void tst_Sandbox::hasNoDirectoryWithoutSamba()
{
    QTemporaryDir place;
    QTemporaryDir programs; // a PATH with bash and nothing else
    for (const auto *name : {"bash", "dirname"})
        QFile::link(QString(u"/bin/"_s + QLatin1String(name)), programs.filePath(QLatin1String(name)));
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", programs.path().toUtf8());
    Sandbox sandbox(place.path(), m_secrets, m_workers);
    const Result<SandboxParts> parts = started(sandbox);
    qputenv("PATH", path);
    QVERIFY(parts);
    QVERIFY(parts->noDirectory);
    QCOMPARE(parts->noDirectory->code, Errc::Unsupported);
    QVERIFY(parts->lab.isEmpty());
    const Result<OrganisationFile> file = OrganisationFile::load(parts->paths.organisationFile());
    QVERIFY(file);
    QStringList names;
    for (const EndpointSettings &endpoint : file->endpoints)
        names += endpoint.name;
    QCOMPARE(
        names, QStringList({u"exchange"_s, u"m365"_s, u"sharepoint"_s, u"folder"_s, u"web"_s, u"skype"_s}));
}

QTEST_GUILESS_MAIN(tst_Sandbox)
#include "tst_sandbox.moc"
