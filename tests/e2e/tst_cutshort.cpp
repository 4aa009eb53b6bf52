// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/samepicture.h"
#include "services/ledger/sqlledger.h"
#include "services/sandbox/servers/sandboxservers.h"
#include "services/settings/organisationfile.h"
#include "tests/support/flatpictures.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;
using Kind = EndpointSettings::Kind;

namespace {

const QString bo = u"bo.lind"_s;
const QString client = u"2f6c696b-656e-4573-8073-616e64626f78"_s;
const QString scope = u"openid offline_access User.ReadBasic.All ProfilePhoto.ReadWrite.All"_s;

QByteArray portrait(Qt::GlobalColor colour, int edge)
{
    return test::flatPicture({edge, edge}, colour);
}

} // namespace

/// `likeness-cli upload` is killed (SIGKILL) at every single request of an upload: the server has done what
/// was asked and keeps its answer back, so that the moment is certain. Then the ledger and the next start
/// have to tell the truth about what stands in the store, and what stood there before must not be lost.
class tst_CutShort : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void initTestCase();
    void tellsTheTruth_data();
    void tellsTheTruth();

private:
    struct Ran
    {
        int exitCode = -1;
        QJsonObject json;
    };
    QString at(const QString &name) const { return m_place.filePath(name); }
    void writeOrganisation(Kind kind, const QString &store, const QString &endpointUrl);
    QStringList options() const;
    QByteArray secrets();
    void start(QProcess &process, const QStringList &arguments);
    Ran run(const QStringList &arguments);
    void putRed();
    /// What stands in the store, by other means than ours: the files, largest first.
    QList<QByteArray> files(Kind kind) const;
    bool isNew(const QByteArray &file) const;
    int requestsTo(SandboxService service) const;
    void killAt(int request, SandboxService service, const QStringList &upload);
    void checkLedger(Kind kind);
    void letTimePass();

    QTemporaryDir m_place;
    SandboxWorld m_world;
    std::unique_ptr<SandboxServers> m_servers;
    SandboxAddresses m_at;
    int m_ledgers = 0;
    QSet<QString> m_outcomes; ///< of a row
};

void tst_CutShort::initTestCase()
{
    m_servers = std::make_unique<SandboxServers>(m_world, m_place.path());
    const Result<SandboxAddresses> at_ = m_servers->start();
    QVERIFY(at_);
    m_at = *at_;
    QFile picture(at(u"blue.jpg"_s));
    QVERIFY(picture.open(QIODevice::WriteOnly) && picture.write(portrait(Qt::blue, 700)) > 0);
    QVERIFY(QDir(m_place.path()).mkpath(u"people"_s));
    QFile people(at(u"people/people.csv"_s));
    QVERIFY(people.open(QIODevice::WriteOnly)
        && people.write("key,displayName,mail,upn\n"
                        "bo.lind,Bo Lind,bo.lind@lab.likeness.test,bo.lind@lab.likeness.test\n")
            > 0);
}

/// One server, and a list of people that names them as a directory would.
void tst_CutShort::writeOrganisation(Kind kind, const QString &store, const QString &endpointUrl)
{
    EndpointSettings server = EndpointSettings::ofKind(kind);
    server.name = store;
    server.title = store;
    server.url = QUrl(endpointUrl);
    server.account = m_world.helpdesk().upn;
    server.caFile = m_at.caFile;
    server.domain = u"lablike"_s;
    server.version = EndpointSettings::Version::V2019;
    if (kind == Kind::Microsoft365) {
        server.cloud = EndpointSettings::Cloud::Custom;
        server.loginUrl = m_at.login;
        server.tenant = u"lab.likeness.test"_s;
        server.clientId = client;
    } else {
        server.signIn = EndpointSettings::SignIn::Basic;
    }
    EndpointSettings folder = EndpointSettings::ofKind(Kind::Folder);
    folder.name = folder.title = u"folder"_s;
    folder.path = u"people"_s;
    folder.people = u"people/people.csv"_s;
    OrganisationFile file;
    file.id = file.title = u"cut short"_s;
    file.endpoints = {server, folder};
    QVERIFY(file.save(at(u"organisation.json"_s)));
}

