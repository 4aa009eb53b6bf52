// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/policy/policedstore.h"

#include "tests/support/fakes/groupdirectory.h"
#include "tests/support/fakes/peoplestore.h"
#include "tests/support/flatpictures.h"
#include "tests/support/jobs.h"

#include <QRegularExpression>
#include <QTest>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

namespace {

PersonKeys person(const QString &key)
{
    return {key, u"cn="_s + key, {}, {}, {}};
}

EncodedPhoto photoOf(int edge)
{
    return EncodedPhoto::of(flatPicture({edge, edge}, Qt::red), {edge, edge});
}

} // namespace

class tst_PolicedStore final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void changesNothingThatIsForbidden_data();
    void changesNothingThatIsForbidden();
    void measuresTheBytesItself();
    void isGivenTheLargestThatIsAllowed();
    void readsAndLooksOn();
    void protectsMembers_data();
    void protectsMembers();
    void asksTheDirectoryOnce();
    void ownPhotoIsOneWhoseKeyIsKnown_data();
    void ownPhotoIsOneWhoseKeyIsKnown();

private:
    void make(const QByteArray &rules, const QString &me = {}, bool withDirectory = true);

    GroupDirectory m_directory;
    PeopleStore *m_inner = nullptr;
    std::unique_ptr<PolicedStore> m_store;
};

void tst_PolicedStore::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_directory = {};
}

void tst_PolicedStore::make(const QByteArray &rules, const QString &me, bool withDirectory)
{
    const auto policy = Policy::parse(R"({"rules": [)" + rules + "]}", u"p.json"_s);
    QVERIFY2(policy, policy ? "" : qPrintable(policy.error().detail));
    StoreTraits traits;
    traits.writes = PhotoSize::largest();
    auto inner = std::make_unique<PeopleStore>(StoreId {Workload::Folder, u"wall"_s}, traits);
    m_inner = inner.get();
    m_store = std::make_unique<PolicedStore>(
        std::move(inner), std::make_shared<PolicyJudge>(*policy, me, withDirectory ? &m_directory : nullptr));
}

void tst_PolicedStore::changesNothingThatIsForbidden_data()
{
    QTest::addColumn<QByteArray>("rules");
    QTest::addColumn<bool>("writes");
    QTest::addColumn<bool>("removes");
    QTest::newRow("nothing") << QByteArray() << true << true;
    QTest::newRow("all") << QByteArray(R"({"forbid": "write"})") << false << false;
    QTest::newRow("larger") << QByteArray(R"({"forbid": "largerThan", "pixels": 64})") << false << true;
    QTest::newRow("smaller") << QByteArray(R"({"forbid": "smallerThan", "pixels": 120})") << false << true;
    QTest::newRow("others") << QByteArray(R"({"forbid": "others"})") << false << false;
}

void tst_PolicedStore::changesNothingThatIsForbidden()
{
    QFETCH(const QByteArray, rules);
    QFETCH(const bool, writes);
    QFETCH(const bool, removes);
    make(rules, u"me"_s);
    const EncodedPhoto photo = photoOf(96);
    const auto permitted = outcome(m_store->permits(person(u"amy"_s), photo.pixels));
    QCOMPARE(permitted.hasValue(), writes);
    const auto written = outcome(m_store->write(person(u"amy"_s), photo, std::nullopt));
    QCOMPARE(written.hasValue(), writes);
    if (!written) {
        QCOMPARE(written.error().code, Errc::ForbiddenByPolicy);
        QCOMPARE(permitted.error().detail, written.error().detail);
    }
    QCOMPARE(m_inner->of(u"amy"_s).has_value(), writes);
    m_inner->held.insert_or_assign(u"amy"_s, photo);
    QCOMPARE(outcome(m_store->remove(person(u"amy"_s), photo)).hasValue(), removes);
    QCOMPARE(m_inner->of(u"amy"_s).has_value(), !removes);
    QStringList journal;
    if (writes)
        journal << u"write amy"_s;
    if (removes)
        journal << u"remove amy"_s;
    QCOMPARE(m_inner->journal, journal);
}

/// A manifest, or whoever calls, may say what it likes.
void tst_PolicedStore::measuresTheBytesItself()
{
    make(R"({"forbid": "largerThan", "pixels": 96})");
    const QByteArray large = flatPicture({240, 240}, Qt::red);
    QVERIFY(!outcome(m_store->write(person(u"amy"_s), EncodedPhoto::of(large, {48, 48}), std::nullopt)));
    QVERIFY(!outcome(m_store->write(person(u"amy"_s), EncodedPhoto::of("?", {48, 48}), std::nullopt)));
    QVERIFY(m_inner->journal.isEmpty());
    QVERIFY(outcome(m_store->write(person(u"amy"_s), photoOf(96), std::nullopt)));
}

