// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/backuprestore.h"
#include "services/session/import/importrun.h"
#include "services/session/policy/policedstore.h"
#include "services/session/tombstonecure.h"
#include "services/session/uploadsession.h"
#include "tests/services/session/import/importtest.h"
#include "tests/support/flatpictures.h"
#include "tests/support/jobs.h"

#include <QSignalSpy>

using namespace likeness;
using namespace Qt::StringLiterals;

/// Every way to write obeys the policy, because all of them go through the stores: the sessions themselves
/// over policed stores in memory.
class tst_PolicedSessions final : public ImportTest
{
    Q_OBJECT
private slots:
    void init();
    void planSaysSoBeforeAnythingIsOffered();
    void restoringIsWriting();
    void importSaysWhichRows();
    void importThatWasPlannedBeforeThePolicy();
    void bulkImportAsAWhole();
    void undoingAnImport();
    void backups();
    void cureDoesNotBeginWhatItCouldNotEnd();

private:
    /// From now on.
    void forbid(const QByteArray &rules);
    PeopleStore &addWall() { return *(m_wall = &addStore(Workload::Folder, u"wall"_s, 96)); }
    Person amy() const;
    void run(ImportRun &run);
    qsizetype entries() const { return m_ledger->history(u"contoso"_s, {})->size(); }

    PeopleStore *m_wall = nullptr;
};

void tst_PolicedSessions::init()
{
    ImportTest::init();
    m_wall = nullptr;
}

void tst_PolicedSessions::forbid(const QByteArray &rules)
{
    const auto policy = Policy::parse(R"({"rules": [)" + rules + "]}", u"p.json"_s);
    QVERIFY2(policy, policy ? "" : qPrintable(policy.error().detail));
    m_organisation->policy = *policy;
    const auto judge = std::make_shared<PolicyJudge>(*policy, u"amy"_s, m_organisation->directory.get());
    for (auto &store : m_organisation->stores)
        store = std::make_unique<PolicedStore>(std::move(store), judge);
}

Person tst_PolicedSessions::amy() const
{
    return *test::outcome(m_organisation->directory->person(u"amy"_s));
}

