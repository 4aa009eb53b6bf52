// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/people/mergepeople.h"

#include <QRegularExpression>
#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

/// A person as a line of text: `AD amy upn=amy@corp.local mail=amy@c.example id=1 dn=CN=Amy sam=amy
/// also=a@c.example name=Amy`; ids are the last digits of a GUID.
class tst_MergePeople : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void merges_data();
    void merges();
    void leavesOutWhomAnEarlierPageHas_data();
    void leavesOutWhomAnEarlierPageHas();
    void gainsWhatIsMissing();
    void guids();
    void immutableIds_data();
    void immutableIds();
    void proxyAddresses();
    void names_data();
    void names();
};

namespace {

QString idOf(const QString &digits)
{
    return u"00000000-0000-0000-0000-%1"_s.arg(digits, 12, u'0');
}

Person personOf(const QString &line)
{
    Person person;
    const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
    person.source = words.at(0);
    person.keys.key = words.at(1);
    for (const QString &word : words.mid(2)) {
        const QString value = word.section(u'=', 1);
        const QString field = word.section(u'=', 0, 0);
        if (field == "upn"_L1)
            person.keys.upn = value;
        else if (field == "mail"_L1)
            person.keys.mail = value;
        else if (field == "id"_L1)
            person.traces.anchors.append(idOf(value));
        else if (field == "dn"_L1)
            person.traces.dn = value;
        else if (field == "sam"_L1)
            person.traces.account = value;
        else if (field == "also"_L1)
            person.traces.addresses.append(value);
        else if (field == "name"_L1)
            person.displayName = value;
        else
            qFatal("what is %s?", qPrintable(word));
    }
    return person;
}

QList<PeopleAnswer> answersOf(const QStringList &lines)
{
    QList<PeopleAnswer> answers;
    for (const QString &line : lines) {
        const Person person = personOf(line);
        if (answers.isEmpty() || answers.constLast().source != person.source)
            answers.append({person.source, {}});
        answers.last().people.append(person);
    }
    return answers;
}

/// `AD amy +Graph` or `Graph amy@c.example ?otherAccount amy@c.example AD`.
QString rowText(const Person &row)
{
    static const QStringList whys {u"otherAccount"_s, u"severalFit"_s, u"sameDirectory"_s};
    QStringList words {row.source, row.keys.key};
    for (const QString &source : row.alsoIn)
        words.append(u'+' + source);
    for (const PersonDoubt &doubt : row.doubts)
        words += {u'?' + whys.at(static_cast<int>(doubt.why)), doubt.shared,
            doubt.otherName + u'/' + doubt.otherSource};
    return words.join(u' ');
}

} // namespace

