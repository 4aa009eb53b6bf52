// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

using namespace Qt::StringLiterals;

/// The built likeness-cli as a program: what it says, what it leaves behind, how it exits. The numbers are
/// those of docs/cli.md.
class tst_Cli : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void rendersNineSizes();
    void followsEveryRecipeOption_data();
    void followsEveryRecipeOption();
    void keepsToABudget();
    void exitsAsDocumented_data();
    void exitsAsDocumented();
    void tellsProgramsOnStandardOutputOnly();
    void showsHelpAndVersion();
    void findsPeople();
    void uploadsShowsAndRestores();
    void doesNotWriteWithoutAYes();
    void writesOnlyOverWhatIsExpected();
    void leavesAStoreThatCannotBeReached();
    void readsThePasswordFromStandardInputOnly();
    void stopsTheSandboxOnInterrupt();

private:
    struct Ran
    {
        int exitCode = -1;
        QByteArray out;
        QByteArray err;
        QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    };
    Ran run(const QStringList &arguments, const QByteArray &input = {}) const;
    /// With the organisation and the ledger of this test, as JSON.
    Ran inOrganisation(const QStringList &arguments) const;
    QString at(const QString &name) const { return m_place.filePath(name); }
    QByteArray bytesOf(const QString &name) const;

    QTemporaryDir m_place;
};

namespace {

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// Red, green / blue, white quarters, 1200 x 800: every turn shows.
QImage quarters()
{
    QImage image(1200, 800, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.fillRect(0, 0, 600, 400, Qt::red);
    painter.fillRect(600, 0, 600, 400, Qt::green);
    painter.fillRect(0, 400, 600, 400, Qt::blue);
    painter.fillRect(600, 400, 600, 400, Qt::white);
    return image;
}

/// The colours at the middles of the four quarters, as letters.
QString cornersOf(const QString &file)
{
    const QImage image(file);
    const int near = image.width() / 4;
    const int far = image.width() * 3 / 4;
    QString letters;
    for (const QPoint &point : {QPoint(near, near), QPoint(far, near), QPoint(near, far), QPoint(far, far)}) {
        const QColor colour = image.pixelColor(point);
        const bool red = colour.red() > 128;
        const bool green = colour.green() > 128;
        letters += red && green ? u'w' : red ? u'r' : green ? u'g' : u'b';
    }
    return letters;
}

} // namespace

void tst_Cli::initTestCase()
{
    QVERIFY(quarters().save(at(u"quarters.png"_s)));
    QVERIFY(quarters().mirrored(true, false).save(at(u"other.png"_s)));
    writeFile(at(u"no-picture.jpg"_s), "not a picture");
    QVERIFY(QDir(m_place.path()).mkpath(u"photos"_s));
    writeFile(at(u"photos/people.csv"_s),
        "key,displayName,mail\nada.reyes,Ada Reyes,ada@example.test\nadam.west,Adam "
        "West,adam@example.test\n");
    writeFile(at(u"organisation.json"_s), R"({"title": "Test", "endpoints": [
        {"kind": "folder", "name": "folder", "path": "photos", "people": "photos/people.csv"},
        {"kind": "folder", "name": "small", "path": "photos-small", "edge": 96}]})");
    QVERIFY(QDir(m_place.path()).mkpath(u"photos-small"_s));
    writeFile(at(u"unreachable.json"_s), R"({"title": "Test", "endpoints": [
        {"kind": "folder", "name": "folder", "path": "photos", "people": "photos/people.csv"},
        {"kind": "folder", "name": "gone", "path": "no-such-folder"}]})");
    writeFile(
        at(u"directory.json"_s), R"({"title": "Test", "endpoints": [{"kind": "activeDirectory", "name": "ad",
        "url": "ldaps://127.0.0.1:1", "account": "x@example.test"}]})");
    writeFile(at(u"broken.json"_s), "{");
}

