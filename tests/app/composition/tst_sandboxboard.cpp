// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/boardtime.h"
#include "services/sandbox/sandboxpeople.h"
#include "services/session/tombstonecure.h"
#include "services/settings/syncdeclaration.h"
#include "tests/app/composition/openedsandbox.h"
#include "tests/support/jobs.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>

using namespace likeness;
using namespace Qt::StringLiterals;

namespace {

QByteArray jpegOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", 90);
    return bytes;
}

} // namespace

/// The board of people of the sandbox, seen over the real protocols with sign-in.
class tst_SandboxBoard final : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void initTestCase();
    void cleanupTestCase();
    void everyStoreIsSeen();
    void seeingAgainSendsLittle();
    void anOlderPhotoIsToldApart();
    void aRemovalIsToldFromNoPhoto();
    void aViewerIsAskedToo();
    void aRemovalIsForgottenStepByStep();
    void watchSeesTheOwnVisit();

private:
    void show(const QString &key);
    void refresh();
    const Finding &at(SyncNode node) const { return *m_session->board().at(node); }

    test::OpenedSandbox m_house;
    test::ClockedPacing m_pacing;
    std::unique_ptr<BoardSession> m_session;
    FlowBook m_flows;
};

void tst_SandboxBoard::initTestCase()
{
    m_house.open();
    QVERIFY(m_house.ledger);
    const Result<FlowBook> flows = shippedFlows();
    QVERIFY(flows);
    m_flows = *flows;
    m_pacing.clock = &m_house.clock();
    BoardParts parts {
        m_flows, m_house.workers, m_pacing, {}, m_house.ledger.get(), &m_house.ledger->sightings()};
    goBySandboxClock(parts, *m_house.sandbox);
    m_session = std::make_unique<BoardSession>(*m_house.organisation, parts);
}

void tst_SandboxBoard::cleanupTestCase()
{
    m_session.reset();
    m_house.organisation.reset();
    m_house.sandbox.reset();
}

void tst_SandboxBoard::show(const QString &key)
{
    const auto person = test::outcome(m_house.organisation->directory->person(key));
    QVERIFY(person);
    m_session->setPerson(*person);
    refresh();
}