void tst_MergePeople::merges_data()
{
    QTest::addColumn<QStringList>("people");
    QTest::addColumn<QStringList>("rows");

    const auto row = [](const char *name, const QStringList &people, const QStringList &rows) {
        QTest::newRow(name) << people << rows;
    };
    row("nobody", {}, {});
    row("one directory", {u"AD b"_s, u"AD a"_s}, {u"AD b"_s, u"AD a"_s});
    row("the anchor joins whatever else differs",
        {u"AD amy upn=amy@corp.local mail=old@c.example id=1"_s, u"Graph a@c.example upn=a@c.example id=1"_s},
        {u"AD amy +Graph"_s});
    row("any anchor of several", {u"AD amy id=1 id=9"_s, u"Graph a@c.example upn=a@c.example id=9"_s},
        {u"AD amy +Graph"_s});
    row("the UPN, in any case", {u"AD amy upn=Amy@C.example"_s, u"Graph x upn=amy@c.EXAMPLE"_s},
        {u"AD amy +Graph"_s});
    row("the mail address", {u"AD amy mail=Amy@c.example"_s, u"EWS amy@c.example mail=amy@C.example"_s},
        {u"AD amy +EWS"_s});
    row("a further address",
        {u"AD amy mail=amy@c.example also=alias@c.example"_s, u"EWS x mail=alias@c.example"_s},
        {u"AD amy +EWS"_s});
    row("a UPN that is the other's address",
        {u"AD amy upn=amy@corp.local mail=amy@c.example"_s, u"Graph amy@c.example upn=amy@c.example"_s},
        {u"AD amy +Graph"_s});
    row("the DN", {u"AD amy dn=CN=Amy,DC=c id=1"_s, u"Graph x upn=x dn=cn=amy,dc=C"_s}, {u"AD amy +Graph"_s});
    row("the account where nothing else is known",
        {u"AD amy sam=amy mail=amy@c.example"_s, u"Graph x upn=x@c.example sam=AMY"_s}, {u"AD amy +Graph"_s});
    row("not the account where addresses differ",
        {u"AD amy sam=amy mail=amy@c.example"_s, u"Graph x upn=x@d.example mail=x@d.example sam=amy"_s},
        {u"AD amy"_s, u"Graph x"_s});
    row("three directories",
        {u"AD amy upn=amy@corp.local mail=amy@c.example id=1"_s, u"Graph g upn=a.alberts@c.example id=1"_s,
            u"EWS e mail=amy@c.example"_s},
        {u"AD amy +Graph +EWS"_s});
    row("the third by what the second knew",
        {u"AD amy id=1"_s, u"Graph g upn=g@c.example id=1 mail=amy@c.example"_s,
            u"EWS e mail=amy@c.example"_s},
        {u"AD amy +Graph +EWS"_s});
    row("the second and third without the first",
        {u"AD bo mail=bo@c.example"_s, u"Graph amy@c.example upn=amy@c.example"_s,
            u"EWS e mail=amy@c.example"_s},
        {u"AD bo"_s, u"Graph amy@c.example +EWS"_s});
    row("each directory's order, the first one first",
        {u"AD b upn=b"_s, u"AD a upn=a"_s, u"Graph z upn=z"_s, u"Graph a upn=a"_s, u"Graph c upn=c"_s},
        {u"AD b"_s, u"AD a +Graph"_s, u"Graph z"_s, u"Graph c"_s});
    row("one address, two anchors",
        {u"AD amy mail=amy@c.example id=1 name=Amy"_s,
            u"Graph amy@c.example mail=amy@c.example id=2 name=Other"_s},
        {u"AD amy ?otherAccount amy@c.example Other/Graph"_s,
            u"Graph amy@c.example ?otherAccount amy@c.example Amy/AD"_s});
    row("never two of one directory", {u"AD amy mail=x@c.example"_s, u"AD bo mail=x@c.example"_s},
        {u"AD amy ?sameDirectory x@c.example bo/AD"_s, u"AD bo ?sameDirectory x@c.example amy/AD"_s});
    row("two of the first would fit",
        {u"AD amy mail=x@c.example"_s, u"AD bo mail=x@c.example"_s, u"EWS e mail=x@c.example"_s},
        {u"AD amy ?sameDirectory x@c.example bo/AD ?severalFit x@c.example e/EWS"_s,
            u"AD bo ?sameDirectory x@c.example amy/AD ?severalFit x@c.example e/EWS"_s,
            u"EWS e ?severalFit x@c.example amy/AD ?severalFit x@c.example bo/AD"_s});
    row("two of the second want one",
        {u"AD amy mail=x@c.example"_s, u"Graph g mail=x@c.example"_s, u"Graph h mail=x@c.example"_s},
        {u"AD amy ?severalFit x@c.example g/Graph ?severalFit x@c.example h/Graph"_s,
            u"Graph g ?severalFit x@c.example amy/AD ?sameDirectory x@c.example h/Graph"_s,
            u"Graph h ?severalFit x@c.example amy/AD ?sameDirectory x@c.example g/Graph"_s});
    row("the stronger bond decides",
        {u"AD amy upn=amy@c.example mail=x@c.example"_s, u"Graph other mail=x@c.example"_s,
            u"Graph g upn=amy@c.example"_s},
        {u"AD amy +Graph ?sameDirectory x@c.example other/Graph"_s,
            u"Graph other ?sameDirectory x@c.example amy/AD"_s});
    row("without names nobody is anybody", {u"AD amy"_s, u"Graph amy"_s}, {u"AD amy"_s, u"Graph amy"_s});
}

void tst_MergePeople::merges()
{
    QFETCH(const QStringList, people);
    QStringList rows;
    for (const Person &row : mergePeople(answersOf(people)))
        rows.append(rowText(row));
    QTEST(rows, "rows");
}

void tst_MergePeople::leavesOutWhomAnEarlierPageHas_data()
{
    QTest::addColumn<QStringList>("people");
    QTest::addColumn<QStringList>("rows");
    QTest::newRow("the same in another directory")
        << QStringList {u"Graph amy@c.example upn=amy@c.example"_s} << QStringList {};
    QTest::newRow("somebody else") << QStringList {u"Graph bo@c.example upn=bo@c.example"_s}
                                   << QStringList {u"Graph bo@c.example"_s};
    QTest::newRow("one who contradicts")
        << QStringList {u"Graph amy@c.example upn=amy@c.example id=2"_s}
        << QStringList {u"Graph amy@c.example ?otherAccount amy@c.example amy/AD"_s};
    QTest::newRow("more of the first")
        << QStringList {u"AD ann upn=ann@c.example"_s} << QStringList {u"AD ann"_s};
}

