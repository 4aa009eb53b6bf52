// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/people/csvpeople.h"

#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

class tst_CsvPeople : public QObject
{
    Q_OBJECT

private slots:
    void rows_data();
    void rows();
    void people();
    void badRowsAreReported();
    void notACsv_data();
    void notACsv();
    void beginning_data();
    void beginning();
};

void tst_CsvPeople::rows_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<QStringList>>("fields");
    const auto row = [](const char *name, const char *text, const QList<QStringList> &fields) {
        QTest::newRow(name) << QString::fromUtf8(text) << fields;
    };
    row("empty", "", {});
    row("plain", "a,b\nc,d\n", {{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}});
    row("no line end at the end", "a,b\r\nc,d", {{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}});
    row("blank lines", "a\n\n\nb\n", {{u"a"_s}, {u"b"_s}});
    row("empty fields", ",\n,,", {{u""_s, u""_s}, {u""_s, u""_s, u""_s}});
    row("comma in quotes", "\"Smith, Jr.\",x\n", {{u"Smith, Jr."_s, u"x"_s}});
    row("doubled quotes", "\"say \"\"hi\"\"\"\n", {{u"say \"hi\""_s}});
    row("line end in quotes", "\"two\r\nlines\",x\n", {{u"two\r\nlines"_s, u"x"_s}});
    row("blanks are kept", " a , b\n", {{u" a "_s, u" b"_s}});
    row("quote inside a plain field", "5\" disk,x\n", {{u"5\" disk"_s, u"x"_s}});
    row("semicolons, as spreadsheets of half of Europe write", "a;b\nc,c;d\n",
        {{u"a"_s, u"b"_s}, {u"c,c"_s, u"d"_s}});
}

void tst_CsvPeople::rows()
{
    QFETCH(const QString, text);
    QFETCH(const QList<QStringList>, fields);
    QList<QStringList> read;
    for (const CsvRow &row : csvRows(text)) {
        QVERIFY(!row.broken);
        read.append(row.fields);
    }
    QCOMPARE(read, fields);
}

void tst_CsvPeople::people()
{
    const Result<CsvPeople> read
        = readCsvPeople("\xEF\xBB\xBF"
                        "Mail,KEY,displayName,givenName,surname,EmployeeID,objectGuid\r\n"
                        "zoe@x.test,zoe,Zoë Ångström,Zoë,Ångström,0042,{AB-CD}\r\n"
                        ",jsmith,\"Smith, Jr.\",John,\"Smith, Jr.\",,\r\n"
                        ",li,,小龙,李,,\r\n");
    QVERIFY(read);
    QVERIFY(read->complaints.isEmpty());
    QCOMPARE(read->people.size(), 3);
    QCOMPARE(read->people[0].displayName, QStringLiteral("Zoë Ångström"));
    QCOMPARE(read->people[0].keys,
        (PersonKeys {QStringLiteral("zoe"), {}, {}, QStringLiteral("zoe@x.test"), QStringLiteral("ab-cd")}));
    QCOMPARE(read->people[0].employeeId, QStringLiteral("0042"));
    QCOMPARE(read->people[1].surname, QStringLiteral("Smith, Jr."));
    QCOMPARE(read->people[2].displayName, QStringLiteral("小龙 李"));
}

void tst_CsvPeople::badRowsAreReported()
{
    const Result<CsvPeople> read = readCsvPeople("key,title\n" // line 1
                                                 "ada,Controller\n"
                                                 "bo\n" // 3: too few
                                                 "cy,\"two\nlines\"\n" // 4 and 5
                                                 ",nobody\n" // 6
                                                 "ADA,again\n" // 7
                                                 "di,\"x\"y\n" // 8
                                                 "ed,fine\n"
                                                 "flo,\"never closed\n");
    QVERIFY(read);
    QStringList keys;
    for (const Person &person : read->people)
        keys.append(person.keys.key);
    QCOMPARE(keys, (QStringList {QStringLiteral("ada"), QStringLiteral("cy"), QStringLiteral("ed")}));
    using What = CsvComplaint::What;
    QCOMPARE(read->complaints,
        (QList<CsvComplaint> {{3, What::FieldCount}, {6, What::NoKey}, {7, What::DuplicateKey},
            {8, What::BrokenQuotes}, {10, What::BrokenQuotes}}));
}

void tst_CsvPeople::notACsv_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no key column") << QByteArray("name,title\nAda,Controller\n");
    QTest::newRow("Latin-1") << QByteArray("key\nzo\xEB\n");
    QTest::newRow("a picture") << QByteArray("\xFF\xD8\xFF\xE0\x00\x10JFIF", 10);
}

void tst_CsvPeople::notACsv()
{
    QFETCH(const QByteArray, file);
    const Result<CsvPeople> read = readCsvPeople(file);
    QVERIFY(!read);
    QCOMPARE(read.error().code, Errc::BadInput);
}

void tst_CsvPeople::beginning_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("fits");
    QTest::newRow("nothing") << QString() << true;
    QTest::newRow("given name") << QStringLiteral("zo") << true;
    QTest::newRow("surname") << QStringLiteral("ång") << true;
    QTest::newRow("key") << QStringLiteral("z.a") << true;
    QTest::newRow("mail") << QStringLiteral("Mail@") << true;
    QTest::newRow("upn") << QStringLiteral("upn@") << true;
    QTest::newRow("first last") << QStringLiteral("zoë å") << true;
    QTest::newRow("last first") << QStringLiteral(" ångström  zo") << true;
    QTest::newRow("inside a word") << QStringLiteral("ström") << false;
    QTest::newRow("other person") << QStringLiteral("zoë b") << false;
}

void tst_CsvPeople::beginning()
{
    QFETCH(const QString, words);
    const Person zoe {
        {QStringLiteral("z.angstrom"), {}, QStringLiteral("upn@x.test"), QStringLiteral("mail@x.test"), {}},
        QStringLiteral("Dr. Zoë Ångström"), QStringLiteral("Zoë"), QStringLiteral("Ångström"), {}, {}};
    QTEST(beginsWith(zoe, words), "fits");
}

QTEST_GUILESS_MAIN(tst_CsvPeople)
#include "tst_csvpeople.moc"