void tst_SandboxBoard::refresh()
{
    const QSignalSpy refreshed(m_session.get(), &BoardSession::refreshed);
    m_session->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(refreshed.size(), 1, 30'000);
}

void tst_SandboxBoard::everyStoreIsSeen()
{
    show(u"ines.munoz"_s); // signs in everywhere
    QVERIFY(m_house.organisation->nodes.size() >= 4);
    for (const SyncNode node : m_house.organisation->nodes) {
        const Sighting *sighting = m_session->sighting(node);
        QVERIFY2(sighting, idOf(node).data());
        QVERIFY2(!sighting->failed, sighting->failed ? qPrintable(sighting->failed->detail) : "");
        QVERIFY(!sighting->evidence.isEmpty());
        QCOMPARE(sighting->hasPhoto(), node != SyncNode::PublicUrl); // where few people have one
        if (sighting->hasPhoto())
            QVERIFY(sighting->largest()->print);
    }
    // in the sizes clients ask
    const Sighting *exchange = m_session->sighting(SyncNode::Exchange);
    QCOMPARE(exchange->served.size(), 3);
    QCOMPARE(exchange->served[0].edge(), 648);
    QCOMPARE(exchange->served[2].edge(), 48);
    QCOMPARE(m_session->sighting(SyncNode::SharePoint)->served.size(), 3);
    QVERIFY(m_session->sighting(SyncNode::ActiveDirectory)->changed);
    QCOMPARE(at(SyncNode::Exchange).state, SyncState::InStep);
}

void tst_SandboxBoard::seeingAgainSendsLittle()
{
    show(u"bo.lind"_s);
    QElapsedTimer time;
    qint64 first = 0;
    const auto noted = connect(m_session.get(), &BoardSession::seen, this, [&](SyncNode) {
        if (first == 0)
            first = time.nsecsElapsed();
    });
    time.start();
    refresh();
    const qint64 all = time.nsecsElapsed();
    disconnect(noted);
    qInfo("the first sighting after %.1f ms, all after %.1f ms", double(first) / 1e6, double(all) / 1e6);
    for (const SyncNode node : {SyncNode::Exchange, SyncNode::Microsoft365, SyncNode::SharePoint}) {
        const QStringList evidence = m_session->sighting(node)->evidence;
        QVERIFY2(!evidence.filter(u"(unchanged)"_s).isEmpty(), qPrintable(evidence.join(u'\n')));
        QVERIFY(!m_session->sighting(node)->largest()->photo.bytes.isEmpty());
    }
    const auto kept
        = m_house.ledger->sightings().history({m_house.organisation->id, u"bo.lind"_s}, SyncNode::Exchange);
    QVERIFY(kept);
    QCOMPARE(kept->size(), 1);
    QVERIFY(kept->constFirst().lastSeen > kept->constFirst().sighting.at);
}

void tst_SandboxBoard::anOlderPhotoIsToldApart()
{
    show(u"ines.munoz"_s); // SharePoint has the photo of some years ago
    QCOMPARE(at(SyncNode::SharePoint).comparison.likeness, Likeness::Different);
    QVERIFY(at(SyncNode::SharePoint).state != SyncState::InStep);
    QCOMPARE(at(SyncNode::Microsoft365).comparison.likeness, Likeness::Same);
    QCOMPARE(at(SyncNode::ActiveDirectory).comparison.likeness, Likeness::Same);
}

void tst_SandboxBoard::aRemovalIsToldFromNoPhoto()
{
    show(u"sean.obrien"_s); // only the directory has one, and Exchange serves that
    const Sighting *exchange = m_session->sighting(SyncNode::Exchange);
    QVERIFY(exchange->hasPhoto());
    QCOMPARE(exchange->largest()->photo.sha256,
        m_session->sighting(SyncNode::ActiveDirectory)->largest()->photo.sha256);
    m_house.sandbox->world()->changePhotos(
        u"sean.obrien"_s, [](SandboxPhotos &photos) { photos.mailboxRemoved = true; });
    const QSignalSpy changed(m_session.get(), &BoardSession::photoChanged);
    refresh();
    QCOMPARE(changed.size(), 2); // Skype for Business serves what Exchange does
    QCOMPARE(at(SyncNode::Exchange).state, SyncState::RemovedOnPurpose);
    QCOMPARE(at(SyncNode::SkypeForBusiness).state, SyncState::RemovedOnPurpose);
    QVERIFY(!at(SyncNode::SkypeForBusiness).shows);
}

void tst_SandboxBoard::aViewerIsAskedToo()
{
    show(u"ada.reyes"_s);
    const Finding skype = at(SyncNode::SkypeForBusiness);
    QVERIFY(!skype.derived);
    QVERIFY2(
        skype.evidence.value(0).startsWith("UCWA photo HR648X648"_L1), qPrintable(skype.evidence.join(u' ')));
    QVERIFY(skype.shows && skype.shows->edge() >= skype.needs);
    QVERIFY(at(SyncNode::Outlook).derived);
    QVERIFY(std::ranges::none_of(m_house.organisation->stores,
        [](const auto &store) { return store->id().instance == "skype"_L1; })); // nothing is uploaded there
}

/// Over the mailbox and directory of the test before: Exchange remembers a removal, the directory has a
/// photo.
void tst_SandboxBoard::aRemovalIsForgottenStepByStep()
{
    show(u"sean.obrien"_s);
    QCOMPARE(at(SyncNode::Exchange).state, SyncState::RemovedOnPurpose);
    Organisation &organisation = *m_house.organisation;
    PhotoStore *directory = organisation.store(organisation.nodes.key(SyncNode::ActiveDirectory));
    PhotoStore *mailbox = organisation.store(organisation.nodes.key(SyncNode::Exchange));
    const auto before = test::outcome(directory->read(m_session->person().keys));
    QVERIFY(before && *before);
    TombstoneCure cure({m_session->person(), *directory, *mailbox, organisation.id},
        {*m_house.ledger, m_house.workers, m_pacing});
    bool run = false;
    connect(&cure, &TombstoneCure::changed, this, [&] { // an administrator, once asked
        if (cure.step() == TombstoneCure::Step::Forget && cure.stillRemembers() && !std::exchange(run, true))
            QVERIFY(test::outcome(m_house.sandbox->events()->clearRecord(u"sean.obrien"_s)));
    });
    cure.next();
    QTRY_COMPARE_WITH_TIMEOUT(cure.step(), TombstoneCure::Step::Over, 30'000);
    QVERIFY(run);
    const auto after = test::outcome(directory->read(m_session->person().keys));
    QVERIFY(after && *after);
    QCOMPARE((*after)->photo, (*before)->photo);
    refresh();
    QVERIFY(at(SyncNode::Exchange).state != SyncState::RemovedOnPurpose);
    const auto entries = m_house.ledger->history(organisation.id, u"sean.obrien"_s);
    QVERIFY(entries);
    QCOMPARE(entries->size(), 2);
    QCOMPARE((*entries)[0].action, LedgerEntry::Action::Restore);
    QCOMPARE((*entries)[0].beforeSha256, QString()); // the command had taken it along
    QCOMPARE((*entries)[1].action, LedgerEntry::Action::Keep);
}

void tst_SandboxBoard::watchSeesTheOwnVisit()
{
    show(u"bo.lind"_s);
    const QByteArray photo = jpegOf(sandboxPhoto(u"bo.lind"_s, SandboxPhoto::Earlier, 648));
    m_house.sandbox->world()->clock().advance(std::chrono::hours(48));
    QVERIFY(m_house.sandbox->world()->saveInExchange(u"bo.lind"_s, photo));
    refresh();
    QCOMPARE(at(SyncNode::SharePoint).comparison.likeness, Likeness::Different);
    // what her own visit does: the server fetches all three sizes
    int looks = 0;
    const auto visiting = connect(m_session.get(), &BoardSession::refreshed, this, [&] {
        if (++looks != 2)
            return;
        for (const auto &[letter, edge] : {std::pair {'S', 48}, {'M', 72}, {'L', 300}})
            m_house.sandbox->world()->setSharePointPhoto(
                u"bo.lind"_s, letter, jpegOf(sandboxPhoto(u"bo.lind"_s, SandboxPhoto::Earlier, edge)));
        m_house.sandbox->world()->setCloudPhoto(u"bo.lind"_s, photo);
    });
    QStringList changed;
    const auto noting = connect(m_session.get(), &BoardSession::photoChanged, this,
        [&](SyncNode node) { changed.append(QString(idOf(node))); });
    m_session->watch();
    QTRY_VERIFY_WITH_TIMEOUT(at(SyncNode::SharePoint).comparison.likeness == Likeness::Same, 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(changed.contains(u"sp13"_s) && changed.contains(u"m365"_s), 30'000);
    disconnect(visiting);
    disconnect(noting);
    m_session->cancel();
}

QTEST_GUILESS_MAIN(tst_SandboxBoard)
#include "tst_sandboxboard.moc"
