// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/sandboxpeople.h"
#include "services/sandbox/servers/sandboxservers.h"
#include "services/settings/organisationfile.h"

#include <QBuffer>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;
using Kind = EndpointSettings::Kind;

namespace {

constexpr int importPeople = 500;
constexpr int strangers = 10; ///< files of nobody
constexpr int checks = 4; ///< squares a picture has on each side
const QString client = u"2f6c696b-656e-4573-8073-616e64626f78"_s;
const QString scope = u"openid offline_access User.ReadBasic.All ProfilePhoto.ReadWrite.All"_s;

/// A chequered picture of colours by chance: another seed, another picture.
QImage chequered(int seed, int edge)
{
    QImage image(edge, edge, QImage::Format_RGB32);
    QPainter painter(&image);
    QRandomGenerator random(static_cast<quint32>(seed));
    const int square = edge / checks;
    for (int y = 0; y < checks; ++y) {
        for (int x = 0; x < checks; ++x)
            painter.fillRect(x * square, y * square, square, square,
                QColor(random.bounded(256), random.bounded(256), random.bounded(256)));
    }
    return image;
}

QByteArray chequeredJpeg(int seed, int edge)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    chequered(seed, edge).save(&buffer, "JPEG", 92);
    return bytes;
}

/// Whether a photo shows that picture, by eyes of the test's own: the colour in the middle of each square.
bool showsSeed(const QByteArray &photo, int seed)
{
    const QImage shown = QImage::fromData(photo);
    const QImage wanted = chequered(seed, checks * 10);
    if (shown.isNull())
        return false;
    for (int y = 0; y < checks; ++y) {
        for (int x = 0; x < checks; ++x) {
            const QColor a = shown.pixelColor(
                (2 * x + 1) * shown.width() / (2 * checks), (2 * y + 1) * shown.height() / (2 * checks));
            const QColor b = wanted.pixelColor(x * 10 + 5, y * 10 + 5);
            if (std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue())
                > 40)
                return false;
        }
    }
    return true;
}

} // namespace

/// 500 pictures for 500 people, by the program itself: planted mismatches, a store that throttles and fails,
/// a kill in the middle. Every row is accounted for, nothing is lost, and the whole is undone again.
class tst_Import : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void initTestCase();
    void dryRunSaysWhy();
    void killedAndResumed();
    void failedOnesAreTriedAgain();
    void undone();
    void pausedByCtrlC();

private:
    enum class Plan { Key, Mail, Number, Name, NoPicture, Same };
    struct Ran
    {
        int exitCode = -1;
        QJsonObject json;
    };
    QString at(const QString &name) const { return m_place.filePath(name); }
    void writeOrganisation();
    void writePictures();
    void putBefore();
    void start(QProcess &process, const QStringList &arguments);
    Ran run(const QStringList &arguments);
    static Plan planOf(int person);
    QString fileOf(const Person &person, int number) const;
    QMap<QString, QByteArray> folderNow() const;
    int newPhotos() const;
    QJsonObject rowOf(const QJsonObject &json, const QString &file) const;
    void checkVerdicts(const QJsonObject &verdicts);
    void checkStores(const QSet<int> &without);
    static int total(const QJsonObject &counts);

    QTemporaryDir m_place;
    SandboxWorld m_world {{}, {}, importPeople};
    QList<Person> m_people;
    std::unique_ptr<SandboxServers> m_servers;
    SandboxAddresses m_at;
    QMap<QString, QByteArray> m_folderBefore;
    QSet<int> m_failing; ///< people whose upload the cloud refuses
    int m_expectedReady = 0;
    int m_listed = 0; ///< ready rows of the short list
    qint64 m_run = 0;
};

