// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/samepicture.h"
#include "services/sandbox/portraitpainter.h"
#include "services/session/uploadsession.h"
#include "tests/app/composition/openedsandbox.h"
#include "tests/support/jobs.h"

#include <QBuffer>
#include <QImage>
#include <QRegularExpression>
#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;
using Stage = StoreProgress::Stage;

/// One photo to everything the sandbox has, as the window does it: over the protocols, with sign-in,
/// read-back and the order that keeps one store from spoiling the other; and back again.
class tst_SandboxUpload : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void initTestCase();
    void cleanupTestCase();
    void everyStoreAnswers();
    void goesToAllStores();
    void isThereAlready();
    void comesBack();
    void waitsForSlowReaders();
    void whatWasRefusedStaysAsItWas();

private:
    void show(const PortraitLook &look);
    Stage stage(const QString &store) const;
    QStringList notDone() const;

    test::OpenedSandbox m_house;
    std::unique_ptr<UploadSession> m_session;
    QByteArray m_before;
};

void tst_SandboxUpload::initTestCase()
{
    m_house.open();
    QVERIFY(m_house.ledger);
    const auto ada = test::outcome(m_house.organisation->directory->person(u"ada.reyes"_s));
    QVERIFY(ada);
    m_session = std::make_unique<UploadSession>(*m_house.organisation, *m_house.ledger, m_house.workers);
    QVERIFY(m_session->setPerson(*ada));
    m_before = m_house.sandbox->world()->mailboxPhoto(u"ada.reyes"_s).value_or(QByteArray());
    QVERIFY(!m_before.isEmpty());
}

void tst_SandboxUpload::cleanupTestCase()
{
    m_session.reset();
    m_house.organisation.reset();
    m_house.sandbox.reset();
}

void tst_SandboxUpload::show(const PortraitLook &look)
{
    QList<Rendition> renditions;
    for (auto edge = PhotoSize::ladder.rbegin(); edge != PhotoSize::ladder.rend(); ++edge)
        renditions.append({*PhotoSize::of(*edge),
            paintedPortrait(look, {QSize(*edge, *edge)}).convertToFormat(QImage::Format_RGBX8888)});
    m_session->setRenditions(renditions, 1200);
    m_session->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->isPlanning(), 30'000);
}

Stage tst_SandboxUpload::stage(const QString &store) const
{
    return m_session->progress(m_house.organisation->store(store)->id()).stage;
}

/// The stores that are written and did not end well, each with the reason.
QStringList tst_SandboxUpload::notDone() const
{
    QStringList failed;
    for (const auto &store : m_house.organisation->stores) {
        const StoreProgress progress = m_session->progress(store->id());
        if (!store->traits().readOnly && progress.stage != Stage::Done)
            failed += store->id().instance + u": "_s
                + (progress.error ? progress.error->detail : QString::number(int(progress.stage)));
    }
    return failed;
}

void tst_SandboxUpload::everyStoreAnswers()
{
    for (const auto &store : m_house.organisation->stores) {
        const auto answer = test::outcome(store->probe());
        QVERIFY2(answer, answer ? "" : qPrintable(store->id().instance + u": "_s + answer.error().detail));
    }
}

void tst_SandboxUpload::goesToAllStores()
{
    show(lookOf(u"ada.reyes"_s));
    m_session->upload();
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->isRunning(), 60'000);
    QVERIFY2(notDone().isEmpty(), qPrintable(notDone().join(u"; "_s)));

    // by other means than the stores: what the servers keep, and what the directory was left with
    const SandboxWorld &world = *m_house.sandbox->world();
    const QByteArray mailbox = *world.mailboxPhoto(u"ada.reyes"_s);
    QVERIFY(mailbox != m_before);
    QCOMPARE(QImage::fromData(mailbox).width(), 648);
    QCOMPARE(QImage::fromData(*world.cloudPhoto(u"ada.reyes"_s)).width(), 648);
    QCOMPARE(QImage::fromData(*world.sharePointPhoto(u"ada.reyes"_s, 'L')).width(), 300);
    QCOMPARE(QImage::fromData(*world.sharePointPhoto(u"ada.reyes"_s, 'S')).width(), 48);
    if (PhotoStore *ad = m_house.organisation->store(u"ad"_s)) {
        const auto read = test::outcome(ad->read(m_session->person().keys));
        QVERIFY(read && *read);
        QCOMPARE((*read)->photo.pixels, QSize(96, 96)); // not the 64 px Exchange had put there
    }
}

void tst_SandboxUpload::isThereAlready()
{
    m_session->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->isPlanning(), 30'000);
    for (const PlanStep &step : m_session->plan().steps)
        QVERIFY2(!step.writes, qPrintable(step.store.instance));
}

void tst_SandboxUpload::comesBack()
{
    const auto history = m_session->history();
    QVERIFY(history);
    QList<LedgerEntry> entries = *history;
    std::stable_sort(entries.begin(), entries.end(),
        [](const LedgerEntry &a, const LedgerEntry &b) { return isWrittenBefore(a.store, b.store); });
    for (const LedgerEntry &entry : std::as_const(entries))
        QVERIFY(m_session->restore(entry.id));
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->isRunning(), 60'000);
    QVERIFY2(notDone().isEmpty(), qPrintable(notDone().join(u"; "_s)));
    const QByteArray now = *m_house.sandbox->world()->mailboxPhoto(u"ada.reyes"_s);
    QVERIFY(samePicture(EncodedPhoto::of(now, {648, 648}), EncodedPhoto::of(m_before, {648, 648})));
}

/// Exchange and Graph give out the former photo for a while, by the sandbox's clock.
void tst_SandboxUpload::waitsForSlowReaders()
{
    SandboxWorld &world = *m_house.sandbox->world();
    const SandboxSettings usual = world.settings();
    SandboxSettings slow = usual;
    slow.photoDelay = std::chrono::seconds(20);
    world.setSettings(slow);
    test::ClockedPacing pacing;
    pacing.clock = &world.clock();
    m_session->setPacing(pacing);
    show(lookOf(u"kenji.sato"_s));
    m_session->upload();
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->isRunning(), 60'000);
    QVERIFY2(notDone().isEmpty(), qPrintable(notDone().join(u"; "_s)));
    QVERIFY(pacing.now() >= std::chrono::seconds(40)); // each of the two has had its twenty seconds
    world.setSettings(usual);
}

/// The right is taken away between the plan and the upload.
void tst_SandboxUpload::whatWasRefusedStaysAsItWas()
{
    show(lookOf(u"ada.reyes"_s));
    SandboxAccount account = m_house.sandbox->world()->helpdesk();
    account.writesEverybody = false;
    m_house.sandbox->world()->setAccount(account);
    const std::optional<QByteArray> before = m_house.sandbox->world()->cloudPhoto(u"ada.reyes"_s);
    m_session->upload();
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->isRunning(), 60'000);
    for (const QString &store : {u"exchange"_s, u"m365"_s, u"sharepoint"_s})
        QCOMPARE(stage(store), Stage::Failed);
    QCOMPARE(m_session->progress(m_house.organisation->store(u"m365"_s)->id()).error->code, Errc::Forbidden);
    QCOMPARE(m_house.sandbox->world()->cloudPhoto(u"ada.reyes"_s), before);
    QCOMPARE(stage(u"folder"_s), Stage::Done);
}

QTEST_GUILESS_MAIN(tst_SandboxUpload)
#include "tst_sandboxupload.moc"
