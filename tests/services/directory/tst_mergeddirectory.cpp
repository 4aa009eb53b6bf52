// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/directory/mergedcookie.h"
#include "services/directory/mergeddirectory.h"
#include "tests/support/fakes/skippingpacing.h"
#include "tests/support/jobs.h"

#include <QRegularExpression>
#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;
using test::outcome;

namespace {

/// A result that comes when the test says so.
template <class T>
class HeldJob final : public JobOf<T>
{
public:
    HeldJob(Result<T> result, const bool &holds)
        : m_held(std::move(result))
        , m_holds(holds)
    {
    }

private:
    void doStart() override
    {
        if (!m_holds)
            return this->finish(m_held);
        QMetaObject::invokeMethod(
            this, [this] { doStart(); }, Qt::QueuedConnection);
    }
    Result<T> m_held;
    const bool &m_holds;
};

/// Its people, whatever the words; the cookie is how many were given before.
class ListedDirectory final : public Directory
{
public:
    JobPtr<PeoplePage> find(const QString &words, int limit, const QByteArray &cookie) override
    {
        asked.append(words + u'@' + QString::fromLatin1(cookie));
        if (failure)
            return JobPtr<PeoplePage>(new HeldJob<PeoplePage>(*failure, holds));
        const qsizetype before = cookie.toInt();
        PeoplePage page {people.mid(before, limit)};
        if (before + limit < people.size())
            page.cookie = QByteArray::number(before + limit);
        return JobPtr<PeoplePage>(new HeldJob<PeoplePage>(page, holds));
    }
    JobPtr<Person> person(const QString &name) override
    {
        lookedUp.append(name);
        if (failure)
            return readyJob<Person>(*failure);
        for (const Person &each : people + hidden) {
            if (each.keys.key == name || each.keys.upn == name || each.keys.mail == name
                || each.keys.key.startsWith(name + u'.'))
                return readyJob<Person>(each);
        }
        return readyJob<Person>(Error {Errc::NotFound, u"nobody"_s});
    }
    JobPtr<PeoplePage> employee(const QString &id) override
    {
        PeoplePage page;
        for (const Person &each : std::as_const(people)) {
            if (each.employeeId == id)
                page.people.append(each);
        }
        return readyJob<PeoplePage>(page);
    }

    JobPtr<QStringList> memberships(const PersonKeys &, const QStringList &among) override
    {
        QStringList theirs;
        for (const QString &group : among) {
            if (groups.contains(group))
                theirs.append(group);
        }
        return readyJob<QStringList>(theirs);
    }

    QStringList groups; ///< everybody is in
    QList<Person> people;
    QList<Person> hidden; ///< found by name only
    std::optional<Error> failure;
    bool holds = false;
    QStringList asked; ///< words@cookie
    QStringList lookedUp;
};

Person adPerson(const QString &name)
{
    const QString upn = name + u"@c.example"_s;
    return {{name, u"CN="_s + name, upn, upn, {}}, name, {}, {}, {}, {}};
}

Person cloudPerson(const QString &name)
{
    const QString upn = name + u"@c.example"_s;
    return {{upn, {}, upn, upn, {}}, name + u" in the cloud"_s, {}, {}, {}, {}};
}

QStringList keysOf(const QList<Person> &people)
{
    QStringList keys;
    for (const Person &person : people)
        keys.append(
            person.keys.key + (person.alsoIn.isEmpty() ? QString() : u" +"_s + person.alsoIn.join(u",")));
    return keys;
}

QStringList notesOf(const PeoplePage &page)
{
    static const QStringList kinds {u"failed"_s, u"late"_s, u"tooMany"_s};
    QStringList notes;
    for (const PeopleNote &note : page.notes)
        notes.append(note.source + u' ' + kinds.at(static_cast<int>(note.kind)));
    return notes;
}

} // namespace

class tst_MergedDirectory : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_merged.reset(); }
    void whoIsInAllIsShownOnce();
    void theFirstIsListedFirst();
    void whomTheFirstKnowsByOtherWordsHasItsKeys();
    void aContradictedPairStaysTwo();
    void aFailingOneIsNamed();
    void theFirstMayFail();
    void allFailing();
    void nobodySignedInIsNoNews();
    void aSlowOneComesOnTheNextPage();
    void aSlowOneIsAwaitedWhenThereIsNobodyYet();
    void everybodyIsTheFirstOnes();
    void groupsAreTheFirstOnes();
    void tooManyToTell();
    void onePersonByName();
    void notByBeginnings();
    void unknownEverywhere();
    void byEmployeeNumber();
    void cookies_data();
    void cookies();

