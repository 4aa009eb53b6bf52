// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/import/namepattern.h"

#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;
using What = PatternComplaint::What;

Q_DECLARE_METATYPE(What)

class tst_NamePattern : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void reads_data();
    void reads();
    void complains_data();
    void complains();
    void usualReadsEverything();
    void manyBlanksEnd();
};

namespace {

/// "sAMAccountName=jsmith", pieces with a comma, readings with a semicolon.
QString readingWords(const QList<NameReading> &readings)
{
    static const QMap<NamePart, QString> names {{NamePart::AccountName, u"account"_s},
        {NamePart::Mail, u"mail"_s}, {NamePart::Upn, u"upn"_s}, {NamePart::GivenName, u"given"_s},
        {NamePart::Surname, u"sn"_s}, {NamePart::DisplayName, u"display"_s}, {NamePart::EmployeeId, u"id"_s}};
    QStringList all;
    for (const NameReading &reading : readings) {
        QStringList pieces;
        for (const auto &[part, text] : reading.pieces)
            pieces += names[part] + u'=' + text;
        all += pieces.join(u',');
    }
    return all.join(u';');
}

} // namespace

void tst_NamePattern::reads_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("stem");
    QTest::addColumn<QString>("readings");
    const auto row = [](const char *name, const QString &pattern, const QString &stem,
                         const QString &readings) { QTest::newRow(name) << pattern << stem << readings; };
    row("account", u"{sAMAccountName}"_s, u"jsmith"_s, u"account=jsmith"_s);
    row("placeholders in any case", u"{SAMACCOUNTNAME}"_s, u"jsmith"_s, u"account=jsmith"_s);
    row("suffix in the pattern", u"{uid}.jpg"_s, u"j.smith"_s, u"account=j.smith"_s);
    row("mail", u"{mail}"_s, u"amy@contoso.com"_s, u"mail=amy@contoso.com"_s);
    row("no mail", u"{mail}"_s, u"amy"_s, u""_s);
    row("an account has no at sign", u"{sAMAccountName}"_s, u"amy@contoso.com"_s, u""_s);
    row("two names", u"{givenName} {sn}"_s, u"Amy Alberts"_s, u"given=Amy,sn=Alberts"_s);
    row("both ways to part three names", u"{givenName} {sn}"_s, u"Mary Ann Lee"_s,
        u"given=Mary,sn=Ann Lee;given=Mary Ann,sn=Lee"_s);
    row("blanks are one", u"{givenName} {sn}"_s, u" Amy   Alberts "_s, u"given=Amy,sn=Alberts"_s);
    row("comma", u"{sn}, {givenName}"_s, u"Alberts, Amy"_s, u"sn=Alberts,given=Amy"_s);
    row("one name only", u"{givenName} {sn}"_s, u"Amy"_s, u""_s);
    row("number and rest", u"{employeeId}_{*}"_s, u"00123_portrait_2024"_s, u"id=00123;id=00123_portrait"_s);
    row("words around", u"Foto {employeeId}"_s, u"FOTO 7"_s, u"id=7"_s);
    row("words with accents", u"Société {employeeId}"_s, u"societe 7"_s, u"id=7"_s);
    row("other words", u"Foto {employeeId}"_s, u"Bild 7"_s, u""_s);
    row("alternatives in their order", u"{mail}|{employeeId}"_s, u"123"_s, u"id=123"_s);
    row("alternatives that both fit", u"{employeeId}|{sAMAccountName}"_s, u"123"_s, u"id=123;account=123"_s);
    row("letters as they came", u"{displayName}"_s, u"Zoe\u0308 Ångström"_s, u"display=Zoë Ångström"_s);
    row("nothing", u"{displayName}"_s, u""_s, u""_s);
}

void tst_NamePattern::reads()
{
    QFETCH(const QString, pattern);
    QFETCH(const QString, stem);
    const ParsedPattern parsed = NamePattern::parsed(pattern);
    QVERIFY(parsed.pattern && !parsed.complaint);
    QTEST(readingWords(parsed.pattern->readings(stem)), "readings");
}

void tst_NamePattern::complains_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<What>("what");
    QTest::addColumn<qsizetype>("at");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &pattern, What what, qsizetype at,
                         const QString &text) { QTest::newRow(name) << pattern << what << at << text; };
    row("nothing", {}, What::Empty, 0, {});
    row("blanks", u"  "_s, What::Empty, 0, {});
    row("empty alternative", u"{mail}|"_s, What::Empty, 7, {});
    row("open", u"{mail"_s, What::Unclosed, 0, {});
    row("open before the bar", u"{mail|{upn}"_s, What::Unclosed, 0, {});
    row("closed only", u"mail}"_s, What::Unclosed, 4, {});
    row("no such", u"{mail}|x{phone}"_s, What::Unknown, 8, u"phone"_s);
    row("no placeholder", u"photo"_s, What::NothingNamed, 0, {});
    row("names nobody", u"{*}-photo"_s, What::NothingNamed, 0, {});
    row("side by side", u"{givenName}{sn}"_s, What::Adjacent, 11, u"sn"_s);
    row("twice", u"{sn} {surname}"_s, What::Twice, 0, {});
}

void tst_NamePattern::complains()
{
    QFETCH(const QString, pattern);
    QFETCH(const What, what);
    QFETCH(const qsizetype, at);
    QFETCH(const QString, text);
    const ParsedPattern parsed = NamePattern::parsed(pattern);
    QVERIFY(!parsed.pattern && parsed.complaint);
    QCOMPARE(parsed.complaint->what, what);
    QCOMPARE(parsed.complaint->at, at);
    QCOMPARE(parsed.complaint->text, text);
}

void tst_NamePattern::usualReadsEverything()
{
    const ParsedPattern usual = NamePattern::parsed(NamePattern::usual());
    QVERIFY(usual.pattern);
    QCOMPARE(
        readingWords(usual.pattern->readings(u"jsmith"_s)), u"account=jsmith;id=jsmith;display=jsmith"_s);
    QCOMPARE(readingWords(usual.pattern->readings(u"amy@x.org"_s)), u"mail=amy@x.org;upn=amy@x.org"_s);
    QCOMPARE(readingWords(usual.pattern->readings(u"Amy Lee"_s)), u"given=Amy,sn=Lee;display=Amy Lee"_s);
}

void tst_NamePattern::manyBlanksEnd()
{
    const ParsedPattern parsed = NamePattern::parsed(u"{givenName} {displayName} {sn} {*}"_s);
    QVERIFY(parsed.pattern);
    QCOMPARE(parsed.pattern->readings(QString(u"a "_s).repeated(60)).size(), 32);
}

QTEST_GUILESS_MAIN(tst_NamePattern)
#include "tst_namepattern.moc"
