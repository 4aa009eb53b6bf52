// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/services/session/uploadsessiontest.h"
#include "tests/support/fakes/skippingpacing.h"
#include "tests/support/flatpictures.h"

#include <numeric>

using namespace likeness;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const StoreId cloud {Workload::Microsoft365, u"m365"_s};
using Waits = QList<std::chrono::milliseconds>;

} // namespace

/// Stores that go on showing the photo before for a while after a write.
class tst_SettlingStores : public UploadSessionTest
{
    Q_OBJECT
private slots:
    void isAskedUntilItShows_data();
    void isAskedUntilItShows();
    void isGivenUp();
    void anotherPhotoIsNoFormerOne();
    void findsWhatWasWrittenWithoutAnAnswer();
    void doesNotWaitAfterARefusal();

private:
    ScriptedStore &addCloud();
    void start();

    SkippingPacing m_pacing;
};

ScriptedStore &tst_SettlingStores::addCloud()
{
    StoreTraits traits;
    traits.title = u"Microsoft 365"_s;
    traits.byteBudget = traits.byteLimit = 102'400;
    traits.settles = 60s;
    auto store = std::make_unique<ScriptedStore>(cloud, traits);
    store->held = EncodedPhoto::of(test::flatPicture({96, 96}, Qt::darkGreen), {96, 96});
    ScriptedStore &added = *store;
    m_organisation->stores.push_back(std::move(store));
    return added;
}

void tst_SettlingStores::start()
{
    m_pacing.waits.clear();
    startSession();
    m_session->setPacing(m_pacing);
    plan();
    run();
}

void tst_SettlingStores::isAskedUntilItShows_data()
{
    QTest::addColumn<int>("slowReads");
    QTest::addColumn<Waits>("waits");
    QTest::newRow("at once") << 0 << Waits {};
    QTest::newRow("the second time") << 1 << Waits {1s};
    QTest::newRow("the sixth time") << 5 << Waits {1s, 2s, 4s, 8s, 8s};
}

void tst_SettlingStores::isAskedUntilItShows()
{
    QFETCH(const int, slowReads);
    ScriptedStore &store = addCloud();
    store.slowReads = slowReads;
    start();
    QCOMPARE(stage(cloud), Stage::Done);
    QCOMPARE(lastEntry().outcome, LedgerEntry::Outcome::Verified);
    QTEST(m_pacing.waits, "waits");
}

void tst_SettlingStores::isGivenUp()
{
    ScriptedStore &store = addCloud();
    store.slowReads = 1000;
    start();
    QCOMPARE(stage(cloud), Stage::Failed);
    const Error error = *m_session->progress(cloud).error;
    QCOMPARE(error.code, Errc::NotVerified);
    QCOMPARE(error.detail, u"written; after 60 seconds it still shows the former photo"_s);
    QCOMPARE(lastEntry().outcome, LedgerEntry::Outcome::Written);
    QCOMPARE(std::accumulate(m_pacing.waits.cbegin(), m_pacing.waits.cend(), 0ms), 60s);
}

void tst_SettlingStores::anotherPhotoIsNoFormerOne()
{
    ScriptedStore &store = addCloud();
    store.remake = [](const EncodedPhoto &) {
        return EncodedPhoto::of(test::flatPicture({96, 96}, Qt::blue), {96, 96});
    };
    start();
    QCOMPARE(m_session->progress(cloud).error->detail, u"written; after 60 seconds it shows another photo"_s);
    QCOMPARE(lastEntry().outcome, LedgerEntry::Outcome::Failed);
}

void tst_SettlingStores::findsWhatWasWrittenWithoutAnAnswer()
{
    ScriptedStore &store = addCloud();
    store.slowReads = 2;
    store.loseNextAnswer(Verb::Write, Errc::Timeout);
    start();
    QCOMPARE(stage(cloud), Stage::Done);
    QCOMPARE(lastEntry().outcome, LedgerEntry::Outcome::Verified);
}

void tst_SettlingStores::doesNotWaitAfterARefusal()
{
    addCloud().failNext(Verb::Write, Errc::Forbidden);
    start();
    QCOMPARE(m_session->progress(cloud).error->code, Errc::Forbidden);
    QCOMPARE(m_pacing.waits, Waits {});
}

QTEST_MAIN(tst_SettlingStores)
#include "tst_settlingstores.moc"