private:
    Result<PeoplePage> find(int limit, const QByteArray &cookie = {})
    {
        return outcome(m_merged->find(u"a"_s, limit, cookie));
    }
    /// All pages, a line each.
    QStringList pages(int limit);

    std::shared_ptr<ListedDirectory> m_ad;
    std::shared_ptr<ListedDirectory> m_graph;
    std::shared_ptr<ListedDirectory> m_ews;
    std::shared_ptr<SkippingPacing> m_pacing;
    std::unique_ptr<MergedDirectory> m_merged;
};

void tst_MergedDirectory::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_ad = std::make_shared<ListedDirectory>();
    m_graph = std::make_shared<ListedDirectory>();
    m_ews = std::make_shared<ListedDirectory>();
    m_pacing = std::make_shared<SkippingPacing>();
    m_merged = std::make_unique<MergedDirectory>(
        std::vector<MergedDirectory::Part> {{u"AD"_s, m_ad}, {u"Cloud"_s, m_graph, true}, {u"Mail"_s, m_ews}},
        m_pacing);
}

QStringList tst_MergedDirectory::pages(int limit)
{
    QStringList pages;
    QByteArray cookie;
    do {
        const auto page = find(limit, cookie);
        if (!page)
            return pages + QStringList {page.error().detail};
        pages.append(keysOf(page->people).join(u' '));
        cookie = page->cookie;
    } while (!cookie.isEmpty() && pages.size() < 50);
    return pages;
}

void tst_MergedDirectory::whoIsInAllIsShownOnce()
{
    m_ad->people = {adPerson(u"amy"_s)};
    m_graph->people = {cloudPerson(u"amy"_s), cloudPerson(u"ann"_s)};
    m_ews->people = {cloudPerson(u"ann"_s), cloudPerson(u"amy"_s)};
    const auto page = find(50);
    QVERIFY(page);
    QCOMPARE(keysOf(page->people), (QStringList {u"amy +Cloud,Mail"_s, u"ann@c.example +Mail"_s}));
    QCOMPARE(page->people.first().displayName, u"amy"_s);
    QVERIFY(page->cookie.isEmpty());
    QVERIFY(page->notes.isEmpty());
}

void tst_MergedDirectory::theFirstIsListedFirst()
{
    for (const QString &name : {u"a1"_s, u"a2"_s, u"a3"_s, u"a4"_s, u"a5"_s})
        m_ad->people.append(adPerson(name));
    for (const QString &name : {u"b1"_s, u"a5"_s, u"a1"_s, u"b2"_s, u"b3"_s})
        m_graph->people.append(cloudPerson(name));
    m_ews->people = {cloudPerson(u"b3"_s), cloudPerson(u"b4"_s)};
    const QStringList expected {u"a1 a2"_s, u"a3 a4"_s, u"a5"_s, // now the others, without a5 and a1
        u"b1@c.example b3@c.example b4@c.example"_s, u"b2@c.example"_s, QString()}; // b3 was there
    QCOMPARE(pages(2), expected);
}

void tst_MergedDirectory::whomTheFirstKnowsByOtherWordsHasItsKeys()
{
    m_ad->people = {adPerson(u"amy"_s)};
    m_ad->hidden = {adPerson(u"zoe"_s)};
    m_graph->people = {cloudPerson(u"zoe"_s), cloudPerson(u"ann"_s)};
    const auto page = find(50);
    QVERIFY(page);
    QCOMPARE(keysOf(page->people), (QStringList {u"amy"_s, u"zoe +Cloud"_s, u"ann@c.example"_s}));
}

void tst_MergedDirectory::aContradictedPairStaysTwo()
{
    Person amy = adPerson(u"amy"_s);
    amy.traces.anchors = {u"1"_s};
    Person other = cloudPerson(u"amy"_s);
    other.traces.anchors = {u"2"_s};
    m_ad->people = {amy};
    m_graph->people = {other};
    const auto page = find(50);
    QVERIFY(page);
    QCOMPARE(keysOf(page->people), (QStringList {u"amy"_s, u"amy@c.example"_s}));
    QCOMPARE(page->people.at(0).doubts,
        (QList<PersonDoubt> {
            {PersonDoubt::Why::OtherAccount, u"amy@c.example"_s, u"amy in the cloud"_s, u"Cloud"_s}}));
    QCOMPARE(page->people.at(1).doubts,
        (QList<PersonDoubt> {{PersonDoubt::Why::OtherAccount, u"amy@c.example"_s, u"amy"_s, u"AD"_s}}));
}

void tst_MergedDirectory::aFailingOneIsNamed()
{
    m_ad->people = {adPerson(u"amy"_s)};
    m_graph->people = {cloudPerson(u"ann"_s)};
    m_ews->failure = Error {Errc::Offline};
    const auto page = find(50);
    QVERIFY(page);
    QCOMPARE(keysOf(page->people), (QStringList {u"amy"_s, u"ann@c.example"_s}));
    QCOMPARE(notesOf(*page), QStringList {u"Mail failed"_s});
    QCOMPARE(page->notes.first().error.code, Errc::Offline);
}