/// Every way to name a file, and what goes wrong with some; by the number of the person.
tst_Import::Plan tst_Import::planOf(int person)
{
    if (person % 50 == 7)
        return Plan::NoPicture;
    if (person % 50 == 11)
        return Plan::Same;
    switch (person % 4) {
    case 0:
        return Plan::Key;
    case 1:
        return Plan::Mail;
    case 2:
        return Plan::Number;
    default:
        return Plan::Name;
    }
}

QString tst_Import::fileOf(const Person &person, int number) const
{
    switch (planOf(number)) {
    case Plan::Mail:
        return person.keys.mail + u".jpg"_s;
    case Plan::Number:
        return person.employeeId + u".jpg"_s;
    case Plan::Name:
        return person.displayName + u".jpg"_s;
    case Plan::Key:
    case Plan::NoPicture:
    case Plan::Same:
        break;
    }
    return person.keys.key + u".jpg"_s;
}

void tst_Import::initTestCase()
{
    m_people = sandboxCrowd(importPeople);
    m_servers = std::make_unique<SandboxServers>(m_world, m_place.path());
    const Result<SandboxAddresses> started = m_servers->start();
    QVERIFY(started);
    m_at = *started;
    writeOrganisation();
    writePictures();
    putBefore();
}

void tst_Import::writeOrganisation()
{
    EndpointSettings cloud = EndpointSettings::ofKind(Kind::Microsoft365);
    cloud.name = cloud.title = u"m365"_s;
    cloud.url = m_at.graph;
    cloud.account = m_world.helpdesk().upn;
    cloud.caFile = m_at.caFile;
    cloud.cloud = EndpointSettings::Cloud::Custom;
    cloud.loginUrl = m_at.login;
    cloud.tenant = u"lab.likeness.test"_s;
    cloud.clientId = client;
    EndpointSettings folder = EndpointSettings::ofKind(Kind::Folder);
    folder.name = folder.title = u"folder"_s;
    folder.path = u"photos"_s;
    QVERIFY(QDir().mkpath(at(u"photos"_s)));
    OrganisationFile file;
    file.id = file.title = u"import"_s;
    file.endpoints = {cloud, folder};
    QVERIFY(file.save(at(u"organisation.json"_s)));
}

