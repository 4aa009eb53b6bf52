// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/upload/handoverscript.h"

#include <QRegularExpression>
#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

class tst_HandoverScript final : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void photoNames_data();
    void photoNames();
    void exchange_data();
    void exchange();
    void graph();
    void directory();
    void headsAndNames();
};

void tst_HandoverScript::photoNames_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << u"amy.alberts"_s << u"0007-amy.alberts-96.jpg"_s;
    QTest::newRow("option") << u"-rf"_s << u"0007--rf-96.jpg"_s;
    QTest::newRow("command") << u"$(rm -r ~);`x`"_s << u"0007-__rm_-r_____x_-96.jpg"_s;
    QTest::newRow("path") << u"../../etc/passwd"_s << u"0007-.._.._etc_passwd-96.jpg"_s;
    QTest::newRow("letters") << u"zoë"_s << u"0007-zo_-96.jpg"_s;
    QTest::newRow("long") << QString(300, u'x') << u"0007-"_s + QString(40, u'x') + u"-96.jpg"_s;
    QTest::newRow("none") << u""_s << u"0007--96.jpg"_s;
}

void tst_HandoverScript::photoNames()
{
    QFETCH(const QString, key);
    QTEST(handoverPhotoName(7, key, 96), "name");
}

void tst_HandoverScript::exchange_data()
{
    QTest::addColumn<QString>("mail");
    QTest::addColumn<QString>("upn");
    QTest::addColumn<QByteArray>("line"); // empty = none
    const auto set = [](const QByteArray &who) -> QByteArray {
        return "Set-UserPhoto -Identity " + who
            + " -PictureData ([System.IO.File]::ReadAllBytes((Join-Path $PWD.ProviderPath 'p.jpg')))"
              " -Confirm:$false\r\n";
    };
    QTest::newRow("mail") << u"amy@c.test"_s << u"a@c.test"_s << set("'amy@c.test'");
    QTest::newRow("upn") << u""_s << u"a@c.test"_s << set("'a@c.test'");
    QTest::newRow("quotes") << u"o'brien@c.test"_s << u""_s << set("'o''brien@c.test'");
    QTest::newRow("curly quotes") << u"x’; rm *"_s << u""_s << set("'x’’; rm *'");
    QTest::newRow("nobody") << u""_s << u""_s << QByteArray();
    QTest::newRow("a second line") << u"a@c.test\nRemove-Item *"_s << u""_s << QByteArray();
}

void tst_HandoverScript::exchange()
{
    QFETCH(const QString, mail);
    QFETCH(const QString, upn);
    const HandoverScript script({HandoverWay::Tool::Exchange}, u"mail"_s);
    const auto part = script.part({u"amy"_s, {}, upn, mail, {}}, u"p.jpg"_s, "bytes");
    QTEST(part.value_or(QByteArray()), "line");
}

void tst_HandoverScript::graph()
{
    const HandoverScript script({HandoverWay::Tool::Graph}, u"m365"_s);
    const auto part = script.part({u"amy"_s, {}, u"amy@c.test"_s, u"mail@c.test"_s, {}}, u"p.jpg"_s, "bytes");
    QCOMPARE(*part,
        "Set-MgUserPhotoContent -UserId 'amy@c.test' -InFile (Join-Path $PWD.ProviderPath 'p.jpg')\r\n");
}

void tst_HandoverScript::directory()
{
    const HandoverScript script(
        {HandoverWay::Tool::Directory, QUrl(u"ldaps://dc.c.test"_s), u"jpegPhoto"_s}, u"ad"_s);
    const auto part = script.part({u"a"_s, u"cn=a"_s, {}, {}, {}}, u"p.jpg"_s, QByteArray(60, 'x'));
    QCOMPARE(*part,
        "\ndn:: Y249YQ==\nchangetype: modify\nreplace: jpegPhoto\n"
        "jpegPhoto:: eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4\n"
        " eHh4eHh4eHh4eHh4\n-\n");
    QVERIFY(!script.part({u"a"_s, {}, {}, {}, {}}, u"p.jpg"_s, "x"));
    QVERIFY(!script.part({u"a"_s, u"cn=a\ndelete: x"_s, {}, {}, {}}, u"p.jpg"_s, "x"));
}

void tst_HandoverScript::headsAndNames()
{
    const HandoverWay ad {HandoverWay::Tool::Directory, QUrl(u"ldaps://dc.c.test"_s), u"thumbnailPhoto"_s};
    QCOMPARE(HandoverScript(ad, u"-ad"_s).fileName(), u"directory--ad.ldif"_s);
    QVERIFY(HandoverScript(ad, u"ad"_s).instruction().contains(u"ldapmodify -c -H 'ldaps://dc.c.test'"_s));
    QCOMPARE(HandoverScript({HandoverWay::Tool::Exchange}, u"ex"_s).fileName(), u"exchange-ex.ps1"_s);
    QCOMPARE(HandoverScript({HandoverWay::Tool::Graph}, u"m/365"_s).fileName(), u"microsoft365-m_365.ps1"_s);
    QVERIFY(HandoverScript({HandoverWay::Tool::Exchange}, u"ex"_s).head().startsWith("\xef\xbb\xbf"));
    QVERIFY(HandoverScript({HandoverWay::Tool::Exchange}, u"ex"_s).head().contains("$PSScriptRoot\r\n"));
}

QTEST_GUILESS_MAIN(tst_HandoverScript)
#include "tst_handoverscript.moc"