void tst_MergedDirectory::theFirstMayFail()
{
    m_ad->failure = Error {Errc::Offline};
    m_graph->people = {cloudPerson(u"ann"_s)};
    const auto page = find(50);
    QVERIFY(page);
    QCOMPARE(keysOf(page->people), QStringList {u"ann@c.example"_s});
    QCOMPARE(notesOf(*page), QStringList {u"AD failed"_s});
    QVERIFY(m_ad->lookedUp.isEmpty());
}

void tst_MergedDirectory::allFailing()
{
    m_ad->failure = Error {Errc::Offline};
    m_graph->failure = m_ews->failure = Error {Errc::Throttled};
    QCOMPARE(find(50).error().code, Errc::Offline); // the first one's
}

void tst_MergedDirectory::nobodySignedInIsNoNews()
{
    m_ad->people = {adPerson(u"amy"_s)};
    m_graph->failure = Error {Errc::SignInNeeded};
    QVERIFY(find(50)->notes.isEmpty());
    m_ews->failure = Error {Errc::SignInNeeded}; // which the file says is to be asked
    QCOMPARE(notesOf(*find(50)), QStringList {u"Mail failed"_s});
}

void tst_MergedDirectory::aSlowOneComesOnTheNextPage()
{
    m_ad->people = {adPerson(u"amy"_s)};
    m_graph->people = {cloudPerson(u"amy"_s), cloudPerson(u"ann"_s)};
    m_ews->people = {cloudPerson(u"abe"_s)};
    m_graph->holds = true;
    const auto page = find(50);
    QVERIFY(page);
    QCOMPARE(m_pacing->waits, QList {std::chrono::milliseconds(1000)});
    QCOMPARE(keysOf(page->people), (QStringList {u"amy"_s, u"abe@c.example"_s}));
    QCOMPARE(notesOf(*page), QStringList {u"Cloud late"_s});
    QVERIFY(!page->cookie.isEmpty());
    m_graph->holds = false;
    const auto rest = find(50, page->cookie);
    QVERIFY(rest);
    QCOMPARE(keysOf(rest->people), QStringList {u"ann@c.example"_s});
    QVERIFY(rest->notes.isEmpty());
    QVERIFY(rest->cookie.isEmpty());
}

void tst_MergedDirectory::aSlowOneIsAwaitedWhenThereIsNobodyYet()
{
    m_graph->people = {cloudPerson(u"ann"_s)};
    m_graph->holds = true;
    const auto search = m_merged->find(u"a"_s, 50);
    search->start();
    QTRY_COMPARE(m_pacing->waits.size(), 1);
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    QVERIFY(!search->isFinished());
    m_graph->holds = false;
    QTRY_VERIFY(search->isFinished());
    QCOMPARE(keysOf(search->result()->people), QStringList {u"ann@c.example"_s});
    QVERIFY(search->result()->notes.isEmpty());
}

void tst_MergedDirectory::everybodyIsTheFirstOnes()
{
    m_ad->people = {adPerson(u"a1"_s), adPerson(u"a2"_s), adPerson(u"a3"_s)};
    m_graph->people = {cloudPerson(u"b1"_s)};
    const auto page = outcome(m_merged->find({}, 2));
    QVERIFY(page);
    QCOMPARE(keysOf(page->people), (QStringList {u"a1"_s, u"a2"_s}));
    const auto rest = outcome(m_merged->find(u" "_s, 2, page->cookie));
    QCOMPARE(keysOf(rest->people), QStringList {u"a3"_s});
    QCOMPARE(keysOf(outcome(m_merged->everybody(5, {}, true))->page.people),
        (QStringList {u"a1"_s, u"a2"_s, u"a3"_s}));
    QVERIFY(m_graph->asked.isEmpty());
}

void tst_MergedDirectory::groupsAreTheFirstOnes()
{
    m_ad->groups = {u"Board"_s};
    m_graph->groups = {u"Visitors"_s};
    const auto groups
        = outcome(m_merged->memberships(adPerson(u"a1"_s).keys, {u"Board"_s, u"Visitors"_s, u"Staff"_s}));
    QVERIFY(groups);
    QCOMPARE(*groups, QStringList {u"Board"_s});
}

void tst_MergedDirectory::tooManyToTell()
{
    for (int i = 0; i < 2200; ++i)
        m_ad->people.append(adPerson(u"a%1"_s.arg(i)));
    m_graph->people = {cloudPerson(u"b1"_s)};
    QStringList notes;
    QByteArray cookie;
    qsizetype found = 0;
    do {
        const auto page = find(500, cookie);
        QVERIFY(page);
        found += page->people.size();
        notes += notesOf(*page);
        cookie = page->cookie;
    } while (!cookie.isEmpty());
    QCOMPARE(found, 2200);
    QCOMPARE(notes, (QStringList {u"Cloud tooMany"_s, u"Mail tooMany"_s}));
}

