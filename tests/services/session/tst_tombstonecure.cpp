// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/tombstonecure.h"

#include "services/ledger/sqlledger.h"
#include "tests/support/fakes/scriptedstore.h"
#include "tests/support/fakes/skippingpacing.h"
#include "tests/support/flatpictures.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace likeness;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

EncodedPhoto tinted(const QColor &colour)
{
    return EncodedPhoto::of(test::flatPicture({96, 96}, colour), {96, 96});
}

} // namespace

/// The three steps over stores in memory and a real ledger, with whoever runs the command played by the test.
class tst_TombstoneCure final : public QObject
{
    Q_OBJECT
    using Step = TombstoneCure::Step;
    using Verb = ScriptedStore::Verb;
private slots:
    void init();
    void cleanup();
    void keepsForgetsAndWritesBack();
    void looksByItselfEverMoreRarely();
    void takesWhatAlreadyStands();
    void theDirectorysPhotoMayGoALittleLater();
    void nothingToKeep();
    void aMailboxWithoutThePhotoOfTheDirectoryRemembers();
    void nothingIsAskedWhatCouldNotBeKept();
    void triesAgainWhatFailed();
    void leavesAloneWhatSomebodyElseWrote();
    void keptPhotoStaysRestorable();

private:
    void begin();
    void forget();
    QList<LedgerEntry> history() const { return *m_ledger->history(u"contoso"_s, u"amy"_s); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<SqlLedger> m_ledger;
    std::unique_ptr<QThreadPool> m_workers;
    std::unique_ptr<ScriptedStore> m_directory;
    std::unique_ptr<ScriptedStore> m_mailbox;
    std::unique_ptr<SkippingPacing> m_pacing;
    std::unique_ptr<TombstoneCure> m_cure;
};

void tst_TombstoneCure::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_dir = std::make_unique<QTemporaryDir>();
    auto opening = SqlLedger::open(m_dir->filePath(u"ledger.sqlite"_s));
    QVERIFY(opening);
    m_ledger = std::move(opening->ledger);
    m_workers = std::make_unique<QThreadPool>();
    m_pacing = std::make_unique<SkippingPacing>();
    m_pacing->stands = true;
    StoreTraits traits;
    traits.title = u"Active Directory"_s;
    m_directory = std::make_unique<ScriptedStore>(StoreId {Workload::ActiveDirectory, u"ad"_s}, traits);
    traits.title = u"Exchange"_s;
    m_mailbox = std::make_unique<ScriptedStore>(StoreId {Workload::Exchange, u"ex"_s}, traits);
    m_directory->held = tinted(Qt::red);
    m_mailbox->signs = Sign::RemovedOnPurpose;
    Person amy;
    amy.keys.key = u"amy"_s;
    amy.displayName = u"Amy Alberts"_s;
    m_cure
        = std::make_unique<TombstoneCure>(TombstoneCure::Case {amy, *m_directory, *m_mailbox, u"contoso"_s},
            WriteMeans {*m_ledger, *m_workers, *m_pacing});
}

void tst_TombstoneCure::cleanup()
{
    m_cure.reset();
    m_mailbox.reset();
    m_directory.reset();
    m_ledger.reset();
}

/// Up to where somebody has to run the command.
void tst_TombstoneCure::begin()
{
    m_cure->next();
    QVERIFY(m_cure->isBusy());
    QTRY_VERIFY(!m_cure->isBusy());
    QCOMPARE(m_cure->step(), Step::Forget);
    QVERIFY(m_cure->stillRemembers());
    QVERIFY(!m_cure->error());
}

/// What Remove-UserPhoto -ClearMailboxPhotoRecord does.
void tst_TombstoneCure::forget()
{
    m_mailbox->signs = {};
    m_directory->held.reset();
}

void tst_TombstoneCure::keepsForgetsAndWritesBack()
{
    begin();
    QCOMPARE(m_cure->kept(), ExpectedPhoto(tinted(Qt::red)));
    QCOMPARE(history().size(), 1);
    QCOMPARE(history()[0].action, LedgerEntry::Action::Keep);
    QCOMPARE(history()[0].outcome, LedgerEntry::Outcome::Verified);
    QCOMPARE(history()[0].personName, u"Amy Alberts"_s);
    QCOMPARE(history()[0].storeTitle, u"Active Directory"_s);
    forget();
    m_cure->next();
    QTRY_COMPARE(m_cure->step(), Step::Over);
    QVERIFY(!m_cure->isBusy());
    QCOMPARE(m_directory->held, ExpectedPhoto(tinted(Qt::red)));
    QCOMPARE(history().size(), 2);
    QCOMPARE(history()[0].action, LedgerEntry::Action::Restore);
    QCOMPARE(history()[0].outcome, LedgerEntry::Outcome::Verified);
}

