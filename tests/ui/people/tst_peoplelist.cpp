// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/sqlledger.h"
#include "services/session/peoplephotos.h"
#include "tests/support/fakes/scriptedstore.h"
#include "tests/support/flatpictures.h"
#include "tests/ui/support/fakehouse.h"
#include "ui/common/segmented.h"
#include "ui/common/theme.h"
#include "ui/people/peoplemodel.h"
#include "ui/people/peoplesearchpage.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QTimeZone>

using namespace likeness;
using namespace Qt::StringLiterals;

/// The People page with a real ledger: photos and states beside the names, filters by what a scan has seen,
/// and what is done to several.
class tst_PeopleList final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void showsPhotosAsTheyArrive();
    void showsHowTheyStand();
    void filtersByWhatWasSeen();
    void theLastChangedComesFirst();
    void wordsNarrowAFilter();
    void filteredPeopleComePageByPage();
    void saysWhenNobodyStandsSo();
    void severalCanBeExported();

private:
    void keep(const QString &name, SyncState state, int edge, bool differs = false,
        const std::optional<QDateTime> &changed = std::nullopt);
    void pressFilter(const QString &words);
    QListView *list() const { return m_page->findChild<QListView *>(); }
    QLineEdit *words() const { return m_page->findChild<QLineEdit *>(); }
    QStringList names() const;
    QAbstractButton *button(const QString &words) const;
    bool says(const QString &words) const;

    Theme m_theme;
    QTemporaryDir m_dir;
    QThreadPool m_workers;
    FakeDirectory m_directory;
    std::unique_ptr<SqlLedger> m_ledger;
    std::unique_ptr<Organisation> m_organisation;
    std::unique_ptr<PeoplePhotos> m_photos;
    std::unique_ptr<PeopleSearchPage> m_page;
};

void tst_PeopleList::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    auto opening
        = SqlLedger::open(m_dir.filePath(QLatin1StringView(QTest::currentTestFunction()) + u".sqlite"_s));
    QVERIFY(opening);
    m_ledger = std::move(opening->ledger);
    m_organisation = std::make_unique<Organisation>();
    m_organisation->id = u"lab"_s;
    auto store
        = std::make_unique<ScriptedStore>(StoreId {Workload::ActiveDirectory, u"ad"_s}, StoreTraits {});
    store->held = EncodedPhoto::of(test::flatPicture({96, 96}, Qt::red), {96, 96});
    m_organisation->stores.push_back(std::move(store));
    m_photos = std::make_unique<PeoplePhotos>(
        PeoplePhotos::House {*m_organisation, *m_ledger, m_workers, QString()});
    m_directory.people = {inventedPerson(u"Amy Alberts"_s, {}), inventedPerson(u"Ann Bell"_s, {})};
    m_page = std::make_unique<PeopleSearchPage>(&m_directory, m_theme);
    m_page->setSources(m_photos.get(), &m_ledger->standings(), u"lab"_s);
    m_page->resize(1000, 700);
    m_page->show();
}

void tst_PeopleList::cleanup()
{
    m_page.reset();
    m_photos.reset();
    m_organisation.reset();
    m_ledger.reset();
}

void tst_PeopleList::keep(
    const QString &name, SyncState state, int edge, bool differs, const std::optional<QDateTime> &changed)
{
    Standing standing;
    standing.person = inventedPerson(name, {});
    standing.overall = state;
    standing.edge = edge;
    standing.differs = differs;
    standing.changed = changed;
    standing.looked = QDateTime::currentDateTimeUtc();
    QVERIFY(m_ledger->standings().write(u"lab"_s, standing));
}

QStringList tst_PeopleList::names() const
{
    QStringList names;
    for (int row = 0; row < list()->model()->rowCount(); ++row)
        names += list()->model()->index(row, 0).data().toString();
    return names;
}

QAbstractButton *tst_PeopleList::button(const QString &words) const
{
    for (QAbstractButton *each : m_page->findChildren<QAbstractButton *>()) {
        if (each->isVisible() && each->text() == words)
            return each;
    }
    return nullptr;
}

void tst_PeopleList::pressFilter(const QString &words)
{
    QVERIFY2(button(words), qPrintable(words));
    QTest::mouseClick(button(words), Qt::LeftButton);
}

