// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/people/csvpeople.h"
#include "models/people/folding.h"

#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

class tst_Folding : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void folds_data();
    void folds();
    void searchesFindPeopleWithoutTheirAccents();
};

void tst_Folding::folds_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("plain");
    QTest::newRow("accent") << u"José"_s << u"jose"_s;
    QTest::newRow("accent as a letter of its own") << u"Jose\u0301"_s << u"jose"_s;
    QTest::newRow("ring and umlaut") << u"Ångström"_s << u"angstrom"_s;
    QTest::newRow("sharp s") << u"Weiß"_s << u"weiss"_s;
    QTest::newRow("large sharp s") << u"WEIẞ"_s << u"weiss"_s;
    QTest::newRow("stroke") << u"Łukasz Søren Đoka"_s << u"lukasz soren doka"_s;
    QTest::newRow("joined letters") << u"Æsa Œuvre ﬁ"_s << u"aesa oeuvre fi"_s;
    QTest::newRow("curly quote") << u"O’Brien"_s << u"o'brien"_s;
    QTest::newRow("blanks") << u"  Ann\u00a0 Lee "_s << u"ann lee"_s;
    QTest::newRow("Greek") << u"Ελένη"_s << u"ελενη"_s;
    QTest::newRow("Chinese stays") << u"李小龙"_s << u"李小龙"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void tst_Folding::folds()
{
    QFETCH(const QString, name);
    QTEST(folded(name), "plain");
}

void tst_Folding::searchesFindPeopleWithoutTheirAccents()
{
    Person zoe;
    zoe.keys.key = u"zoe.angstrom"_s;
    zoe.displayName = u"Zoë Ångström"_s;
    zoe.givenName = u"Zoë"_s;
    zoe.surname = u"Ångström"_s;
    QVERIFY(beginsWith(zoe, u"zoe ang"_s));
    QVERIFY(beginsWith(zoe, u"ANGSTROM Zo"_s));
    QVERIFY(beginsWith(zoe, u"Zoë"_s));
    QVERIFY(!beginsWith(zoe, u"zoe o"_s));
}

QTEST_GUILESS_MAIN(tst_Folding)
#include "tst_folding.moc"