void tst_MergePeople::leavesOutWhomAnEarlierPageHas()
{
    QFETCH(const QStringList, people);
    const QList<Person> shown {personOf(u"AD amy upn=amy@c.example id=1"_s)};
    QStringList rows;
    for (const Person &row : mergePeople(answersOf(people), shown))
        rows.append(rowText(row));
    QTEST(rows, "rows");
}

void tst_MergePeople::gainsWhatIsMissing()
{
    Person mine = personOf(u"AD amy id=1 name=Amy"_s);
    mine.title = u"Clerk"_s;
    mine.keys.dn = u"CN=Amy,DC=c"_s;
    mine.keys.objectGuid = idOf(u"1"_s);
    Person theirs
        = personOf(u"Graph amy@c.example upn=amy@c.example mail=a@c.example id=1 name=Amy.Alberts"_s);
    theirs.title = u"Manager"_s;
    theirs.surname = u"Alberts"_s;
    theirs.employeeId = u"7"_s;
    const QList<Person> rows = mergePeople({{u"AD"_s, {mine}}, {u"Graph"_s, {theirs}}});
    QCOMPARE(rows.size(), 1);
    const Person &row = rows.first();
    QCOMPARE(row.keys,
        (PersonKeys {u"amy"_s, u"CN=Amy,DC=c"_s, u"amy@c.example"_s, u"a@c.example"_s, idOf(u"1"_s)}));
    QCOMPARE(row.displayName, u"Amy"_s); // its own stay
    QCOMPARE(row.title, u"Clerk"_s);
    QCOMPARE(row.surname, u"Alberts"_s);
    QCOMPARE(row.employeeId, u"7"_s);
}

void tst_MergePeople::guids()
{
    const QByteArray bytes = QByteArray::fromHex("33221100554477668899aabbccddeeff");
    QCOMPARE(guidText(bytes), u"00112233-4455-6677-8899-aabbccddeeff"_s);
    QCOMPARE(guidText(bytes.left(15)), QString());
    QCOMPARE(guidText(bytes + 'x'), QString());
}

void tst_MergePeople::immutableIds_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("guid");
    QTest::newRow("a GUID as the directory keeps it")
        << u"MyIRAFVEd2aImaq7zN3u/w=="_s << u"00112233-4455-6677-8899-aabbccddeeff"_s;
    QTest::newRow("blanks around") << u" MyIRAFVEd2aImaq7zN3u/w==\n"_s
                                   << u"00112233-4455-6677-8899-aabbccddeeff"_s;
    QTest::newRow("none") << QString() << QString();
    QTest::newRow("something else") << u"amy@contoso.example"_s << QString();
    QTest::newRow("an employee number in Base64") << u"MTAwMQ=="_s << QString();
    QTest::newRow("broken") << u"MyIRAFVEd2aImaq7zN3u/w=*"_s << QString();
}

void tst_MergePeople::immutableIds()
{
    QFETCH(const QString, id);
    QTEST(guidOfImmutableId(id), "guid");
}

void tst_MergePeople::proxyAddresses()
{
    QCOMPARE(mailAddressesIn({u"SMTP:Amy@c.example"_s, u"smtp:a@c.example"_s, u"X500:/o=C"_s, u"smtp:"_s,
                 u"smtp:@"_s, u"sip:amy@c.example"_s}),
        (QStringList {u"Amy@c.example"_s, u"a@c.example"_s}));
    QCOMPARE(mailAddressesIn(QStringList(1000, u"smtp:a@c.example"_s)).size(), 50);
}

void tst_MergePeople::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("fits");
    QTest::newRow("key") << u"AMY"_s << true;
    QTest::newRow("UPN") << u"amy@corp.local"_s << true;
    QTest::newRow("mail") << u"amy@c.example"_s << true;
    QTest::newRow("alias") << u"a@c.example"_s << true;
    QTest::newRow("account") << u"aalberts"_s << true;
    QTest::newRow("domain account") << u"CONTOSO\\aalberts"_s << true;
    QTest::newRow("beginning") << u"am"_s << false;
    QTest::newRow("domain only") << u"CONTOSO\\"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void tst_MergePeople::names()
{
    QFETCH(const QString, name);
    QTEST(goesBy(personOf(u"AD amy upn=amy@corp.local mail=amy@c.example also=a@c.example sam=aalberts"_s),
              name),
        "fits");
}

QTEST_GUILESS_MAIN(tst_MergePeople)
#include "tst_mergepeople.moc"
