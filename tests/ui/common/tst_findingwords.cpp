// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/curecommand.h"
#include "services/settings/syncdeclaration.h"
#include "ui/common/findingwords.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

/// The sentences of the board.
class tst_FindingWords : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void everyCause();
    void whereThereIsNoPhoto();
    void everyState();
    void times_data();
    void times();
    void arrivals_data();
    void arrivals();
    void cures();
    void commands();
    void hostileNames();

private:
    Person ada() const
    {
        Person person;
        person.keys = {u"ada.reyes"_s, {}, u"ada.reyes@lab.test"_s, u"ada.reyes@lab.test"_s, {}};
        person.displayName = u"Ada Reyes"_s;
        person.givenName = u"Ada"_s;
        return person;
    }
    const QDateTime m_now {{2026, 11, 21}, {9, 25}, Qt::UTC};
};

void tst_FindingWords::everyCause()
{
    QSet<QString> sentences;
    int count = 0;
    for (int at = 0; !nameOf(static_cast<Cause>(at)).isEmpty(); ++at, ++count) {
        Finding finding;
        finding.node = SyncNode::SharePoint;
        finding.source = SyncNode::Exchange;
        finding.state = SyncState::Different;
        finding.cause = static_cast<Cause>(at);
        const QString sentence = wordsFor(finding, {}, ada(), m_now).cause;
        QVERIFY2(sentence.endsWith(u'.'), nameOf(finding.cause).data());
        QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
        sentences.insert(sentence);
    }
    QCOMPARE(sentences.size(), count); // no two say the same
    QVERIFY(count > 30);
}

/// Nobody is told of a former or another photo where there is none.
void tst_FindingWords::whereThereIsNoPhoto()
{
    Finding finding;
    finding.node = SyncNode::Microsoft365;
    finding.source = SyncNode::ActiveDirectory;
    finding.state = SyncState::Pending;
    finding.cause = Cause::OnItsWay;
    const auto cause = [&] { return wordsFor(finding, {}, ada(), m_now).cause; };
    QCOMPARE(cause(), u"Microsoft 365 has no photo yet. It will come from Active Directory."_s);
    finding.state = SyncState::Missing;
    finding.cause = Cause::NothingBringsIt;
    finding.source.reset();
    QCOMPARE(cause(), u"Microsoft 365 has no photo, and nothing brings one there."_s);
    finding.shows = ServedPhoto {};
    QCOMPARE(cause(), u"Microsoft 365 shows another photo, and nothing brings the new one there."_s);
}

void tst_FindingWords::everyState()
{
    QSet<QString> words;
    for (int at = 0; at < syncStateCount; ++at)
        words.insert(wordFor(static_cast<SyncState>(at)));
    QCOMPARE(words.size(), syncStateCount);
}

void tst_FindingWords::times_data()
{
    QTest::addColumn<QDateTime>("latest");
    QTest::addColumn<QString>("badge");
    const auto at = [](int year, int month, int day, int hour, int minute) {
        return QDateTime({year, month, day}, {hour, minute}, Qt::UTC);
    };
    QTest::newRow("today") << at(2026, 11, 21, 14, 20) << u"Pending · by 14:20"_s;
    QTest::newRow("tomorrow") << at(2026, 11, 22, 9, 13) << u"Pending · by Sun 09:13"_s;
    QTest::newRow("within a week") << at(2026, 11, 27, 9, 13) << u"Pending · by Fri 09:13"_s;
    QTest::newRow("later") << at(2026, 12, 3, 9, 13) << u"Pending · by 3 December"_s;
    QTest::newRow("next year") << at(2027, 1, 20, 9, 13) << u"Pending · by 20 January 2027"_s;
}

void tst_FindingWords::times()
{
    QFETCH(const QDateTime, latest);
    QFETCH(const QString, badge);
    Finding finding;
    finding.state = SyncState::Pending;
    finding.arrival = {m_now, latest};
    QCOMPARE(wordsFor(finding, {}, ada(), m_now).badge, badge);
}