void tst_PolicedStore::isGivenTheLargestThatIsAllowed()
{
    make(R"({"forbid": "largerThan", "pixels": 100})");
    QCOMPARE(m_store->traits().writes.edge(), 96);
    QCOMPARE(*outcome(m_store->mayWrite(person(u"amy"_s))), WriteRight::Yes);
    make(R"({"forbid": "smallerThan", "pixels": 700})");
    QCOMPARE(m_store->traits().writes.edge(), 648);
    QCOMPARE(*outcome(m_store->mayWrite(person(u"amy"_s))), WriteRight::No);
}

void tst_PolicedStore::readsAndLooksOn()
{
    make(R"({"forbid": "write"})");
    const EncodedPhoto photo = photoOf(96);
    m_inner->held.insert_or_assign(u"amy"_s, photo);
    QCOMPARE((*outcome(m_store->read(person(u"amy"_s))))->photo, photo);
    QCOMPARE((*outcome(m_store->readBack(person(u"amy"_s), {})))->photo, photo);
    QCOMPARE(outcome(m_store->see(person(u"amy"_s), {}))->served.size(), 1);
    QVERIFY(outcome(m_store->probe()));
    QCOMPARE(*outcome(m_store->mayWrite(person(u"amy"_s))), WriteRight::No);
    QCOMPARE(m_store->id().instance, u"wall"_s);
}

void tst_PolicedStore::protectsMembers_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("directory");
    QTest::addColumn<bool>("fails");
    QTest::addColumn<bool>("allowed");
    QTest::addColumn<bool>("unknown");
    QTest::newRow("a member") << u"vip"_s << true << false << false << false;
    QTest::newRow("nobody special") << u"amy"_s << true << false << true << false;
    QTest::newRow("directory down") << u"amy"_s << true << true << false << true;
    QTest::newRow("no directory") << u"amy"_s << false << false << false << true;
}

void tst_PolicedStore::protectsMembers()
{
    QFETCH(const QString, key);
    QFETCH(const bool, directory);
    QFETCH(const bool, fails);
    QFETCH(const bool, allowed);
    QFETCH(const bool, unknown);
    m_directory.members = {{u"Board"_s, {u"vip"_s}}, {u"Guests"_s, {}}};
    if (fails)
        m_directory.fault = Error {Errc::Offline, u"gone"_s, u"trace"_s};
    make(R"({"forbid": "groups", "groups": ["Guests", "Board"], "reason": "Press photos."})", {}, directory);
    const auto permit = outcome(m_store->permits(person(key), QSize(96, 96)));
    QCOMPARE(permit.hasValue(), allowed);
    QCOMPARE(outcome(m_store->write(person(key), photoOf(96), std::nullopt)).hasValue(), allowed);
    if (allowed)
        return;
    QCOMPARE(permit.error().code, Errc::ForbiddenByPolicy);
    QCOMPARE(permit.error().policy->unknown, unknown);
    QCOMPARE(permit.error().policy->subject, unknown ? u"Guests, Board"_s : u"Board"_s);
    QCOMPARE(permit.error().policy->reason, u"Press photos."_s);
    if (fails)
        QCOMPARE(permit.error().serverTrace, u"trace"_s);
}

void tst_PolicedStore::asksTheDirectoryOnce()
{
    m_directory.members = {{u"Board"_s, {}}};
    make(R"({"forbid": "groups", "groups": ["Board"]})");
    m_directory.fault = Error {Errc::Timeout};
    QVERIFY(!outcome(m_store->permits(person(u"amy"_s), {}))); // a failure is not remembered
    m_directory.fault.reset();
    for (int i = 0; i < 3; ++i)
        QVERIFY(outcome(m_store->permits(person(u"amy"_s), {})));
    QCOMPARE(m_directory.asked, 2);
    QVERIFY(outcome(m_store->permits(person(u"bo"_s), {})));
    QCOMPARE(m_directory.asked, 3);
}

void tst_PolicedStore::ownPhotoIsOneWhoseKeyIsKnown_data()
{
    QTest::addColumn<QString>("me");
    QTest::addColumn<QString>("key");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("oneself") << u"amy"_s << u"amy"_s << true;
    QTest::newRow("in other letters") << u"Amy"_s << u"amy"_s << true;
    QTest::newRow("somebody else") << u"amy"_s << u"bo"_s << false;
    QTest::newRow("nobody sits here") << u""_s << u"amy"_s << false;
    QTest::newRow("nobody at all") << u""_s << u""_s << false;
}

void tst_PolicedStore::ownPhotoIsOneWhoseKeyIsKnown()
{
    QFETCH(const QString, me);
    QFETCH(const QString, key);
    make(R"({"forbid": "others"})", me);
    QTEST(outcome(m_store->permits(person(key), QSize(96, 96))).hasValue(), "allowed");
}

QTEST_GUILESS_MAIN(tst_PolicedStore)
#include "tst_policedstore.moc"