void tst_TombstoneCure::looksByItselfEverMoreRarely()
{
    m_pacing->stands = false;
    int looks = 0;
    connect(m_cure.get(), &TombstoneCure::changed, this, [&] {
        if (m_cure->step() == Step::Forget && !m_cure->isBusy() && ++looks == 7)
            forget();
    });
    m_cure->next();
    QTRY_COMPARE(m_cure->step(), Step::Over);
    const QList<std::chrono::milliseconds> waits {5s, 10s, 20s, 40s, 60s, 60s, 60s};
    QCOMPARE(m_pacing->waits, waits);
    QCOMPARE(m_directory->held, ExpectedPhoto(tinted(Qt::red)));
}

void tst_TombstoneCure::takesWhatAlreadyStands()
{
    begin();
    m_mailbox->signs = {}; // the directory kept its photo, and Exchange serves that
    m_mailbox->held = m_directory->held;
    m_cure->next();
    QTRY_VERIFY(m_cure->isSettling());
    m_cure->next();
    QTRY_COMPARE(m_cure->step(), Step::Over);
    QCOMPARE(history().size(), 1); // nothing had to be written
    QCOMPARE(m_directory->held, ExpectedPhoto(tinted(Qt::red)));
}

/// The command is one for two systems: what it takes away second must not be the photo that was written back.
void tst_TombstoneCure::theDirectorysPhotoMayGoALittleLater()
{
    m_pacing->stands = false;
    m_mailbox->signs = {};
    m_mailbox->held = m_directory->held;
    connect(m_cure.get(), &TombstoneCure::changed, this, [&] {
        if (m_cure->isSettling())
            forget();
    });
    m_cure->next();
    QTRY_COMPARE(m_cure->step(), Step::Over);
    QCOMPARE(m_directory->held, ExpectedPhoto(tinted(Qt::red)));
    QCOMPARE(history().size(), 2);
}

void tst_TombstoneCure::nothingToKeep()
{
    m_directory->held.reset();
    begin();
    QVERIFY(!m_cure->kept());
    forget();
    m_cure->next();
    QTRY_COMPARE(m_cure->step(), Step::Over);
    QVERIFY(!m_directory->held);
    QVERIFY(history().isEmpty());
}

/// Not every server says so in words.
void tst_TombstoneCure::aMailboxWithoutThePhotoOfTheDirectoryRemembers()
{
    m_mailbox->signs = {};
    begin();
    m_directory->held.reset();
    m_cure->next();
    QTRY_COMPARE(m_cure->step(), Step::Over);
    QCOMPARE(m_directory->held, ExpectedPhoto(tinted(Qt::red)));
}

void tst_TombstoneCure::nothingIsAskedWhatCouldNotBeKept()
{
    m_directory->failNext(Verb::Read, Errc::Offline);
    m_cure->next();
    QTRY_VERIFY(m_cure->error());
    QCOMPARE(m_cure->error()->code, Errc::Offline);
    QCOMPARE(m_cure->step(), Step::KeepPhoto);
    QVERIFY(!m_cure->isBusy());
    begin(); // the same button again
}

void tst_TombstoneCure::triesAgainWhatFailed()
{
    begin();
    m_mailbox->failNext(Verb::Read, Errc::Timeout);
    m_cure->next();
    QTRY_VERIFY(m_cure->error());
    QCOMPARE(m_cure->step(), Step::Forget);
    forget();
    m_directory->failNext(Verb::Write, Errc::Forbidden);
    m_cure->next();
    QTRY_COMPARE(m_cure->step(), Step::WriteBack);
    QTRY_VERIFY(m_cure->error());
    QCOMPARE(m_cure->error()->code, Errc::Forbidden);
    QVERIFY(!m_directory->held);
    m_cure->next();
    QTRY_COMPARE(m_cure->step(), Step::Over);
    QVERIFY(!m_cure->error());
    QCOMPARE(m_directory->held, ExpectedPhoto(tinted(Qt::red)));
}

void tst_TombstoneCure::leavesAloneWhatSomebodyElseWrote()
{
    begin();
    m_mailbox->signs = {};
    m_directory->held = tinted(Qt::blue);
    m_mailbox->held = m_directory->held;
    m_cure->next();
    QTRY_VERIFY(m_cure->isSettling());
    m_cure->next();
    QTRY_VERIFY(m_cure->error());
    QCOMPARE(m_cure->error()->code, Errc::Conflict);
    QCOMPARE(m_directory->held, ExpectedPhoto(tinted(Qt::blue)));
}

void tst_TombstoneCure::keptPhotoStaysRestorable()
{
    begin();
    m_cure.reset(); // the window is closed before anybody ran the command
    const LedgerEntry entry = history().constFirst();
    QVERIFY(entry.isRestorable());
    QCOMPARE(*m_ledger->photo(entry.beforeSha256), tinted(Qt::red));
    QVERIFY(m_ledger->unfinished()->isEmpty());
}

QTEST_GUILESS_MAIN(tst_TombstoneCure)
#include "tst_tombstonecure.moc"
