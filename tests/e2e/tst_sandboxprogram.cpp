// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// `likeness-cli sandbox` as a program, looked at by `likeness-cli show`.
class tst_SandboxProgram : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void beginsAsTheStateSays();
    void refusesAStateItDoesNotUnderstand();

private:
    void writeState(const QByteArray &json);
    QString at(const QString &name) const { return m_place.filePath(name); }

    QTemporaryDir m_place;
};

void tst_SandboxProgram::writeState(const QByteArray &json)
{
    QFile file(at(u"state.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(json), json.size());
}

void tst_SandboxProgram::beginsAsTheStateSays()
{
    QImage red(700, 700, QImage::Format_RGB32);
    red.fill(Qt::red);
    QVERIFY(red.save(at(u"red.png"_s)));
    writeState(R"({"people": {"bo.lind": {
        "mailbox": "none", "cloud": "red.png", "sharePoint": "none", "directory": "none"}}})");
    QProcess sandbox;
    sandbox.start(QStringLiteral(LIKENESS_CLI), {u"sandbox"_s, u"--state"_s, at(u"state.json"_s)});
    QVERIFY(sandbox.waitForStarted());
    while (!sandbox.canReadLine() && sandbox.waitForReadyRead(150'000)) { }
    const QJsonObject line = QJsonDocument::fromJson(sandbox.readLine()).object();
    QVERIFY2(!line.isEmpty(), sandbox.readAllStandardError().constData());

    QProcess show;
    show.start(QStringLiteral(LIKENESS_CLI),
        {u"show"_s, u"bo.lind"_s, u"--json"_s, u"--password-stdin"_s, u"--out"_s, at(u"shown"_s),
            u"--organisation"_s, line["organisationFile"_L1].toString(), u"--ledger"_s,
            at(u"ledger.sqlite"_s)});
    show.write(line["password"_L1].toString().toUtf8() + '\n'
        + line["refreshTokens"_L1][0].toString().toUtf8() + '\n');
    show.closeWriteChannel();
    QVERIFY(show.waitForFinished(60'000));
    const QByteArray printed = show.readAllStandardOutput();
    QCOMPARE(show.exitCode(), 0);
    QStringList with;
    for (const QJsonValue store : QJsonDocument::fromJson(printed)["stores"_L1].toArray()) {
        if (!store["photo"_L1].isNull())
            with += store["store"_L1].toString();
    }
    QVERIFY2(with.contains(u"m365"_s), printed.constData());
    for (const auto &without : {u"exchange"_s, u"sharepoint"_s, u"ad"_s})
        QVERIFY2(!with.contains(without), qPrintable(without));
    const QColor middle = QImage(at(u"shown/m365.jpg"_s)).pixelColor(300, 300);
    QVERIFY(middle.red() > 240 && middle.green() < 20 && middle.blue() < 20);
    sandbox.terminate();
    QVERIFY(sandbox.waitForFinished());
}

void tst_SandboxProgram::refusesAStateItDoesNotUnderstand()
{
    writeState(R"({"people": {"bo.lind": {"fridge": "today"}}})");
    QProcess sandbox;
    sandbox.start(
        QStringLiteral(LIKENESS_CLI), {u"sandbox"_s, u"--state"_s, at(u"state.json"_s), u"--json"_s});
    QVERIFY(sandbox.waitForFinished(150'000));
    QCOMPARE(sandbox.exitCode(), 2);
    const QJsonObject error = QJsonDocument::fromJson(sandbox.readAllStandardOutput())["error"_L1].toObject();
    QVERIFY2(error["detail"_L1].toString().contains(u"fridge"_s), qPrintable(error["detail"_L1].toString()));
}

QTEST_GUILESS_MAIN(tst_SandboxProgram)
#include "tst_sandboxprogram.moc"