void tst_MergedDirectory::onePersonByName()
{
    m_ad->people = {adPerson(u"amy"_s)};
    m_graph->people = {cloudPerson(u"amy"_s), cloudPerson(u"ann"_s)};
    m_ews->people = {cloudPerson(u"ann"_s)};
    const auto amy = outcome(m_merged->person(u"amy"_s));
    QVERIFY(amy);
    QCOMPARE(amy->keys.key, u"amy"_s);
    QVERIFY(m_graph->lookedUp.isEmpty()); // the first one's word counts
    const auto ann = outcome(m_merged->person(u"ann@c.example"_s));
    QVERIFY(ann);
    QCOMPARE(ann->alsoIn, QStringList {u"Mail"_s});
    // an address only the mail server knows leads to the directory's person
    Person alias = cloudPerson(u"amy"_s);
    alias.keys.key = u"alias"_s;
    m_ews->people.append(alias);
    const auto same = outcome(m_merged->person(u"alias"_s));
    QVERIFY(same);
    QCOMPARE(same->keys.key, u"amy"_s);
    QCOMPARE(same->keys.dn, u"CN=amy"_s);
}

void tst_MergedDirectory::notByBeginnings()
{
    m_ews->people = {cloudPerson(u"bo"_s)};
    m_ews->people.first().keys.key = u"bo.lind"_s;
    QVERIFY(outcome(m_ews->person(u"bo"_s))); // it finds by beginnings
    QCOMPARE(outcome(m_merged->person(u"bo"_s)).error().code, Errc::NotFound);
}

void tst_MergedDirectory::unknownEverywhere()
{
    m_graph->failure = Error {Errc::Offline, u"no way there"_s};
    const auto found = outcome(m_merged->person(u"nobody"_s));
    QCOMPARE(found.error().code, Errc::NotFound);
    QVERIFY(found.error().detail.contains(u"Cloud: no way there"_s));
    m_ad->failure = Error {Errc::Timeout};
    QCOMPARE(outcome(m_merged->person(u"nobody"_s)).error().code, Errc::Timeout);
}

void tst_MergedDirectory::byEmployeeNumber()
{
    Person amy = cloudPerson(u"amy"_s);
    amy.employeeId = u"7"_s;
    m_ad->hidden = {adPerson(u"amy"_s)};
    m_graph->people = {amy};
    const auto page = outcome(m_merged->employee(u"7"_s));
    QVERIFY(page);
    QCOMPARE(keysOf(page->people), QStringList {u"amy +Cloud"_s});
    QCOMPARE(page->people.first().employeeId, u"7"_s);
    Person ann = adPerson(u"ann"_s);
    ann.employeeId = u"7"_s;
    m_ad->people = {ann};
    m_ews->holds = m_graph->holds = true; // nobody waits for them
    QCOMPARE(keysOf(outcome(m_merged->employee(u"7"_s))->people), QStringList {u"ann"_s});
}

void tst_MergedDirectory::cookies_data()
{
    QTest::addColumn<QByteArray>("cookie");
    MergedPlace place {.parts = {{"2", false}, {}, {}}, .shown = {adPerson(u"amy"_s)}};
    const QByteArray good = place.packed();
    QTest::newRow("garbage") << QByteArray("garbage");
    QTest::newRow("cut short") << good.chopped(1);
    QTest::newRow("too long") << good + '\0';
    QByteArray later = good;
    later[0] = 2;
    QTest::newRow("another version") << later;
    place.parts.removeLast();
    QTest::newRow("of other directories") << place.packed();
    place.parts = {{{}, true}, {{}, true}, {{}, true}};
    QTest::newRow("at its end") << place.packed();
    QTest::newRow("huge") << QByteArray(9 * 1024 * 1024, '\1');
    QByteArray many = good.first(2);
    many += QByteArray::fromHex("00000003") + QByteArray(15, '\0') + QByteArray::fromHex("fffffffe");
    QTest::newRow("says it holds millions") << many;
}

void tst_MergedDirectory::cookies()
{
    QFETCH(const QByteArray, cookie);
    m_ad->people = {adPerson(u"a1"_s), adPerson(u"a2"_s), adPerson(u"a3"_s)};
    QCOMPARE(find(2, cookie).error().code, Errc::BadInput);
    QVERIFY(m_ad->asked.isEmpty());
}

QTEST_GUILESS_MAIN(tst_MergedDirectory)
#include "tst_mergeddirectory.moc"