void tst_FindingWords::arrivals_data()
{
    QTest::addColumn<SyncState>("state");
    QTest::addColumn<int>("earliestHours"); // -1 = none
    QTest::addColumn<int>("latestHours"); // -1 = none
    QTest::addColumn<bool>("visit");
    QTest::addColumn<QString>("until");
    QTest::newRow("in step") << SyncState::InStep << -1 << -1 << false << u"There is nothing to wait for."_s;
    QTest::newRow("unknown") << SyncState::Unreachable << -1 << -1 << false
                             << u"Nothing can be said until it has been seen."_s;
    QTest::newRow("never") << SyncState::Different << -1 << -1 << false << u"It will not change by itself."_s;
    QTest::newRow("by itself") << SyncState::Pending << 0 << 3 << false
                               << u"By itself, by today 12:25 at the latest."_s;
    QTest::newRow("nobody knows") << SyncState::Pending << 0 << -1 << false
                                  << u"By itself; nobody has written down how long it takes."_s;
    QTest::newRow("visit") << SyncState::Stale << 0 << -1 << true
                           << u"Not by itself. As soon as Ada opens the own profile page."_s;
    QTest::newRow("visit later")
        << SyncState::Stale << 5 << -1 << true
        << u"Not by itself. When Ada opens the own profile page after today 14:25."_s;
    QTest::newRow("visit and by")
        << SyncState::Pending << 0 << 72 << true
        << u"When Ada opens the own profile page; then by Tue 09:25 at the latest."_s;
}

void tst_FindingWords::arrivals()
{
    QFETCH(const SyncState, state);
    QFETCH(const int, earliestHours);
    QFETCH(const int, latestHours);
    QFETCH(const bool, visit);
    QFETCH(const QString, until);
    Finding finding;
    finding.state = state;
    if (earliestHours >= 0)
        finding.arrival.earliest = m_now.addSecs(earliestHours * 3600);
    if (latestHours >= 0)
        finding.arrival.latest = m_now.addSecs(latestHours * 3600);
    finding.arrival.after = visit ? Trigger::OwnVisit : Trigger::Nothing;
    QCOMPARE(wordsFor(finding, {}, ada(), m_now).until, until);
}

void tst_FindingWords::cures()
{
    const Result<FlowBook> book = shippedFlows();
    QVERIFY(book);
    for (const Cure &cure : book->cures) {
        const CureWords words = wordsFor(cure, ada());
        QVERIFY2(!words.title.isEmpty(), qPrintable(cure.id));
        QVERIFY2(words.facts.contains(u" · "_s), qPrintable(cure.id));
        QCOMPARE(words.button.isEmpty(), cure.action == CureAction::None);
        QVERIFY2(!words.command.contains(u'{') || words.command.contains(u"@{"_s), qPrintable(words.command));
    }
    const CureWords visit = wordsFor(*book->cure(u"own-visit"_s), ada());
    QCOMPARE(visit.title, u"Ask Ada to open the own profile page once"_s);
    QVERIFY(visit.message.startsWith(u"Hello Ada,"_s));
}

void tst_FindingWords::commands()
{
    const Result<FlowBook> book = shippedFlows();
    const auto line = [&](const QString &id) { return commandFor(*book->cure(id), ada().keys); };
    QCOMPARE(line(u"clear-tombstone"_s), u"Remove-UserPhoto 'ada.reyes@lab.test' -ClearMailboxPhotoRecord"_s);
    QCOMPARE(line(u"rewrite-directory"_s),
        u"Set-ADUser 'ada.reyes' -Replace @{thumbnailPhoto=[IO.File]::ReadAllBytes('ada.reyes-96.jpg')}"_s);
    QCOMPARE(line(u"thumbnail-job"_s),
        u"Update-SPProfilePhotoStore -MySiteHostLocation 'https://my.lab.test' "
        "-CreateThumbnailsForImportedPhotos $true"_s);
    QCOMPARE(line(u"sync-now"_s), u"Start-ADSyncSyncCycle -PolicyType Delta"_s);
    QVERIFY(line(u"own-visit"_s).isEmpty());
}

void tst_FindingWords::hostileNames()
{
    PersonKeys keys;
    keys.key = u"o'{upn}; Remove-Item"_s;
    keys.upn = u"x"_s;
    QCOMPARE(commandFor({u"c"_s, CureRights::Anyone, u"Do {key}"_s}, keys), u"Do 'o''{upn}; Remove-Item'"_s);
}

QTEST_MAIN(tst_FindingWords)
#include "tst_findingwords.moc"