tst_Cli::Ran tst_Cli::run(const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_DATA_HOME"_s, at(u"data"_s));
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"disabled:"_s); // no keychain
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(LIKENESS_CLI), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(50'000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

tst_Cli::Ran tst_Cli::inOrganisation(const QStringList &arguments) const
{
    return run(arguments
        + QStringList {u"--organisation"_s, at(u"organisation.json"_s), u"--ledger"_s, at(u"ledger.sqlite"_s),
            u"--json"_s});
}

QByteArray tst_Cli::bytesOf(const QString &name) const
{
    QFile file(at(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void tst_Cli::rendersNineSizes()
{
    const Ran ran = run({u"render"_s, at(u"quarters.png"_s), u"--out"_s, at(u"nine"_s), u"--json"_s});
    QCOMPARE(ran.exitCode, 0);
    const QJsonArray renditions = ran.json()["renditions"_L1].toArray();
    QCOMPARE(renditions.size(), 9);
    const QList<int> edges {48, 64, 96, 120, 240, 360, 432, 504, 648};
    for (int i = 0; i < edges.size(); ++i) {
        const QJsonObject rendition = renditions[i].toObject();
        QCOMPARE(rendition["edge"_L1].toInt(), edges[i]);
        const QByteArray bytes = bytesOf(u"nine/%1.jpg"_s.arg(edges[i]));
        QCOMPARE(rendition["bytes"_L1].toInteger(), bytes.size());
        QCOMPARE(QImage::fromData(bytes).size(), QSize(edges[i], edges[i]));
    }
    QCOMPARE(cornersOf(at(u"nine/648.jpg"_s)), u"rgbw"_s);
    QCOMPARE(ran.json()["crop"_L1].toObject(), (QJsonObject {{u"x"_s, 200}, {u"y"_s, 0}, {u"edge"_s, 800}}));
}

void tst_Cli::followsEveryRecipeOption_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("corners");
    QTest::newRow("turned right") << QStringList {u"--rotate"_s, u"90"_s} << u"brwg"_s;
    QTest::newRow("turned left") << QStringList {u"--rotate"_s, u"-90"_s} << u"gwrb"_s;
    QTest::newRow("upside down") << QStringList {u"--rotate"_s, u"180"_s} << u"wbgr"_s;
    QTest::newRow("mirrored") << QStringList {u"--mirror"_s} << u"grwb"_s;
    QTest::newRow("straightened") << QStringList {u"--straighten"_s, u"-2.5"_s} << u"rgbw"_s;
    QTest::newRow("cropped") << QStringList {u"--crop"_s, u"0,0,400"_s} << u"rrrr"_s;
    QTest::newRow("mirrored, then cropped")
        << QStringList {u"--mirror"_s, u"--crop"_s, u"0,0,400"_s} << u"gggg"_s;
}

void tst_Cli::followsEveryRecipeOption()
{
    QFETCH(const QStringList, options);
    QTemporaryDir out;
    const Ran ran = run(QStringList {u"render"_s, at(u"quarters.png"_s), u"--out"_s, out.path()} + options);
    QCOMPARE(ran.exitCode, 0);
    QTEST(cornersOf(out.filePath(u"648.jpg"_s)), "corners");
}

void tst_Cli::keepsToABudget()
{
    const Ran ran = run({u"render"_s, at(u"quarters.png"_s), u"--out"_s, at(u"budget"_s), u"--budget"_s,
        u"648=9000"_s, u"--budget"_s, u"96=2000"_s});
    QCOMPARE(ran.exitCode, 0);
    QVERIFY(bytesOf(u"budget/648.jpg"_s).size() <= 9000);
    QVERIFY(bytesOf(u"budget/96.jpg"_s).size() <= 2000);
}

void tst_Cli::exitsAsDocumented_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    const QString picture = at(u"quarters.png"_s);
    const QString out = at(u"unused"_s);
    const QStringList organisation {
        u"--organisation"_s, at(u"organisation.json"_s), u"--ledger"_s, at(u"codes.sqlite"_s)};
    const auto row = [](const char *name, const QStringList &arguments, int code) {
        QTest::newRow(name) << arguments << code;
    };
    row("nothing", {}, 2);
    row("no such command", {u"paint"_s}, 2);
    row("no such option", {u"render"_s, picture, u"--out"_s, out, u"--sharpen"_s}, 2);
    row("no picture named", {u"render"_s, u"--out"_s, out}, 2);
    row("no folder named", {u"render"_s, picture}, 2);
    row("no such file", {u"render"_s, at(u"nowhere.jpg"_s), u"--out"_s, out}, 2);
    row("not a picture", {u"render"_s, at(u"no-picture.jpg"_s), u"--out"_s, out}, 3);
    row("nothing fits", {u"render"_s, picture, u"--out"_s, out, u"--budget"_s, u"648=500"_s}, 3);
    row("bad crop", {u"render"_s, picture, u"--out"_s, out, u"--crop"_s, u"1,2"_s}, 2);
    row("crop outside", {u"render"_s, picture, u"--out"_s, out, u"--crop"_s, u"900,0,400"_s}, 2);
    row("bad angle", {u"render"_s, picture, u"--out"_s, out, u"--straighten"_s, u"16"_s}, 2);
    row("bad turn", {u"render"_s, picture, u"--out"_s, out, u"--rotate"_s, u"45"_s}, 2);
    row("bad budget", {u"render"_s, picture, u"--out"_s, out, u"--budget"_s, u"97=1"_s}, 2);
    row("no organisation", {u"show"_s, u"ada.reyes"_s}, 2);
    row("broken organisation", {u"show"_s, u"ada.reyes"_s, u"--organisation"_s, at(u"broken.json"_s)}, 2);
    row("no such person", QStringList {u"show"_s, u"nobody"_s} + organisation, 4);
    row("no such store", QStringList {u"show"_s, u"ada.reyes"_s, u"--store"_s, u"moon"_s} + organisation, 2);
    row("nothing to take back", QStringList {u"restore"_s, u"adam.west"_s} + organisation, 4);
    row("bad picture to upload",
        QStringList {
            u"upload"_s, u"ada.reyes"_s, at(u"no-picture.jpg"_s), u"--store"_s, u"folder"_s, u"--yes"_s}
            + organisation,
        3);
    row("no state of the sandbox", {u"sandbox"_s, u"--state"_s, at(u"nowhere.json"_s)}, 2);
    row("no store to upload to",
        QStringList {u"upload"_s, u"ada.reyes"_s, picture, u"--yes"_s} + organisation, 2);
}

void tst_Cli::exitsAsDocumented()
{
    QFETCH(const QStringList, arguments);
    const Ran ran = run(arguments);
    QTEST(ran.exitCode, "exitCode");
    QCOMPARE(ran.out, QByteArray());
    QVERIFY(!ran.err.isEmpty());
}

void tst_Cli::tellsProgramsOnStandardOutputOnly()
{
    const Ran ran = run({u"render"_s, at(u"no-picture.jpg"_s), u"--out"_s, at(u"unused"_s), u"--json"_s});
    QCOMPARE(ran.exitCode, 3);
    QCOMPARE(ran.err, QByteArray());
    const QJsonObject error = ran.json()["error"_L1].toObject();
    QCOMPARE(error["code"_L1].toString(), u"not-a-picture"_s);
    QVERIFY(!error["title"_L1].toString().isEmpty());
    QCOMPARE(run({u"--json"_s, u"paint"_s}).json()["error"_L1]["code"_L1].toString(), u"usage"_s);
}

void tst_Cli::showsHelpAndVersion()
{
    QVERIFY(run({u"--version"_s}).out.startsWith("likeness-cli "));
    const Ran help = run({u"--help"_s});
    QCOMPARE(help.exitCode, 0);
    for (const char *name :
        {"render", "people", "show", "status", "upload", "restore", "history", "sandbox"}) {
        const QByteArray command(name);
        QVERIFY2(help.out.contains(QByteArray("\n  " + command)), name);
        const Ran own = run({QString::fromLatin1(command), u"--help"_s});
        QCOMPARE(own.exitCode, 0);
        QVERIFY(own.out.startsWith(QByteArray("Usage: likeness-cli [options] " + command)));
    }
}

void tst_Cli::findsPeople()
{
    const Ran ran = inOrganisation({u"people"_s, u"ada"_s});
    QCOMPARE(ran.exitCode, 0);
    const QJsonArray people = ran.json()["people"_L1].toArray();
    QCOMPARE(people.size(), 2);
    QCOMPARE(people[0]["key"_L1].toString(), u"ada.reyes"_s);
    QCOMPARE(people[0]["mail"_L1].toString(), u"ada@example.test"_s);
    QCOMPARE(inOrganisation({u"people"_s, u"zzz"_s}).json()["people"_L1].toArray().size(), 0);
}

void tst_Cli::uploadsShowsAndRestores()
{
    const QStringList both {u"--store"_s, u"folder"_s, u"--store"_s, u"small"_s, u"--yes"_s};
    const Ran first = inOrganisation(QStringList {u"upload"_s, u"ada.reyes"_s, at(u"quarters.png"_s)} + both);
    QCOMPARE(first.exitCode, 0);
    const QJsonArray stores = first.json()["stores"_L1].toArray();
    for (const QJsonValue store : stores)
        QCOMPARE(store["outcome"_L1].toString(), u"verified"_s);
    const QByteArray before = bytesOf(u"photos/ada.reyes.jpg"_s);
    QCOMPARE(QImage::fromData(before).width(), 648);
    QCOMPARE(QImage::fromData(bytesOf(u"photos-small/ada.reyes.jpg"_s)).width(), 96);
    QCOMPARE(
        inOrganisation(QStringList {u"upload"_s, u"ada.reyes"_s, at(u"other.png"_s)} + both).exitCode, 0);
    QVERIFY(bytesOf(u"photos/ada.reyes.jpg"_s) != before);

    const Ran shown = inOrganisation({u"show"_s, u"ada@example.test"_s, u"--out"_s, at(u"shown"_s)});
    QCOMPARE(shown.exitCode, 0);
    QCOMPARE(bytesOf(u"shown/folder.jpg"_s), bytesOf(u"photos/ada.reyes.jpg"_s));
    QCOMPARE(shown.json()["stores"_L1][0]["photo"_L1]["width"_L1].toInt(), 648);

    QCOMPARE(inOrganisation({u"restore"_s, u"ada.reyes"_s, u"--store"_s, u"folder"_s}).exitCode, 0);
    QCOMPARE(bytesOf(u"photos/ada.reyes.jpg"_s), before);
    const QJsonArray history = inOrganisation({u"history"_s, u"ada.reyes"_s}).json()["entries"_L1].toArray();
    QCOMPARE(history.size(), 5);
    QCOMPARE(history[0]["action"_L1].toString(), u"restore"_s);
    QCOMPARE(history[0]["store"_L1].toString(), u"folder"_s);
    QCOMPARE(history[4]["beforeSha256"_L1].toString(), QString());
}

void tst_Cli::doesNotWriteWithoutAYes()
{
    const Ran ran
        = inOrganisation({u"upload"_s, u"adam.west"_s, at(u"quarters.png"_s), u"--store"_s, u"folder"_s});
    QCOMPARE(ran.exitCode, 13);
    QCOMPARE(ran.json()["declined"_L1].toBool(), true);
    QVERIFY(!QFile::exists(at(u"photos/adam.west.jpg"_s)));
}

void tst_Cli::writesOnlyOverWhatIsExpected()
{
    const QStringList upload {u"upload"_s, u"adam.west"_s, at(u"quarters.png"_s), u"--store"_s, u"folder"_s,
        u"--yes"_s, u"--expect"_s};
    const Ran refused = inOrganisation(upload + QStringList {u"folder="_s + QString(64, u'a')});
    QCOMPARE(refused.exitCode, 7);
    QCOMPARE(refused.json()["error"_L1]["code"_L1].toString(), u"conflict"_s);
    QVERIFY(!QFile::exists(at(u"photos/adam.west.jpg"_s)));
    QCOMPARE(inOrganisation(upload + QStringList {u"folder=none"_s}).exitCode, 0);
    QVERIFY(QFile::exists(at(u"photos/adam.west.jpg"_s)));
    QCOMPARE(inOrganisation(upload + QStringList {u"folder=none"_s}).exitCode, 7);
}

void tst_Cli::leavesAStoreThatCannotBeReached()
{
    const QStringList organisation {
        u"--organisation"_s, at(u"unreachable.json"_s), u"--ledger"_s, at(u"partial.sqlite"_s), u"--json"_s};
    const Ran partial
        = run(QStringList {u"upload"_s, u"ada.reyes"_s, at(u"quarters.png"_s), u"--crop"_s, u"10,10,700"_s,
                  u"--store"_s, u"folder"_s, u"--store"_s, u"gone"_s, u"--yes"_s}
            + organisation);
    QCOMPARE(partial.exitCode, 10);
    QCOMPARE(partial.json()["stores"_L1].toArray().size(), 2);
    QCOMPARE(run(QStringList {u"show"_s, u"ada.reyes"_s} + organisation).exitCode, 10);
}

void tst_Cli::readsThePasswordFromStandardInputOnly()
{
    const QStringList show {u"show"_s, u"ada.reyes"_s, u"--organisation"_s, at(u"directory.json"_s)};
    QCOMPARE(run(show).exitCode, 9); // no keychain, no terminal
    QCOMPARE(run(show + QStringList {u"--password-stdin"_s}).exitCode, 9);
    QCOMPARE(
        run(show + QStringList {u"--password-stdin"_s}, "secret\n").exitCode, 8); // asked, and nobody there
}

void tst_Cli::stopsTheSandboxOnInterrupt()
{
    QProcess process;
    process.start(QStringLiteral(LIKENESS_CLI), {u"sandbox"_s, u"--directory"_s, at(u"sandbox"_s)});
    QVERIFY(process.waitForStarted());
    while (!process.canReadLine() && process.waitForReadyRead(150'000)) { }
    const QJsonObject line = QJsonDocument::fromJson(process.readLine()).object();
    QVERIFY(QFile::exists(line["organisationFile"_L1].toString()));
    QVERIFY(QDir(line["pictures"_L1].toString()).exists());
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
}

QTEST_GUILESS_MAIN(tst_Cli)
#include "tst_cli.moc"