bool tst_PeopleList::says(const QString &words) const
{
    const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
    return std::ranges::any_of(
        labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
}

void tst_PeopleList::showsPhotosAsTheyArrive()
{
    m_page->searchFor(u"a"_s);
    QTRY_COMPARE(names().size(), 2);
    const QModelIndex amy = list()->model()->index(0, 0);
    QTRY_VERIFY(!amy.data(PeopleModel::PhotoRole).value<QImage>().isNull());
    const QImage shown = list()->viewport()->grab().toImage();
    const QRect row = list()->visualRect(amy);
    QCOMPARE(shown.pixelColor(row.left() + 24, row.center().y()).red() > 200, true);
}

void tst_PeopleList::showsHowTheyStand()
{
    keep(u"Amy Alberts"_s, SyncState::Stale, 648);
    m_page->searchFor(u"a"_s);
    QTRY_COMPARE(names().size(), 2);
    QCOMPARE(list()->model()->index(0, 0).data(PeopleModel::StateRole).toInt(),
        static_cast<int>(SyncState::Stale));
    QVERIFY(!list()->model()->index(1, 0).data(PeopleModel::StateRole).isValid()); // never looked at
    QVERIFY(list()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().endsWith(u", Stale"_s));
    keep(u"Amy Alberts"_s, SyncState::InStep, 648); // looked at on her page meanwhile
    m_page->hide();
    m_page->show();
    QCOMPARE(list()->model()->index(0, 0).data(PeopleModel::StateRole).toInt(),
        static_cast<int>(SyncState::InStep));
}

void tst_PeopleList::filtersByWhatWasSeen()
{
    keep(u"Amy Alberts"_s, SyncState::InStep, 648);
    keep(u"Ann Bell"_s, SyncState::Missing, 0);
    keep(u"Bo Lind"_s, SyncState::Reduced, 96);
    keep(u"Cy Dunn"_s, SyncState::Different, 648, true);
    pressFilter(u"Without photo"_s);
    QCOMPARE(names(), QStringList {u"Ann Bell"_s});
    pressFilter(u"Different"_s);
    QCOMPARE(names(), QStringList {u"Cy Dunn"_s});
    pressFilter(u"Small"_s);
    QVERIFY(names().contains(u"Bo Lind"_s));
    QVERIFY(!names().contains(u"Amy Alberts"_s));
    pressFilter(u"Everybody"_s);
    QVERIFY(says(u"Whose photo?"_s));
}

void tst_PeopleList::theLastChangedComesFirst()
{
    const QDateTime monday(QDate(2026, 3, 2), QTime(9, 0), QTimeZone::utc());
    keep(u"Amy Alberts"_s, SyncState::InStep, 648, false, monday);
    keep(u"Ann Bell"_s, SyncState::InStep, 648, false, monday.addDays(2));
    keep(u"Bo Lind"_s, SyncState::InStep, 648, false, monday.addDays(1));
    keep(u"Cy Dunn"_s, SyncState::Missing, 0);
    pressFilter(u"Last changed"_s);
    QCOMPARE(names(), (QStringList {u"Ann Bell"_s, u"Bo Lind"_s, u"Amy Alberts"_s}));
}

void tst_PeopleList::wordsNarrowAFilter()
{
    keep(u"Ann Bell"_s, SyncState::Missing, 0);
    keep(u"Bo Lind"_s, SyncState::Missing, 0);
    pressFilter(u"Without photo"_s);
    QCOMPARE(names().size(), 2);
    QTest::keyClicks(words(), u"lind"_s);
    QTRY_COMPARE(names(), QStringList {u"Bo Lind"_s});
}

void tst_PeopleList::filteredPeopleComePageByPage()
{
    for (int person = 0; person < 130; ++person)
        keep(u"Person %1"_s.arg(person, 3, 10, QChar(u'0')), SyncState::Missing, 0);
    pressFilter(u"Without photo"_s);
    QCOMPARE(names().size(), 50);
    QTest::keyClick(list(), Qt::Key_End);
    QTRY_COMPARE(names().size(), 100);
    QTest::keyClick(list(), Qt::Key_End);
    QTRY_COMPARE(names().size(), 130);
    QCOMPARE(names().constLast(), u"Person 129"_s);
    QStringList each = names();
    QCOMPARE(each.removeDuplicates(), 0);
}

void tst_PeopleList::saysWhenNobodyStandsSo()
{
    pressFilter(u"Failed"_s);
    QVERIFY(says(u"Nobody stands so"_s));
}

void tst_PeopleList::severalCanBeExported()
{
    m_page->searchFor(u"a"_s);
    QTRY_COMPARE(names().size(), 2);
    QVERIFY(!button(u"Export photos…"_s));
    QTest::keyClick(list(), Qt::Key_A, Qt::ControlModifier);
    QVERIFY(says(u"Selected: 2"_s));
    const QSignalSpy wanted(m_page.get(), &PeopleSearchPage::exportRequested);
    QTest::mouseClick(button(u"Export photos…"_s), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][0].value<QList<Person>>().size(), 2);
    m_page->setExporting(Progress {7, -1});
    QVERIFY(says(u"Exporting: 7"_s));
    const QSignalSpy cancelled(m_page.get(), &PeopleSearchPage::exportCancelled);
    QTest::mouseClick(button(u"Cancel"_s), Qt::LeftButton);
    QCOMPARE(cancelled.size(), 1);
}

QTEST_MAIN(tst_PeopleList)
#include "tst_peoplelist.moc"