void tst_Import::writePictures()
{
    QVERIFY(QDir().mkpath(at(u"in"_s)));
    const auto put = [this](const QString &name, const QByteArray &bytes) {
        QFile file(at(u"in/"_s + name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    };
    for (int number = 0; number < importPeople; ++number)
        put(fileOf(m_people.at(number), number),
            planOf(number) == Plan::NoPicture ? QByteArray("no picture") : chequeredJpeg(number, 120));
    for (int i = 0; i < strangers; ++i)
        put(u"Nobody Known %1.jpg"_s.arg(i), chequeredJpeg(1000 + i, 120));
}

/// Each fifth has another photo in both stores; some have the very picture.
void tst_Import::putBefore()
{
    for (int number = 0; number < importPeople; ++number) {
        const bool same = planOf(number) == Plan::Same;
        if (!same && number % 5 != 0)
            continue;
        const PersonKeys &keys = m_people.at(number).keys;
        const QByteArray photo = chequeredJpeg(same ? number : 2000 + number, 648);
        m_world.setCloudPhoto(keys.key, photo);
        QFile file(at(u"photos/%1.jpg"_s.arg(keys.upn)));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(photo) == photo.size());
    }
    m_folderBefore = folderNow();
}

QMap<QString, QByteArray> tst_Import::folderNow() const
{
    QMap<QString, QByteArray> files;
    const QDir folder(at(u"photos"_s));
    for (const QString &name : folder.entryList({u"*.jpg"_s}, QDir::Files)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            files.insert(name, file.readAll());
    }
    return files;
}

void tst_Import::start(QProcess &process, const QStringList &arguments)
{
    process.start(QStringLiteral(LIKENESS_CLI),
        QStringList {u"import"_s} + arguments
            + QStringList {u"--organisation"_s, at(u"organisation.json"_s), u"--ledger"_s,
                at(u"ledger.sqlite"_s), u"--password-stdin"_s, u"--json"_s});
    process.write(m_world.helpdesk().password + '\n'
        + m_servers->refreshToken(m_world.helpdesk().upn, client, scope) + '\n');
    process.closeWriteChannel();
}

tst_Import::Ran tst_Import::run(const QStringList &arguments)
{
    QElapsedTimer clock;
    clock.start();
    QProcess process;
    start(process, arguments);
    if (!process.waitForFinished(240'000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    qInfo("%s: %.1f s", qPrintable(arguments.first()), double(clock.elapsed()) / 1000.0);
    const QByteArray answer = process.readAllStandardOutput();
    if (process.exitCode() != 0)
        qInfo().noquote() << process.exitCode() << answer.left(600)
                          << process.readAllStandardError().left(600);
    return {process.exitCode(), QJsonDocument::fromJson(answer).object()};
}

QJsonObject tst_Import::rowOf(const QJsonObject &json, const QString &file) const
{
    const QJsonArray rows = json["rows"_L1].toArray();
    for (const QJsonValue &row : rows) {
        if (row["file"_L1].toString().endsWith(u'/' + file))
            return row.toObject();
    }
    return {};
}

int tst_Import::total(const QJsonObject &counts)
{
    int sum = 0;
    for (auto each = counts.begin(); each != counts.end(); ++each)
        sum += each.value().toInt();
    return sum;
}

/// A list of the first of them, to be looked at without and with --only-if-none.
void tst_Import::dryRunSaysWhy()
{
    QFile list(at(u"list.csv"_s));
    QVERIFY(list.open(QIODevice::WriteOnly));
    list.write("person,file\n");
    int withPhoto = 0;
    int without = 0;
    for (int number = 20; number < 64; ++number) {
        list.write(m_people.at(number).keys.mail.toUtf8() + ",in/"
            + fileOf(m_people.at(number), number).toUtf8() + '\n');
        if (planOf(number) != Plan::NoPicture && planOf(number) != Plan::Same)
            ++(number % 5 == 0 ? withPhoto : without);
    }
    m_listed = withPhoto + without;
    list.write("nobody,in/nobody.jpg\n");
    list.close();
    const Ran plan = run({list.fileName(), u"--dry-run"_s, u"--report"_s, at(u"plan.html"_s)});
    QCOMPARE(plan.exitCode, 0);
    QVERIFY(plan.json["dryRun"_L1].toBool());
    const QJsonObject verdicts {{u"ready"_s, withPhoto + without}, {u"unreadable"_s, 1},
        {u"already-the-same"_s, 1}, {u"unmatched"_s, 1}};
    QCOMPARE(plan.json["verdicts"_L1].toObject(), verdicts);
    const QJsonObject row = rowOf(plan.json, fileOf(m_people.at(57), 57));
    QCOMPARE(row["verdict"_L1].toString(), u"unreadable"_s);
    QVERIFY(!row["reason"_L1].toString().isEmpty());
    QVERIFY(QFile(at(u"plan.html"_s)).size() > 5'000);
    const Ran careful
        = run({list.fileName(), u"--dry-run"_s, u"--only-if-none"_s, u"--store"_s, u"folder"_s});
    QCOMPARE(careful.json["verdicts"_L1]["has-a-photo"_L1].toInt(), withPhoto);
    QCOMPARE(careful.json["verdicts"_L1]["ready"_L1].toInt(), without);
    // and nothing was written
    QCOMPARE(folderNow(), m_folderBefore);
    QCOMPARE(run({u"--runs"_s}).json["runs"_L1].toArray().size(), 0);
}

/// What was planted, as the program has to have found it.
void tst_Import::checkVerdicts(const QJsonObject &verdicts)
{
    QSet<QString> files;
    QSet<QString> ambiguous;
    int noPicture = 0;
    int same = 0;
    for (int number = 0; number < importPeople; ++number) {
        const QString &name = m_people.at(number).displayName;
        files.insert(fileOf(m_people.at(number), number));
        noPicture += planOf(number) == Plan::NoPicture ? 1 : 0;
        same += planOf(number) == Plan::Same ? 1 : 0;
        if (planOf(number) == Plan::Name && std::ranges::count(m_people, name, &Person::displayName) > 1)
            ambiguous.insert(name);
    }
    const auto planted = noPicture + same + int(ambiguous.size()) + strangers;
    QVERIFY(ambiguous.size() > 3 && noPicture == 10 && same == 10);
    m_expectedReady = int(files.size()) + strangers - planted;
    const QJsonObject expected {{u"ready"_s, m_expectedReady}, {u"unmatched"_s, strangers},
        {u"ambiguous"_s, ambiguous.size()}, {u"unreadable"_s, noPicture}, {u"already-the-same"_s, same}};
    QCOMPARE(verdicts, expected);
}

int tst_Import::newPhotos() const
{
    int count = 0;
    for (int number = 0; number < importPeople; ++number) {
        const auto photo = m_world.cloudPhoto(m_people.at(number).keys.key);
        count += photo && number % 5 != 0 && planOf(number) != Plan::Same ? 1 : 0;
    }
    return count;
}

void tst_Import::killedAndResumed()
{
    for (const int number : {20, 21, 22, 320, 402}) {
        m_failing.insert(number);
        const QByteArray line = "PUT /v1.0/users/" + m_people.at(number).keys.upn.toUtf8();
        m_servers->fail(SandboxService::Graph,
            {.kind = SandboxFault::Kind::Failed, .requests = 1000, .matching = line, .status = 403});
    }
    using Fault = SandboxFault::Kind;
    m_servers->fail(SandboxService::Graph,
        {.kind = Fault::Throttled, .requests = 12, .matching = "PUT ", .status = 429, .retryAfter = 1});
    QProcess process;
    start(process, {at(u"in"_s), u"--yes"_s});
    QTRY_VERIFY_WITH_TIMEOUT(newPhotos() > 60, 120'000);
    process.kill();
    QVERIFY(process.waitForFinished());
    const int before = newPhotos();
    QVERIFY2(before < 350, "it was too late to be killed");

    m_servers->fail(SandboxService::Graph,
        {.kind = Fault::Throttled, .requests = 8, .matching = "/photo", .status = 503, .retryAfter = 1});
    m_servers->fail(SandboxService::Graph, {.kind = Fault::DroppedAfter, .requests = 3, .matching = "PUT "});
    const QJsonArray runs = run({u"--runs"_s}).json["runs"_L1].toArray();
    QCOMPARE(runs.size(), 1);
    QCOMPARE(runs[0]["state"_L1].toString(), u"open"_s);
    m_run = runs[0]["id"_L1].toInteger();
    const Ran resumed = run({u"--resume"_s, QString::number(m_run), u"--report"_s, at(u"report.csv"_s)});
    QCOMPARE(resumed.exitCode, 10); // some failed
    checkVerdicts(resumed.json["verdicts"_L1].toObject());
    const QJsonObject outcomes = resumed.json["outcomes"_L1].toObject();
    QCOMPARE(total(outcomes), resumed.json["rows"_L1].toArray().size());
    QCOMPARE(outcomes["partly"_L1].toInt(), int(m_failing.size())); // the folder has theirs
    QCOMPARE(outcomes["done"_L1].toInt(), m_expectedReady - int(m_failing.size()));
    QCOMPARE(outcomes["left-out"_L1].toInt(), total(outcomes) - m_expectedReady);
    QCOMPARE(resumed.json["run"_L1]["state"_L1].toString(), u"finished"_s);
    checkStores(m_failing);
    QFile report(at(u"report.csv"_s));
    QVERIFY(report.open(QIODevice::ReadOnly));
    QCOMPARE(report.readAll().count('\n'), total(outcomes) + 1);
}

/// Reads the stores by other means than ours.
void tst_Import::checkStores(const QSet<int> &without)
{
    const QMap<QString, QByteArray> folder = folderNow();
    for (int number = 0; number < importPeople; ++number) {
        const PersonKeys &keys = m_people.at(number).keys;
        const auto namesakes
            = std::ranges::count(m_people, m_people.at(number).displayName, &Person::displayName);
        const bool written
            = planOf(number) != Plan::NoPicture && !(planOf(number) == Plan::Name && namesakes > 1);
        const auto cloud = m_world.cloudPhoto(keys.key);
        const QByteArray file = folder.value(keys.upn + u".jpg"_s);
        if (!written || without.contains(number)) {
            QVERIFY2(!cloud || number % 5 == 0, qPrintable(keys.key));
            QVERIFY2(!cloud || showsSeed(*cloud, 2000 + number), qPrintable(keys.key));
        } else {
            QVERIFY2(cloud && showsSeed(*cloud, number), qPrintable(keys.key));
        }
        QVERIFY2(!written || showsSeed(file, number), qPrintable(keys.key));
    }
}

void tst_Import::failedOnesAreTriedAgain()
{
    m_servers->mend();
    const Ran again = run({u"--retry"_s, QString::number(m_run)});
    QCOMPARE(again.exitCode, 10); // nobody fits some, and some are no pictures
    QCOMPARE(again.json["outcomes"_L1]["done"_L1].toInt(), m_expectedReady);
    checkStores({});
}

void tst_Import::undone()
{
    const Ran undo = run({u"--undo"_s, QString::number(m_run)});
    const QJsonObject outcomes = undo.json["outcomes"_L1].toObject();
    QCOMPARE(outcomes["undone"_L1].toInt(), m_expectedReady);
    QCOMPARE(undo.json["run"_L1]["state"_L1].toString(), u"undone"_s);
    QCOMPARE(folderNow(), m_folderBefore); // to the byte
    for (int number = 0; number < importPeople; ++number) {
        const auto cloud = m_world.cloudPhoto(m_people.at(number).keys.key);
        const bool same = planOf(number) == Plan::Same;
        QCOMPARE(cloud.has_value(), same || number % 5 == 0);
        QVERIFY(!cloud || showsSeed(*cloud, same ? number : 2000 + number));
    }
}

/// The cloud takes its time, so that there is a middle to stop in.
void tst_Import::pausedByCtrlC()
{
    m_servers->fail(SandboxService::Graph,
        {.kind = SandboxFault::Kind::Delay,
            .requests = 1000,
            .matching = "PUT ",
            .delay = std::chrono::milliseconds(400)});
    QProcess process;
    start(process, {at(u"list.csv"_s), u"--yes"_s, u"--store"_s, u"m365"_s});
    QTRY_VERIFY_WITH_TIMEOUT(newPhotos() > 3, 120'000);
    process.terminate();
    QVERIFY(process.waitForFinished(60'000));
    m_servers->mend();
    QCOMPARE(process.exitCode(), 130);
    const QJsonObject paused = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    const QJsonObject outcomes = paused["outcomes"_L1].toObject();
    QVERIFY(outcomes["waiting"_L1].toInt() > 0);
    QVERIFY(!outcomes.contains("running"_L1)); // what had begun was finished
    QCOMPARE(outcomes["waiting"_L1].toInt() + outcomes["done"_L1].toInt(), m_listed);
    const Ran resumed = run({u"--resume"_s, QString::number(paused["run"_L1]["id"_L1].toInteger())});
    QCOMPARE(resumed.json["outcomes"_L1]["done"_L1].toInt(), m_listed);
}

QTEST_GUILESS_MAIN(tst_Import)
#include "tst_import.moc"
