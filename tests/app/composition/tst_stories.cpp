// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/composition/organisationbuilder.h"
#include "services/ledger/sqliteledger.h"
#include "services/net/pacing.h"
#include "services/sandbox/sandbox.h"
#include "services/sandbox/tourrun.h"
#include "services/secrets/memorysecretstore.h"
#include "services/settings/syncdeclaration.h"
#include "tests/support/jobs.h"

#include <QRegularExpression>
#include <QTest>
#include <QThreadPool>

using namespace likeness;
using namespace Qt::StringLiterals;

/// The tours of the board, played to their ends in the sandbox, over its protocols and by its clock: what the
/// board says at each step, the cure, and that all is well afterwards.
class tst_Stories : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void initTestCase();
    void cleanupTestCase();
    void tours_data();
    void tours();
    void settingsComeBack();

private:
    void open(const Tour &tour);

    MemorySecretStore m_secrets;
    QThreadPool m_workers;
    RealPacing m_pacing;
    FlowBook m_book;
    std::unique_ptr<Sandbox> m_sandbox;
    OrganisationFile m_file;
    std::optional<Organisation> m_organisation;
    std::unique_ptr<SqliteLedger> m_ledger;
    std::unique_ptr<UploadSession> m_upload;
    std::unique_ptr<BoardSession> m_board;
    std::unique_ptr<TourRun> m_run;
    QTemporaryDir m_place;
};

void tst_Stories::initTestCase()
{
    m_book = *shippedFlows();
    m_sandbox = std::make_unique<Sandbox>(QString(), m_secrets, m_workers);
    const JobPtr<SandboxParts> starting = m_sandbox->start();
    starting->start();
    QTRY_VERIFY_WITH_TIMEOUT(starting->isFinished(), 150'000);
    QVERIFY2(starting->result(), starting->result() ? "" : qPrintable(starting->result().error().detail));
    if (starting->result()->noDirectory)
        QSKIP("Samba is not installed");
    m_file = *OrganisationFile::load(starting->result()->paths.organisationFile());
    auto opening = SqliteLedger::open(m_place.filePath(u"ledger.sqlite"_s));
    QVERIFY(opening);
    m_ledger = std::move(opening->ledger);
}

void tst_Stories::cleanupTestCase()
{
    m_run.reset();
    m_board.reset();
    m_upload.reset();
    m_organisation.reset();
    m_sandbox.reset();
}

void tst_Stories::open(const Tour &tour)
{
    m_run.reset();
    m_board.reset();
    m_upload.reset();
    auto organisation = builtOrganisation(m_file, m_secrets, m_workers);
    QVERIFY2(organisation, organisation ? "" : qPrintable(organisation.error().detail));
    m_organisation.emplace(*std::move(organisation));
    const auto person = test::outcome(m_organisation->directory->person(tour.person));
    QVERIFY(person);
    m_upload = std::make_unique<UploadSession>(*m_organisation, *m_ledger, m_workers);
    Sandbox *sandbox = m_sandbox.get();
    BoardParts parts {m_book, m_workers, m_pacing, [sandbox] { return sandbox->world()->clock().now(); },
        m_ledger.get(), &m_ledger->sightings()};
    parts.localTime = [sandbox](const QDateTime &real) { return sandbox->world()->clock().at(real); };
    parts.directoryTime = [sandbox](const PersonKeys &keys, const QDateTime &real) {
        return sandbox->directoryTime(keys.key, real);
    };
    m_board = std::make_unique<BoardSession>(*m_organisation, parts);
    m_run = std::make_unique<TourRun>(
        TourRun::House {*m_sandbox, *m_organisation, *m_upload, *m_board, m_workers}, tour, *person);
}

void tst_Stories::tours_data()
{
    QTest::addColumn<int>("number");
    const QList<Tour> tours = sandboxTours();
    QCOMPARE(tours.size(), 6);
    for (int at = 0; at < tours.size(); ++at)
        QTest::addRow("%s", qPrintable(tours[at].id)) << at;
}

void tst_Stories::tours()
{
    QFETCH(const int, number);
    const Tour tour = sandboxTours()[number];
    open(tour);
    QVERIFY(m_run);
    std::optional<Result<Done>> stepped;
    connect(m_run.get(), &TourRun::stepped, this, [&](const Result<Done> &done) { stepped = done; });
    for (const TourStep &step : tour.steps) {
        QVERIFY(!step.expects.isEmpty());
        stepped.reset();
        m_run->next();
        QVERIFY(m_run->isBusy());
        QTRY_VERIFY_WITH_TIMEOUT(stepped, 60'000);
        QVERIFY2(*stepped, *stepped ? "" : qPrintable(step.id + u": "_s + stepped->error().detail));
        // what was uploaded is recognised meanwhile
        (void)QTest::qWaitFor([&] { return unmetBy(m_board->board(), step).isEmpty(); }, 10'000);
        const QStringList unmet = unmetBy(m_board->board(), step);
        QVERIFY2(unmet.isEmpty(), qPrintable(step.id + u": "_s + unmet.join(u"; "_s)));
    }
    QVERIFY(m_run->isOver());
}

void tst_Stories::settingsComeBack()
{
    const Tour tour = sandboxTours()[3];
    open(tour);
    QVERIFY(m_organisation->sync.has(SyncNode::SharePointOnline));
    m_run.reset();
    QVERIFY(m_organisation->sync.has(SyncNode::SharePoint));
    QVERIFY(!m_organisation->sync.has(SyncNode::SharePointOnline));
    QCOMPARE(m_organisation->sync, *syncSettingsOf(m_file));
    QVERIFY(!m_sandbox->world()->settings().sharePointOnline);
}

QTEST_GUILESS_MAIN(tst_Stories)
#include "tst_stories.moc"