QStringList tst_CutShort::options() const
{
    return {u"--organisation"_s, at(u"organisation.json"_s), u"--ledger"_s,
        at(u"ledger-%1.sqlite"_s.arg(m_ledgers)), u"--password-stdin"_s, u"--json"_s};
}

QByteArray tst_CutShort::secrets()
{
    return m_world.helpdesk().password + '\n' + m_servers->refreshToken(m_world.helpdesk().upn, client, scope)
        + '\n';
}

void tst_CutShort::start(QProcess &process, const QStringList &arguments)
{
    process.start(QStringLiteral(LIKENESS_CLI), arguments + options());
    process.write(secrets());
    process.closeWriteChannel();
}

tst_CutShort::Ran tst_CutShort::run(const QStringList &arguments)
{
    QProcess process;
    start(process, arguments);
    if (!process.waitForFinished(60'000))
        return {};
    return {process.exitCode(), QJsonDocument::fromJson(process.readAllStandardOutput()).object()};
}

void tst_CutShort::putRed()
{
    m_world.setMailboxPhoto(bo, portrait(Qt::red, 648));
    m_world.setCloudPhoto(bo, portrait(Qt::red, 648));
    for (const auto &[size, edge] : {std::pair('S', 48), std::pair('M', 72), std::pair('L', 300)})
        m_world.setSharePointPhoto(bo, size, portrait(Qt::red, edge));
}

QList<QByteArray> tst_CutShort::files(Kind kind) const
{
    if (kind == Kind::Exchange)
        return {*m_world.mailboxPhoto(bo)};
    if (kind == Kind::Microsoft365)
        return {*m_world.cloudPhoto(bo)};
    return {*m_world.sharePointPhoto(bo, 'L'), *m_world.sharePointPhoto(bo, 'M'),
        *m_world.sharePointPhoto(bo, 'S')};
}

bool tst_CutShort::isNew(const QByteArray &file) const
{
    const QColor colour = QImage::fromData(file).pixelColor(20, 20);
    return colour.blue() > 200 && colour.red() < 60;
}

int tst_CutShort::requestsTo(SandboxService service) const
{
    const QList<RecordedRequest> all = m_servers->requests();
    return static_cast<int>(std::count_if(all.cbegin(), all.cend(),
        [service](const RecordedRequest &request) { return request.service == service; }));
}

/// Request number `request` is done and its answer kept back; then the program is killed.
void tst_CutShort::killAt(int request, SandboxService service, const QStringList &upload)
{
    putRed();
    m_servers->forgetRequests();
    if (request > 0)
        m_servers->fail(service, {.kind = SandboxFault::Kind::Delay, .requests = request});
    // long enough to be certain of the moment, short enough not to keep all threads of the server
    m_servers->fail(service, {.kind = SandboxFault::Kind::Delay, .delay = std::chrono::seconds(8)});
    QProcess process;
    start(process, upload);
    QTRY_VERIFY_WITH_TIMEOUT(requestsTo(service) > request, 30'000);
    process.kill();
    QVERIFY(process.waitForFinished());
    m_servers->mend();
}

/// So that no store may still be settling.
void tst_CutShort::letTimePass()
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"earlier"_s);
        database.setDatabaseName(at(u"ledger-%1.sqlite"_s.arg(m_ledgers)));
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(u"UPDATE entries SET at = at - 600000"_s));
    }
    QSqlDatabase::removeDatabase(u"earlier"_s);
}

