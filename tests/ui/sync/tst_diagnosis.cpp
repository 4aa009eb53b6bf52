// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/support/fakeboard.h"
#include "ui/common/findingwords.h"
#include "ui/sync/diagnosis.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>

using namespace likeness;

class TestDiagnosis final : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void tellsEverything();
    void isSelfContained();
    void holdsForeignTextBack();
    void photosThatAreNoneAreLeftOut();
    void nobodyHasOne();
    void writesADocument();
    void saysWhenItCannotWrite();
};

void TestDiagnosis::tellsEverything()
{
    const BoardContent content = fakeBoard();
    QTextDocument read;
    read.setHtml(diagnosisHtml(content, {{content.now, QStringLiteral("SharePoint still 3 March")}}));
    const QString text = read.toPlainText();
    QVERIFY(text.contains(QStringLiteral("Photos of Ada Reyes")));
    QVERIFY(text.contains(QStringLiteral("SharePoint still 3 March")));
    for (const Finding &finding : content.board.findings) {
        const FindingWords words = wordsFor(finding, content.board, content.person, content.now);
        QVERIFY2(text.contains(titleOf(finding.node)), qPrintable(titleOf(finding.node)));
        QVERIFY2(text.contains(words.cause), qPrintable(words.cause));
        for (const QString &line : finding.evidence)
            QVERIFY2(text.contains(line), qPrintable(line));
    }
    QVERIFY(text.contains(QStringLiteral("Set-ADUser")));
    QVERIFY(text.contains(QStringLiteral("Sources disagree")));
    QVERIFY(text.contains(QStringLiteral("derived by rule, not seen")));
    // what matters most comes first
    QVERIFY(text.indexOf(QStringLiteral("21,384 B")) < text.indexOf(QStringLiteral("Active Directory")));
}

void TestDiagnosis::isSelfContained()
{
    const QString page = diagnosisHtml(fakeBoard());
    QCOMPARE(page.count(QStringLiteral("<img ")), 12); // eleven workloads and the reference
    QCOMPARE(page.count(QStringLiteral("src=\"data:image/jpeg;base64,")), 12);
    QVERIFY(!page.contains(QStringLiteral("http:")) && !page.contains(QStringLiteral("https:")));
    QVERIFY(!page.contains(QStringLiteral("<script")));
}

void TestDiagnosis::holdsForeignTextBack()
{
    BoardContent content = fakeBoard();
    content.person.displayName = QStringLiteral("Ada <script>alert(1)</script> & \"co\"");
    content.person.keys.key = QStringLiteral("../../etc/passwd");
    content.board.findings[0].evidence << QStringLiteral("<img src=\"https://elsewhere.example/\">");
    const QString page = diagnosisHtml(content);
    QVERIFY(!page.contains(QStringLiteral("<script")));
    QVERIFY(!page.contains(QStringLiteral("<img src=\"http")));
    QVERIFY(page.contains(QStringLiteral("Ada &lt;script&gt;")));
    QCOMPARE(diagnosisFileName(content), QStringLiteral("sync-.._.._etc_passwd-2026-11-21"));
}

void TestDiagnosis::photosThatAreNoneAreLeftOut()
{
    BoardContent content = smallBoard();
    content.board.findings[0].shows->photo = EncodedPhoto::of("<svg onload=\"alert(1)\"/>", {});
    const QString page = diagnosisHtml(content);
    QVERIFY(!page.contains(QString::fromLatin1(QByteArray("<svg onload").toBase64().left(12))));
    QVERIFY(page.contains(QStringLiteral("no photo")));
}

void TestDiagnosis::nobodyHasOne()
{
    const QString page = diagnosisHtml(photolessBoard());
    QVERIFY(page.contains(QStringLiteral("No workload has a photo that could be seen.")));
    QVERIFY(!page.contains(QStringLiteral("<img ")));
}

void TestDiagnosis::writesADocument()
{
    QTemporaryDir folder;
    QElapsedTimer took;
    const BoardContent content = crowdedBoard();
    took.start();
    QVERIFY(writeDiagnosisPdf(folder.filePath(QStringLiteral("a.pdf")), content));
    QVERIFY(writeDiagnosisHtml(folder.filePath(QStringLiteral("a.html")), content));
    qInfo("both in %lld ms", static_cast<long long>(took.elapsed()));
    QFile document(folder.filePath(QStringLiteral("a.pdf")));
    QVERIFY(document.open(QIODevice::ReadOnly));
    const QByteArray bytes = document.readAll();
    QVERIFY(bytes.startsWith("%PDF-"));
    QVERIFY(bytes.contains("/Subtype /Image")); // the photos came along
    QFile page(folder.filePath(QStringLiteral("a.html")));
    QVERIFY(page.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(page.readAll()), diagnosisHtml(content));
}

void TestDiagnosis::saysWhenItCannotWrite()
{
    const QString nowhere = QStringLiteral("/nonexistent/folder/a");
    for (const Result<Done> &written :
        {writeDiagnosisPdf(nowhere, smallBoard()), writeDiagnosisHtml(nowhere, smallBoard())}) {
        QVERIFY(!written);
        QCOMPARE(written.error().code, Errc::Local);
        QVERIFY(!written.error().detail.isEmpty());
    }
}

QTEST_MAIN(TestDiagnosis)
#include "tst_diagnosis.moc"