void tst_PolicedSessions::run(ImportRun &run)
{
    run.setPacing(m_pacing);
    QSignalSpy changed(&run, &ImportRun::stateChanged);
    QTRY_COMPARE_WITH_TIMEOUT(run.state(), ImportRun::State::Finished, 30'000);
}

void tst_PolicedSessions::planSaysSoBeforeAnythingIsOffered()
{
    addWall();
    addStore(Workload::ActiveDirectory, u"ad"_s, 96);
    forbid(R"({"forbid": "write", "stores": ["wall"], "reason": "HR writes these."})");
    UploadSession session(*m_organisation, *m_ledger, *m_workers);
    session.setPerson(amy());
    QImage pixels(96, 96, QImage::Format_RGBX8888);
    pixels.fill(Qt::blue);
    session.setRenditions({{*PhotoSize::of(96), pixels}}, 700);
    session.refresh();
    QTRY_VERIFY(!session.isPlanning());
    const StoreOffer &wall = session.offers().at(0);
    QCOMPARE(wall.right, WriteRight::No);
    QVERIFY(wall.forbidden);
    QCOMPARE(wall.forbidden->policy->reason, u"HR writes these."_s);
    const PlanStep &step = session.plan().steps.at(0);
    QCOMPARE(step.store.instance, u"wall"_s);
    QVERIFY(!step.writes);
    QCOMPARE(step.warnings, QList<PlanWarning> {PlanWarning::ForbiddenByPolicy});
    QVERIFY(session.plan().steps.at(1).writes);
    session.upload();
    QTRY_VERIFY(!session.isRunning());
    QVERIFY(m_wall->journal.isEmpty());
    QCOMPARE(entries(), 1);
}

void tst_PolicedSessions::restoringIsWriting()
{
    addWall();
    const EncodedPhoto before = EncodedPhoto::of(test::flatPicture({96, 96}, Qt::red), {96, 96});
    const EncodedPhoto after = EncodedPhoto::of(test::flatPicture({96, 96}, Qt::blue), {96, 96});
    m_wall->held.insert_or_assign(u"amy"_s, after);
    LedgerEntry entry;
    entry.organisation = u"contoso"_s;
    entry.personKey = u"amy"_s;
    entry.store = {Workload::Folder, u"wall"_s};
    const auto id = m_ledger->begin(entry, before, after);
    QVERIFY(id && m_ledger->finish(*id, LedgerEntry::Outcome::Verified));
    forbid(R"({"forbid": "write"})");
    UploadSession session(*m_organisation, *m_ledger, *m_workers);
    session.setPerson(amy());
    QVERIFY(session.restore(*id));
    QTRY_VERIFY(!session.isRunning());
    const StoreProgress end = session.progress(entry.store);
    QCOMPARE(end.stage, StoreProgress::Stage::Failed);
    QCOMPARE(end.error->code, Errc::ForbiddenByPolicy);
    QCOMPARE(m_wall->of(u"amy"_s), ExpectedPhoto(after));
    QCOMPARE(entries(), 1); // nothing was begun
}

void tst_PolicedSessions::importSaysWhichRows()
{
    addWall();
    put(u"amy.jpg"_s, jpeg(picture(1, {240, 240})));
    put(u"bo.jpg"_s, jpeg(picture(2, {240, 240})));
    forbid(R"({"forbid": "others", "reason": "Everybody their own."})");
    gather();
    QCOMPARE(row(u"amy.jpg"_s).verdict, ImportVerdict::Ready);
    const ImportRow &bo = row(u"bo.jpg"_s);
    QCOMPARE(bo.verdict, ImportVerdict::NotAllowed);
    QCOMPARE(bo.error->policy->reason, u"Everybody their own."_s);
    ImportRun imports(*m_organisation, *m_ledger, m_ledger->imports(), *m_workers);
    QVERIFY(imports.begin(wish(), m_plan->rows()));
    run(imports);
    QCOMPARE(m_wall->journal, QStringList {u"write amy"_s});
}

void tst_PolicedSessions::importThatWasPlannedBeforeThePolicy()
{
    addWall();
    put(u"amy.jpg"_s, jpeg(picture(1, {240, 240})));
    put(u"bo.jpg"_s, jpeg(picture(2, {240, 240})));
    gather();
    forbid(R"({"forbid": "others", "reason": "Everybody their own."})");
    ImportRun imports(*m_organisation, *m_ledger, m_ledger->imports(), *m_workers);
    QVERIFY(imports.begin(wish(), m_plan->rows()));
    run(imports);
    QCOMPARE(m_wall->journal, QStringList {u"write amy"_s});
    const ImportRow &bo = imports.rows().at(indexOf(u"bo.jpg"_s));
    QCOMPARE(outcomeOf(bo), ImportOutcome::Failed);
    QCOMPARE(bo.writes.first().error->code, Errc::ForbiddenByPolicy);
    ImportRun later(*m_organisation, *m_ledger, m_ledger->imports(), *m_workers);
    QVERIFY(later.load(imports.head().id));
    const std::optional<Error> kept = later.rows().at(indexOf(u"bo.jpg"_s)).writes.first().error;
    QVERIFY(kept && kept->policy);
    QCOMPARE(kept->policy->what, Prohibition::Others);
    QCOMPARE(kept->policy->reason, u"Everybody their own."_s);
}

void tst_PolicedSessions::bulkImportAsAWhole()
{
    addWall();
    put(u"amy.jpg"_s, jpeg(picture(1, {240, 240})));
    gather();
    QCOMPARE(row(u"amy.jpg"_s).verdict, ImportVerdict::Ready);
    const QList<ImportRow> planned = m_plan->rows();
    forbid(R"({"forbid": "bulkImport", "reason": "One by one."})");
    gather();
    QCOMPARE(row(u"amy.jpg"_s).verdict, ImportVerdict::NotAllowed);
    QCOMPARE(row(u"amy.jpg"_s).error->policy->reason, u"One by one."_s);
    ImportRun imports(*m_organisation, *m_ledger, m_ledger->imports(), *m_workers);
    QVERIFY(imports.begin(wish(), planned));
    run(imports);
    QVERIFY(m_wall->journal.isEmpty());
    QCOMPARE(imports.rows().first().writes.first().state, ImportState::NotAllowed);
    QCOMPARE(outcomeOf(imports.rows().first()), ImportOutcome::Failed);
}

void tst_PolicedSessions::undoingAnImport()
{
    addWall();
    put(u"amy.jpg"_s, jpeg(picture(1, {240, 240})));
    gather();
    ImportRun imports(*m_organisation, *m_ledger, m_ledger->imports(), *m_workers);
    QVERIFY(imports.begin(wish(), m_plan->rows()));
    run(imports);
    QVERIFY(m_wall->of(u"amy"_s));
    forbid(R"({"forbid": "write"})");
    imports.undo();
    run(imports);
    QVERIFY(m_wall->of(u"amy"_s));
    QCOMPARE(outcomeOf(imports.rows().first()), ImportOutcome::NotUndone);
    QCOMPARE(imports.rows().first().writes.first().error->code, Errc::ForbiddenByPolicy);
}

void tst_PolicedSessions::backups()
{
    addWall();
    m_wall->held.insert_or_assign(u"amy"_s, EncodedPhoto::of(test::flatPicture({96, 96}, Qt::red), {96, 96}));
    const auto report = test::outcome(JobPtr<ExportReport>(
        new PhotoExport(*m_organisation, {at(u"backups"_s), {m_wall}, {}, QDateTime::currentDateTimeUtc()})));
    QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
    m_wall->held.clear();
    const auto restored = [this, &report] {
        return test::outcome(JobPtr<BackupReport>(new BackupRestore(
            *m_organisation, WriteMeans {*m_ledger, *m_workers, m_pacing}, {report->folder, {}, {}})));
    };
    forbid(R"({"forbid": "bulkImport"})");
    const auto bulk = restored();
    QCOMPARE(bulk->failures.size(), 1);
    QCOMPARE(bulk->failures.first().error.policy->what, Prohibition::BulkImport);
    forbid(R"({"forbid": "smallerThan", "pixels": 120})");
    const auto small = restored();
    QCOMPARE(small->failures.size(), 1);
    QCOMPARE(small->failures.first().error.policy->what, Prohibition::Smaller);
    QVERIFY(m_wall->journal.isEmpty());
}

void tst_PolicedSessions::cureDoesNotBeginWhatItCouldNotEnd()
{
    PeopleStore &ad = addStore(Workload::ActiveDirectory, u"ad"_s, 96);
    PeopleStore &mailbox = addStore(Workload::Exchange, u"exchange"_s, 648);
    ad.held.insert_or_assign(u"amy"_s, EncodedPhoto::of(test::flatPicture({240, 240}, Qt::red), {240, 240}));
    forbid(R"({"forbid": "largerThan", "pixels": 96, "workloads": ["activeDirectory"]})");
    TombstoneCure cure({amy(), *m_organisation->store(u"ad"_s), mailbox, u"contoso"_s},
        WriteMeans {*m_ledger, *m_workers, m_pacing});
    cure.next();
    QTRY_VERIFY(!cure.isBusy());
    QCOMPARE(cure.step(), TombstoneCure::Step::KeepPhoto);
    QVERIFY(cure.error());
    QCOMPARE(cure.error()->policy->what, Prohibition::Larger);
    QCOMPARE(entries(), 0);
}

QTEST_GUILESS_MAIN(tst_PolicedSessions)
#include "tst_policedsessions.moc"
