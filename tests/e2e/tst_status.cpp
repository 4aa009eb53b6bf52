// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

using namespace Qt::StringLiterals;

/// `likeness-cli status` over the servers of the sandbox: who has which photo is in a state file, what has to
/// be said about it is written down here. The exit codes are those of docs/cli.md.
class tst_Status : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void saysHowEachStands_data();
    void saysHowEachStands();
    void tellsProgramsEverything();
    void tellsPeopleInLines();
    void tellsOfSomeWorkloadsOnly();
    void refusesWhatIsNotOnTheBoard();
    void comparesWithWhatWasUploaded();
    void watchesUntilNothingComes();
    void watchSeesAChange();
    void stopsWatchingOnInterrupt();
    void saysWhatCouldNotBeSeen();
    void cleanupTestCase();

private:
    struct Ran
    {
        int exitCode = -1;
        QByteArray out;
        QByteArray err;
        QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    };
    QString at(const QString &name) const { return m_place.filePath(name); }
    /// Each run has a sign-in to Microsoft 365 of its own, and what is seen is kept for all.
    void start(QProcess &process, const QStringList &arguments, const QString &organisation = {});
    Ran run(const QStringList &arguments, const QString &organisation = {});
    static QJsonObject nextObject(QProcess &process);

    QTemporaryDir m_place;
    QProcess m_sandbox;
    QJsonObject m_parts;
    int m_tokens = 0;
    bool m_directory = false;
};

