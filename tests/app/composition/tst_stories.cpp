// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/net/pacing.h"
#include "services/sandbox/boardtime.h"
#include "services/sandbox/tourrun.h"
#include "services/settings/syncdeclaration.h"
#include "tests/app/composition/openedsandbox.h"
#include "tests/support/jobs.h"

#include <QRegularExpression>
#include <QTest>

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

    test::OpenedSandbox m_house;
    RealPacing m_pacing;
    FlowBook m_book;
    std::unique_ptr<UploadSession> m_upload;
    std::unique_ptr<BoardSession> m_board;
    std::unique_ptr<TourRun> m_run;
};

void tst_Stories::initTestCase()
{
    m_book = *shippedFlows();
    m_house.open();
    QVERIFY(m_house.ledger);
    if (m_house.parts.noDirectory)
        QSKIP("Samba is not installed");
}

void tst_Stories::cleanupTestCase()
{
    m_run.reset();
    m_board.reset();
    m_upload.reset();
    m_house.organisation.reset();
    m_house.sandbox.reset();
}

void tst_Stories::open(const Tour &tour)
{
    m_run.reset();
    m_board.reset();
    m_upload.reset();
    m_house.openOrganisation();
    const auto person = test::outcome(m_house.organisation->directory->person(tour.person));
    QVERIFY(person);
    m_upload = std::make_unique<UploadSession>(*m_house.organisation, *m_house.ledger, m_house.workers);
    BoardParts parts {
        m_book, m_house.workers, m_pacing, {}, m_house.ledger.get(), &m_house.ledger->sightings()};
    goBySandboxClock(parts, *m_house.sandbox);
    m_board = std::make_unique<BoardSession>(*m_house.organisation, parts);
    m_run = std::make_unique<TourRun>(
        TourRun::House {*m_house.sandbox, *m_house.organisation, *m_upload, *m_board, m_house.workers}, tour,
        *person);
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
        const QStringList unmet = unmetBy(m_board->board(), step);
        QVERIFY2(unmet.isEmpty(), qPrintable(step.id + u": "_s + unmet.join(u"; "_s)));
    }
    QVERIFY(m_run->isOver());
}

void tst_Stories::settingsComeBack()
{
    const Tour tour = sandboxTours()[3];
    open(tour);
    QVERIFY(m_house.organisation->sync.has(SyncNode::SharePointOnline));
    m_run.reset();
    QVERIFY(m_house.organisation->sync.has(SyncNode::SharePoint));
    QVERIFY(!m_house.organisation->sync.has(SyncNode::SharePointOnline));
    QCOMPARE(m_house.organisation->sync, *syncSettingsOf(m_house.file));
    QVERIFY(m_house.sandbox->world()->settings().sharePoint == SandboxSettings::SharePoint::Server2019);
}

QTEST_GUILESS_MAIN(tst_Stories)
#include "tst_stories.moc"
