// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/services/session/import/importtest.h"
#include "ui/common/theme.h"
#include "ui/people/import/importmodel.h"
#include "ui/people/import/importpage.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>

using namespace likeness;
using namespace Qt::StringLiterals;

/// The page of bulk imports, its buttons pressed.
class tst_ImportPage : public ImportTest
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void looksAndCounts();
    void chipsShowOnlyTheirRows();
    void patternIsExplained();
    void startWritesAndUndoPutsBack();
    void uncheckedRowsAreLeftOut();
    void pausedAndGoneOn();
    void oneRowTriedAgain();
    void candidatesAreOffered();
    void offersToGoOn();
    void modelIsSound();

private:
    void show();
    void look();
    QAbstractButton *button(const QString &name) const;
    void press(const QString &name);
    QListView *list() const { return m_page->findChild<QListView *>(); }
    void choose(const QString &file);
    bool says(const QString &text) const;

    Theme m_theme;
    PeopleStore *m_store = nullptr;
    std::unique_ptr<ImportRun> m_run;
    std::unique_ptr<ImportPage> m_page;
};

void tst_ImportPage::init()
{
    ImportTest::init();
    m_store = &addStore(Workload::Folder, u"folder"_s, 96);
    put(u"amy.jpg"_s, jpeg(picture(1, {240, 240})));
    put(u"zoe.jpg"_s, jpeg(picture(2, {240, 240})));
    put(u"Ann Lee.jpg"_s, jpeg(picture(3, {240, 240})));
    put(u"bo.jpg"_s, "no picture");
    put(u"who.jpg"_s, jpeg(picture(4, {240, 240})));
    m_run = std::make_unique<ImportRun>(*m_organisation, *m_ledger, m_ledger->imports(), *m_workers);
    m_run->setPacing(m_pacing);
    show();
}

void tst_ImportPage::cleanup()
{
    m_page.reset();
    m_run.reset();
    ImportTest::cleanup();
}

void tst_ImportPage::show()
{
    m_page = std::make_unique<ImportPage>(
        *m_plan, *m_run, ImportSource::Stores {{u"folder"_s, u"Photo folder"_s}}, *m_workers, m_theme);
    m_page->resize(1180, 820);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

QAbstractButton *tst_ImportPage::button(const QString &name) const
{
    const QList<QAbstractButton *> all = m_page->findChildren<QAbstractButton *>();
    for (QAbstractButton *each : all) {
        const QString spoken = each->accessibleName().isEmpty() ? each->text() : each->accessibleName();
        if (spoken == name && each->isVisible())
            return each;
    }
    return nullptr;
}

void tst_ImportPage::press(const QString &name)
{
    QAbstractButton *found = button(name);
    QVERIFY2(found && found->isEnabled(), qPrintable(name));
    QTest::mouseClick(found, Qt::LeftButton);
}

void tst_ImportPage::look()
{
    m_page->setSource(folder());
    QTRY_VERIFY_WITH_TIMEOUT(!m_plan->rows().isEmpty() && !m_plan->isBusy(), 30'000);
    QTRY_VERIFY(button(u"All: 5"_s) && button(u"Ready: 2"_s));
}

void tst_ImportPage::choose(const QString &file)
{
    const QAbstractItemModel *model = list()->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex index = model->index(row, 0);
        if (index.data(ImportModel::RowRole).value<ImportRow>().name() == file) {
            QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualRect(index).center());
            return;
        }
    }
    QFAIL(qPrintable(file));
}

