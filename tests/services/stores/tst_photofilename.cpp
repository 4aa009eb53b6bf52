// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/photo/photofilename.h"

#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

class tst_PhotoFileName : public QObject
{
    Q_OBJECT

private slots:
    void names_data();
    void names();
    void refused_data();
    void refused();
};

void tst_PhotoFileName::names_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *what, const QString &key, const QString &name) {
        QTest::newRow(what) << key << name;
    };
    row("account", u"ada.reyes"_s, u"ada.reyes.jpg"_s);
    row("mail", u"ada@x.test"_s, u"ada@x.test.jpg"_s);
    row("letters of other scripts", u"李小龙 Ångström"_s, u"李小龙 Ångström.jpg"_s);
    row("decomposed letters are composed", u"A\u030a"_s, u"\u00c5.jpg"_s);
    row("apostrophe", u"o'brien"_s, u"o'brien.jpg"_s);
    row("parent folder", u".."_s, u"%2E%2E.jpg"_s);
    row("traversal", u"../../etc/passwd"_s, u"%2E.%2F..%2Fetc%2Fpasswd.jpg"_s);
    row("absolute", u"/etc/passwd"_s, u"%2Fetc%2Fpasswd.jpg"_s);
    row("down-level name", u"LAB\\ada"_s, u"LAB%5Cada.jpg"_s);
    row("hidden", u".ada"_s, u"%2Eada.jpg"_s);
    row("trailing dot and blank", u"ada. "_s, u"ada.%20.jpg"_s);
    row("device of Windows", u"con"_s, u"%63on.jpg"_s);
    row("device with extension", u"Com1.x"_s, u"%43om1.x.jpg"_s);
    row("no device", u"com10"_s, u"com10.jpg"_s);
    row("percent, so that nothing collides", u"%2E"_s, u"%252E.jpg"_s);
    row("line end and null", u"a\nb"_s + QChar(0), u"a%0Ab%00.jpg"_s);
    row("wild cards", u"a*?b"_s, u"a%2A%3Fb.jpg"_s);
    row("looks like a sidecar", u"ada.json"_s, u"ada.json.jpg"_s);
}

void tst_PhotoFileName::names()
{
    QFETCH(const QString, key);
    QFETCH(const QString, name);
    QCOMPARE(photoFileName(key).value_or(u"refused"_s), name);
}

void tst_PhotoFileName::refused_data()
{
    QTest::addColumn<QString>("key");
    QTest::newRow("empty") << QString();
    QTest::newRow("too long") << QString(300, u'a');
    QTest::newRow("too long in bytes") << QString(100, u'李');
    QTest::newRow("half a surrogate") << QString(QChar(0xd83d));
}

void tst_PhotoFileName::refused()
{
    QFETCH(const QString, key);
    QVERIFY(!photoFileName(key));
}

QTEST_GUILESS_MAIN(tst_PhotoFileName)
#include "tst_photofilename.moc"