void tst_CutShort::checkLedger(Kind kind)
{
    const QList<QByteArray> now = files(kind);
    const auto isNewFile = [this](const QByteArray &file) { return isNew(file); };
    const bool all = std::all_of(now.cbegin(), now.cend(), isNewFile);
    const bool any = std::any_of(now.cbegin(), now.cend(), isNewFile);
    letTimePass();
    const Ran history = run({u"history"_s, bo});
    QCOMPARE(history.exitCode, 0);
    const QJsonArray entries = history.json["entries"_L1].toArray();
    QVERIFY2(!any || !entries.isEmpty(), "the store has changed, and nobody knows");
    if (entries.isEmpty())
        return;
    QCOMPARE(entries.size(), 1);
    QVERIFY2(
        history.json["settled"_L1].toArray().size() == 1, QJsonDocument(history.json).toJson().constData());
    const QString outcome = entries[0]["outcome"_L1].toString();
    QCOMPARE(outcome, all ? u"verified"_s : any ? u"written"_s : u"failed"_s);
    m_outcomes.insert(outcome);
    if (outcome == u"written"_s) {
        QCOMPARE(run({u"restore"_s, bo}).exitCode, 0);
        for (const QByteArray &file : files(kind))
            QVERIFY(!isNew(file));
    }
    const auto ledger = SqlLedger::open(at(u"ledger-%1.sqlite"_s.arg(m_ledgers)));
    QVERIFY(ledger);
    const auto before = ledger->ledger->photo(entries[0]["beforeSha256"_L1].toString());
    QVERIFY2(before, "the photo there was is lost");
    QVERIFY(samePicture(*before, EncodedPhoto::of(portrait(Qt::red, 648), {648, 648})));
}

void tst_CutShort::tellsTheTruth_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<SandboxService>("service");
    QTest::addColumn<QString>("store");
    QTest::addColumn<QString>("url");
    QTest::newRow("Exchange") << Kind::Exchange << SandboxService::Exchange << u"exchange"_s
                              << m_at.ews.toString();
    QTest::newRow("Microsoft 365") << Kind::Microsoft365 << SandboxService::Graph << u"m365"_s
                                   << m_at.graph.toString();
    QTest::newRow("SharePoint") << Kind::SharePoint << SandboxService::SharePoint << u"sharepoint"_s
                                << m_at.sharePoint.toString();
}

void tst_CutShort::tellsTheTruth()
{
    QFETCH(const Kind, kind);
    QFETCH(const SandboxService, service);
    QFETCH(const QString, store);
    QFETCH(const QString, url);
    writeOrganisation(kind, store, url);
    const QStringList upload {u"upload"_s, bo, at(u"blue.jpg"_s), u"--store"_s, store, u"--yes"_s};
    putRed();
    m_servers->forgetRequests();
    ++m_ledgers;
    const Ran whole = run(upload);
    QVERIFY2(whole.exitCode == 0, QJsonDocument(whole.json).toJson().constData());
    QVERIFY(isNew(files(kind).first()));
    const int requests = requestsTo(service);
    QVERIFY(requests > 4);

    m_outcomes.clear();
    for (int request = 0; request < requests; ++request) {
        ++m_ledgers;
        killAt(request, service, upload);
        if (!QTest::currentTestFailed())
            checkLedger(kind);
        if (QTest::currentTestFailed())
            return qInfo("killed at request %d of %d", request, requests);
    }
    QSet<QString> expected {u"failed"_s, u"verified"_s};
    if (kind == Kind::SharePoint)
        expected.insert(u"written"_s); // three files, one after the other
    QCOMPARE(m_outcomes, expected);
    QVERIFY(!run({u"history"_s, bo}).json.contains("settled"_L1)); // once is enough
    // and the next upload goes on from there
    QCOMPARE(run(upload).exitCode, 0);
    for (const QByteArray &file : files(kind))
        QVERIFY(isNew(file));
    QCOMPARE(run({u"restore"_s, bo}).exitCode, 0);
    QVERIFY(!isNew(files(kind).first()));
}

QTEST_GUILESS_MAIN(tst_CutShort)
#include "tst_cutshort.moc"