bool tst_ImportPage::says(const QString &text) const
{
    const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
    return std::ranges::any_of(
        labels, [&text](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
}

void tst_ImportPage::looksAndCounts()
{
    QVERIFY(says(u"Photos for many people"_s));
    QVERIFY(!button(u"Start"_s)->isEnabled());
    look();
    QVERIFY(button(u"Several fit: 1"_s));
    QVERIFY(button(u"Nobody fits: 1"_s));
    QVERIFY(button(u"No picture: 1"_s));
    QVERIFY(button(u"Start (2)"_s)->isEnabled());
    QCOMPARE(list()->model()->rowCount(), 5);
    QVERIFY(m_store->journal.isEmpty());
}

void tst_ImportPage::chipsShowOnlyTheirRows()
{
    look();
    press(u"Nobody fits: 1"_s);
    QCOMPARE(list()->model()->rowCount(), 1);
    choose(u"who.jpg"_s);
    QVERIFY(says(u"leads to nobody"_s));
    press(u"All: 5"_s);
    QCOMPARE(list()->model()->rowCount(), 5);
}

void tst_ImportPage::patternIsExplained()
{
    look();
    auto *pattern = m_page->findChild<QLineEdit *>();
    QCOMPARE(pattern->accessibleName(), u"How the files are named"_s);
    pattern->selectAll();
    QTest::keyClicks(pattern, u"{phone}"_s);
    QVERIFY(says(u"There is no placeholder {phone}."_s));
    QVERIFY(!button(u"Look again"_s)->isEnabled());
    pattern->selectAll();
    QTest::keyClicks(pattern, u"{givenName} {sn}"_s);
    QVERIFY(says(u"does not fit"_s));
    press(u"Look again"_s);
    QTRY_VERIFY(button(u"Nobody fits: 4"_s)); // but the two called Ann Lee
}

void tst_ImportPage::startWritesAndUndoPutsBack()
{
    const EncodedPhoto old = EncodedPhoto::of(jpeg(picture(9, {96, 96})), {96, 96});
    m_store->held.insert_or_assign(u"amy"_s, old);
    look();
    press(u"Start (2)"_s);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"Undo the import"_s), 30'000);
    QTRY_VERIFY(button(u"Done: 2"_s));
    QCOMPARE(m_store->held.size(), 2U);
    QVERIFY(m_store->of(u"amy"_s) != ExpectedPhoto(old));
    QVERIFY(button(u"Save report…"_s));
    press(u"Undo the import"_s);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"Undone: 2"_s), 30'000);
    QCOMPARE(m_store->held.size(), 1U);
    QCOMPARE(m_store->of(u"amy"_s), ExpectedPhoto(old));
    press(u"New look"_s);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"Start (2)"_s) && button(u"Start (2)"_s)->isEnabled(), 30'000);
}

void tst_ImportPage::uncheckedRowsAreLeftOut()
{
    look();
    choose(u"amy.jpg"_s);
    QTest::keyClick(list(), Qt::Key_Space);
    QTRY_VERIFY(button(u"Start (1)"_s));
    press(u"Start (1)"_s);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"Done: 1"_s), 30'000);
    QCOMPARE(m_store->journal, QStringList {u"write zoe"_s});
}

void tst_ImportPage::pausedAndGoneOn()
{
    m_store->writeFaults[u"amy"_s] = {Error {Errc::Throttled, u"429"_s}};
    m_pacing.stands = true; // she rests until somebody goes on
    look();
    press(u"Start (2)"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_pacing.waits.size(), 1, 30'000);
    press(u"Pause"_s);
    QTRY_VERIFY(says(u"Paused."_s));
    m_pacing.stands = false;
    press(u"Go on"_s);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"Done: 2"_s), 30'000);
    QVERIFY(says(u"Finished."_s));
}

void tst_ImportPage::oneRowTriedAgain()
{
    m_store->writeFaults[u"amy"_s] = {Error {Errc::Refused, u"no"_s}};
    look();
    press(u"Start (2)"_s);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"Failed: 1"_s), 30'000);
    choose(u"amy.jpg"_s);
    press(u"Try again"_s);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"Done: 2"_s), 30'000);
}

void tst_ImportPage::candidatesAreOffered()
{
    look();
    choose(u"Ann Lee.jpg"_s);
    QTRY_VERIFY(button(u"It is Ann Lee (ann1)"_s));
    press(u"It is Ann Lee (ann2)"_s);
    QTRY_VERIFY_WITH_TIMEOUT(button(u"Start (3)"_s), 30'000);
}

void tst_ImportPage::offersToGoOn()
{
    ImportRunHead head;
    head.id = 7;
    head.source = u"C:/Photos"_s;
    head.at = QDateTime::currentDateTimeUtc();
    m_page->offerResume(head, 12);
    QVERIFY(says(u"An import was not finished"_s));
    QSignalSpy wanted(m_page.get(), &ImportPage::resumeWanted);
    press(u"Show it"_s);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().toLongLong(), 7);
    QSignalSpy left(m_page.get(), &ImportPage::left);
    press(u"Back to the people"_s);
    QCOMPARE(left.size(), 1);
}

void tst_ImportPage::modelIsSound()
{
    ImportModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    ImportRow row;
    row.number = 1;
    row.file = u"/in/amy.jpg"_s;
    row.verdict = ImportVerdict::Ready;
    ImportRow other = row;
    other.verdict = ImportVerdict::Unmatched;
    model.setRows({row, other, row}, true);
    QCOMPARE(model.groups().size(), 1); // nothing is known yet
    for (int i = 0; i < 3; ++i)
        model.setKnown(i, true);
    QCOMPARE(model.groups().size(), 2);
    model.showGroup(model.groups().last().id);
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(!model.flags(model.index(0)).testFlag(Qt::ItemIsUserCheckable));
    model.showGroup({});
    QVERIFY(model.flags(model.index(2)).testFlag(Qt::ItemIsUserCheckable));
    QSignalSpy included(&model, &ImportModel::includedChanged);
    QVERIFY(model.setData(model.index(2), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(included.first(), (QVariantList {2, false}));
}

QTEST_MAIN(tst_ImportPage)
#include "tst_importpage.moc"