namespace {

constexpr int runMilliseconds = 60'000;

/// "mailbox cloud sharePoint directory"
QByteArray statePhotos(const QByteArray &key, const QByteArray &photos)
{
    const QList<QByteArray> each = photos.split(' ');
    return "\"" + key + R"(": {"mailbox": ")" + each[0] + R"(", "cloud": ")" + each[1]
        + R"(", "sharePoint": ")" + each[2] + R"(", "directory": ")" + each[3] + "\"}";
}

QJsonObject findingIn(const QJsonObject &status, const QString &node)
{
    for (const QJsonValue finding : status["findings"_L1].toArray()) {
        if (finding["node"_L1].toString() == node)
            return finding.toObject();
    }
    return {};
}

/// "exop in-step, sp13 stale never-asked" against the findings; what differs.
QStringList differences(const QJsonObject &status, const QString &expected, bool hasDirectory)
{
    QStringList found;
    for (const QString &part : expected.split(u", "_s)) {
        const QStringList words = part.split(u' ');
        const bool needsDirectory = words[0] == "ad"_L1 || words[0] == "abs"_L1;
        const QJsonObject finding = findingIn(status, words[0]);
        if (needsDirectory && !hasDirectory)
            continue;
        const QString cause = words.size() > 2 ? u' ' + finding["cause"_L1].toString() : QString();
        const QString said = words[0] + u' ' + finding["state"_L1].toString() + cause;
        if (said != part)
            found += said + u" instead of "_s + part;
    }
    return found;
}

} // namespace

void tst_Status::initTestCase()
{
    QFile state(at(u"state.json"_s));
    QVERIFY(state.open(QIODevice::WriteOnly));
    state.write("{\"people\": {" + statePhotos("bo.lind", "today today today today") + ","
        + statePhotos("ines.munoz", "today today earlier today") + ","
        + statePhotos("li.xiaolong", "removed today none today") + ","
        + statePhotos("kenji.sato", "tiny tiny tiny tiny") + ","
        + statePhotos("ada.reyes", "earlier earlier earlier earlier") + ","
        + statePhotos("lukasz.zak", "none none none none") + ","
        + statePhotos("mary-jane", "none today none none") + "}}");
    state.close();
    m_sandbox.start(
        QStringLiteral(LIKENESS_CLI), {u"sandbox"_s, u"--state"_s, state.fileName(), u"--json"_s});
    QVERIFY(m_sandbox.waitForStarted());
    while (!m_sandbox.canReadLine() && m_sandbox.waitForReadyRead(150'000)) { }
    m_parts = QJsonDocument::fromJson(m_sandbox.readLine()).object();
    QVERIFY2(!m_parts.isEmpty(), m_sandbox.readAllStandardError().constData());
    m_directory = !m_parts["activeDirectory"_L1].isNull();
}

void tst_Status::cleanupTestCase()
{
    m_sandbox.terminate();
    QVERIFY(m_sandbox.waitForFinished());
}

void tst_Status::start(QProcess &process, const QStringList &arguments, const QString &organisation)
{
    const QString file = organisation.isEmpty() ? m_parts["organisationFile"_L1].toString() : organisation;
    process.start(QStringLiteral(LIKENESS_CLI),
        arguments
            + QStringList {
                u"--organisation"_s, file, u"--ledger"_s, at(u"ledger.sqlite"_s), u"--password-stdin"_s});
    process.write(m_parts["password"_L1].toString().toUtf8() + '\n'
        + m_parts["refreshTokens"_L1][m_tokens++].toString().toUtf8() + '\n');
    process.closeWriteChannel();
}

tst_Status::Ran tst_Status::run(const QStringList &arguments, const QString &organisation)
{
    QProcess process;
    start(process, arguments, organisation);
    if (!process.waitForFinished(runMilliseconds))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QJsonObject tst_Status::nextObject(QProcess &process)
{
    while (!process.canReadLine() && process.waitForReadyRead(runMilliseconds)) { }
    return QJsonDocument::fromJson(process.readLine()).object();
}

void tst_Status::saysHowEachStands_data()
{
    QTest::addColumn<QString>("person");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("overall");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<bool>("needsDirectory");
    const auto row = [](const char *person, const QString &expected, const char *overall, int exitCode,
                         bool needsDirectory = false) {
        QTest::newRow(person) << QString::fromLatin1(person) << expected << QString::fromLatin1(overall)
                              << exitCode << needsDirectory;
    };
    row("bo.lind",
        u"exop in-step reference, ad in-step same-picture, m365 in-step same-picture, "
        "sp13 in-step same-picture, owa in-step follows, teams pending teams-cache"_s,
        "pending", 15);
    row("li.xiaolong",
        u"exop removed-on-purpose tombstone, ad in-step same-picture, m365 in-step reference, "
        "owa removed-on-purpose follows"_s,
        "removed-on-purpose", 14, true);
    row("kenji.sato",
        u"exop reduced too-small, ad reduced too-small, m365 reduced too-small, owa reduced too-small"_s,
        "reduced", 14);
    row("lukasz.zak",
        u"exop missing nobody-has-one, ad missing nobody-has-one, m365 missing nobody-has-one, "
        "sp13 missing nobody-has-one, outlook missing follows"_s,
        "missing", 14);
    row("mary-jane",
        u"exop missing nothing-brings-it, ad no-flow nothing-brings-it, m365 in-step reference, "
        "abs no-flow nothing-brings-it, teams pending teams-cache"_s,
        "missing", 14);
}

void tst_Status::saysHowEachStands()
{
    QFETCH(const QString, person);
    QFETCH(const QString, expected);
    QFETCH(const bool, needsDirectory);
    if (needsDirectory && !m_directory)
        QSKIP("Samba is not installed: no directory.");
    const Ran ran = run({u"status"_s, person, u"--json"_s});
    QTEST(ran.exitCode, "exitCode");
    QCOMPARE(ran.err, QByteArray());
    const QJsonObject status = ran.json();
    QCOMPARE(status["person"_L1]["key"_L1].toString(), person);
    QTEST(status["overall"_L1].toString(), "overall");
    QCOMPARE(differences(status, expected, m_directory), QStringList());
}

void tst_Status::tellsProgramsEverything()
{
    const QDateTime before = QDateTime::currentDateTimeUtc();
    const QJsonObject status = run({u"status"_s, u"ines.munoz"_s, u"--json"_s}).json();
    QCOMPARE(
        status.keys(), (QStringList {u"at"_s, u"findings"_s, u"overall"_s, u"person"_s, u"reference"_s}));
    const QDateTime at = QDateTime::fromString(status["at"_L1].toString(), Qt::ISODate);
    QVERIFY(at.secsTo(before) <= 0 && at.secsTo(QDateTime::currentDateTimeUtc()) >= 0);
    const QJsonObject reference = status["reference"_L1].toObject();
    QCOMPARE(reference["node"_L1].toString(), u"exop"_s);
    QCOMPARE(reference["pixels"_L1].toInt(), 648);
    QCOMPARE(reference["uploaded"_L1].toBool(true), false);

    QJsonObject finding = findingIn(status, u"sp13"_s);
    const QJsonObject shows = finding.take("shows"_L1).toObject();
    QCOMPARE(shows["pixels"_L1].toInt(), 300);
    QCOMPARE(shows["sha256"_L1].toString().size(), 64);
    QVERIFY(QDateTime::fromString(finding.take("changed"_L1).toString(), Qt::ISODate) < at);
    const QJsonObject arrival = finding.take("arrival"_L1).toObject();
    QCOMPARE(arrival["after"_L1].toString(), u"own-visit"_s);
    QVERIFY(QDateTime::fromString(arrival["earliest"_L1].toString(), Qt::ISODate).isValid());
    QVERIFY(arrival["latest"_L1].isNull());
    QVERIFY(!finding.take("evidence"_L1).toArray().isEmpty());
    const QJsonArray cures {QJsonObject {{u"id"_s, u"own-visit"_s}, {u"command"_s, QString()}},
        QJsonObject {{u"id"_s, u"write-thumbnails"_s}, {u"command"_s, QString()}}};
    QCOMPARE(finding,
        (QJsonObject {{u"node"_s, u"sp13"_s}, {u"title"_s, u"SharePoint"_s}, {u"state"_s, u"stale"_s},
            {u"cause"_s, u"never-asked"_s}, {u"derived"_s, false}, {u"needs"_s, 300},
            {u"source"_s, u"exop"_s}, {u"likeness"_s, u"different"_s}, {u"rule"_s, u"F08"_s},
            {u"flows"_s, QJsonArray {u"E11"_s, u"E27"_s}}, {u"disputes"_s, QJsonArray {u"D02"_s}},
            {u"cures"_s, cures}, {u"error"_s, QJsonValue()}}));
}

void tst_Status::tellsPeopleInLines()
{
    const Ran ran = run({u"status"_s, u"ines.munoz"_s});
    QCOMPARE(ran.exitCode, 14);
    const QStringList lines = QString::fromUtf8(ran.out).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.first(), u"Inés Muñoz (ines.munoz)"_s);
    QCOMPARE(lines.last(), u"Overall: Stale"_s);
    const qsizetype line
        = lines.indexOf(QRegularExpression(u"^  SharePoint +Stale +300 px · .+$"_s)); // title, state, facts
    QVERIFY2(line > 0, ran.out.constData());
    QCOMPARE(lines[line + 1],
        u"      SharePoint asks Exchange only when Inés opens the own profile page, and that has not "
        u"happened "
        "since the new photo was saved. Nobody else's visit counts."_s);
    QVERIFY(lines[line + 2].startsWith(
        u"      Not by itself. When Inés opens the own profile page after "_s)); // its photo is new
    QCOMPARE(lines[line + 3],
        u"      Cure: Ask Inés to open the own profile page once (Inés, or the helpdesk · no side effect)"_s);
    QVERIFY(lines.contains(
        QRegularExpression(u"^  Viva Engage +In step +648 px · from Microsoft 365 · by rule$"_s)));
    // the directory's photo is as old as everywhere else in the sandbox, so that the address book has it
    QVERIFY(!lines.contains(u"          Update-CsAddressBook"_s));
    const QStringList removed
        = QString::fromUtf8(run({u"status"_s, u"li.xiaolong"_s}).out).split(u'\n', Qt::SkipEmptyParts);
    static const QRegularExpression command(u"^ {10}Remove-UserPhoto .*-ClearMailboxPhotoRecord"_s);
    QVERIFY2(!removed.filter(command).isEmpty(), qPrintable(removed.join(u'\n')));
}

void tst_Status::tellsOfSomeWorkloadsOnly()
{
    // by its id on the board, and by the name of its store
    const Ran ran = run({u"status"_s, u"ines.munoz"_s, u"--workload"_s, u"m365"_s, u"--workload"_s,
        u"exchange"_s, u"--json"_s});
    QCOMPARE(ran.exitCode, 0); // SharePoint is stale, but was not asked for
    QCOMPARE(ran.json()["overall"_L1].toString(), u"in-step"_s);
    QStringList nodes;
    for (const QJsonValue finding : ran.json()["findings"_L1].toArray())
        nodes += finding["node"_L1].toString();
    QCOMPARE(nodes, (QStringList {u"exop"_s, u"m365"_s}));
}

void tst_Status::refusesWhatIsNotOnTheBoard()
{
    const Ran moon = run({u"status"_s, u"ines.munoz"_s, u"--workload"_s, u"moon"_s});
    QCOMPARE(moon.exitCode, 2);
    QVERIFY2(moon.err.contains("moon") && moon.err.contains("exop, "), moon.err.constData());
    QCOMPARE(run({u"status"_s}).exitCode, 2);
    QVERIFY(QDir(m_place.path()).mkpath(u"photos"_s));
    QFile folder(at(u"folder.json"_s));
    QVERIFY(folder.open(QIODevice::WriteOnly));
    folder.write(R"({"title": "T", "endpoints": [{"kind": "folder", "name": "folder", "path": "photos"}]})");
    folder.close();
    const Ran none = run({u"status"_s, u"ines.munoz"_s}, folder.fileName());
    QCOMPARE(none.exitCode, 2);
    QVERIFY2(none.err.contains("Active Directory"), none.err.constData());
}

void tst_Status::comparesWithWhatWasUploaded()
{
    const QString picture = m_parts["pictures"_L1].toString() + u"/ada-reyes-phone.jpg"_s;
    const Ran upload = run({u"upload"_s, u"ada.reyes"_s, picture, u"--crop"_s, u"700,500,1200"_s,
        u"--store"_s, u"exchange"_s, u"--yes"_s, u"--json"_s});
    QCOMPARE(upload.exitCode, 0);
    const Ran ran = run({u"status"_s, u"ada.reyes"_s, u"--json"_s});
    QCOMPARE(ran.exitCode, 14);
    const QJsonObject status = ran.json();
    QCOMPARE(status["reference"_L1]["uploaded"_L1].toBool(), true);
    QCOMPARE(status["reference"_L1]["node"_L1].toString(), u"exop"_s);
    QVERIFY(!status["reference"_L1]["since"_L1].isNull());
    QCOMPARE(
        differences(status, u"exop in-step reference, sp13 stale never-asked"_s, m_directory), QStringList());
}

void tst_Status::watchesUntilNothingComes()
{
    QProcess watch;
    start(watch, {u"status"_s, u"lukasz.zak"_s, u"--watch"_s, u"--json"_s});
    QCOMPARE(nextObject(watch)["overall"_L1].toString(), u"missing"_s);
    const QJsonObject end = nextObject(watch);
    QCOMPARE(end["watchEnded"_L1].toString(), u"nothing-comes"_s);
    QCOMPARE(end["overall"_L1].toString(), u"missing"_s);
    QVERIFY(watch.waitForFinished());
    QCOMPARE(watch.exitCode(), 14);
}

/// SharePoint waits for a visit; instead somebody writes its photo, which the next look sees.
void tst_Status::watchSeesAChange()
{
    QCOMPARE(
        run({u"show"_s, u"ines.munoz"_s, u"--store"_s, u"exchange"_s, u"--out"_s, at(u"shown"_s)}).exitCode,
        0);
    QProcess watch;
    start(watch, {u"status"_s, u"ines.munoz"_s, u"--watch"_s, u"--json"_s});
    QCOMPARE(findingIn(nextObject(watch), u"sp13"_s)["state"_L1].toString(), u"stale"_s);
    const Ran upload = run({u"upload"_s, u"ines.munoz"_s, at(u"shown/exchange.jpg"_s), u"--store"_s,
        u"sharepoint"_s, u"--yes"_s, u"--json"_s});
    QVERIFY2(upload.exitCode == 0, upload.out.constData());
    const QJsonObject change = nextObject(watch);
    QVERIFY2(change["changed"_L1].isArray(), QJsonDocument(change).toJson().constData());
    const QJsonObject finding = change["changed"_L1][0].toObject();
    QCOMPARE(finding["node"_L1].toString(), u"sp13"_s);
    QCOMPARE(finding["state"_L1].toString(), u"in-step"_s);
    QCOMPARE(finding["shows"_L1]["pixels"_L1].toInt(), 300);
    QCOMPARE(nextObject(watch)["watchEnded"_L1].toString(), u"in-step"_s);
    QVERIFY(watch.waitForFinished());
    QCOMPARE(watch.exitCode(), 15); // the copies that programs keep go on
}

void tst_Status::stopsWatchingOnInterrupt()
{
    QProcess watch;
    start(watch, {u"status"_s, u"ada.reyes"_s, u"--watch"_s, u"--json"_s});
    QCOMPARE(nextObject(watch)["person"_L1]["key"_L1].toString(), u"ada.reyes"_s);
    ::kill(static_cast<pid_t>(watch.processId()), SIGINT);
    QVERIFY(watch.waitForFinished());
    QCOMPARE(watch.exitCode(), 130);
    QCOMPARE(QJsonDocument::fromJson(watch.readAllStandardOutput())["error"_L1]["code"_L1].toString(),
        u"cancelled"_s);
}

/// The organisation with an Exchange where nobody answers.
void tst_Status::saysWhatCouldNotBeSeen()
{
    QFile file(m_parts["organisationFile"_L1].toString());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QJsonObject organisation = QJsonDocument::fromJson(file.readAll()).object();
    QJsonArray endpoints = organisation["endpoints"_L1].toArray();
    for (qsizetype i = 0; i < endpoints.size(); ++i) {
        QJsonObject endpoint = endpoints[i].toObject();
        if (endpoint["kind"_L1] == "exchange"_L1)
            endpoint.insert("url"_L1, u"https://127.0.0.1:1/EWS/Exchange.asmx"_s);
        endpoints[i] = endpoint;
    }
    organisation.insert("endpoints"_L1, endpoints);
    QFile away(QFileInfo(file).dir().filePath(u"exchange-away.json"_s)); // its paths are relative
    QVERIFY(away.open(QIODevice::WriteOnly));
    away.write(QJsonDocument(organisation).toJson());
    away.close();

    const QStringList status {u"status"_s, u"bo.lind"_s, u"--json"_s, u"--workload"_s, u"exop"_s};
    const Ran nothing = run(status, away.fileName());
    QCOMPARE(nothing.exitCode, 8);
    const QJsonObject finding = findingIn(nothing.json(), u"exop"_s);
    QCOMPARE(finding["state"_L1].toString(), u"unreachable"_s);
    QCOMPARE(finding["error"_L1]["code"_L1].toString(), u"offline"_s);
    const Ran some
        = run(status + QStringList {u"--workload"_s, u"owa"_s, u"--workload"_s, u"m365"_s}, away.fileName());
    QCOMPARE(some.exitCode, 10);
    QCOMPARE(differences(
                 some.json(), u"exop unreachable, m365 in-step, owa unknown source-unknown"_s, m_directory),
        QStringList());
}

QTEST_GUILESS_MAIN(tst_Status)
#include "tst_status.moc"
