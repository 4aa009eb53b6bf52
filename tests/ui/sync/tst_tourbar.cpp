// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/tourbar.h"
#include "ui/sync/tourwords.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

/// What the guided tours say, and that they can be pressed through.
class tst_TourBar : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void everyStepHasWords();
    void offersAllTours();
    void leadsThroughATour();
};

namespace {

QPushButton *buttonSaying(const QWidget &bar, const QString &words)
{
    for (QPushButton *button : bar.findChildren<QPushButton *>()) {
        if (button->text() == words && button->isVisibleTo(&bar))
            return button;
    }
    return nullptr;
}

bool says(const QWidget &bar, const QString &words)
{
    const QList<QLabel *> labels = bar.findChildren<QLabel *>();
    return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text() == words; });
}

} // namespace

void tst_TourBar::everyStepHasWords()
{
    QSet<QString> ids;
    for (const Tour &tour : sandboxTours()) {
        QVERIFY2(!wordsForTour(tour.id).title.isEmpty(), qPrintable(tour.id));
        QVERIFY2(wordsForTour(tour.id).story.endsWith(u'.'), qPrintable(tour.id));
        for (const TourStep &step : tour.steps) {
            QVERIFY2(!ids.contains(step.id), qPrintable(step.id));
            ids.insert(step.id);
            QVERIFY2(!wordsForTourStep(step.id).button.isEmpty(), qPrintable(step.id));
            QVERIFY2(wordsForTourStep(step.id).after.endsWith(u'.'), qPrintable(step.id));
        }
    }
    QVERIFY(wordsForTour(u"moon"_s).title.isEmpty());
}

void tst_TourBar::offersAllTours()
{
    TourBar bar;
    QVERIFY(!bar.isVisibleTo(nullptr)); // only its button shows, in the head of the page
    const QSignalSpy chosen(&bar, &TourBar::tourChosen);
    const QList<QAction *> offers = bar.chooser()->menu()->actions();
    QCOMPARE(offers.size(), 6);
    QCOMPARE(offers[2]->text(), u"Blurred in meetings"_s);
    offers[2]->trigger();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), u"blurred"_s);
}

void tst_TourBar::leadsThroughATour()
{
    QWidget page;
    TourBar bar(&page);
    page.show();
    const QSignalSpy next(&bar, &TourBar::nextRequested);
    const QSignalSpy ended(&bar, &TourBar::endRequested);
    const Tour blurred = sandboxTours()[2];
    QCOMPARE(blurred.steps.size(), 2);
    bar.setTour(blurred, -1);
    QVERIFY(says(bar, u"Kenji is a blur in every meeting, though his photo looks right in a list."_s));
    QPushButton *first = buttonSaying(bar, u"Look at the board"_s);
    QVERIFY(first);
    bar.setBusy(true);
    QVERIFY(!first->isEnabled());
    bar.setBusy(false);
    QTest::mouseClick(first, Qt::LeftButton);
    QCOMPARE(next.size(), 1);

    bar.setTour(blurred, 0);
    QVERIFY(says(bar, u"Only 48 × 48 pixels exist anywhere. A call shows them at 300 and more."_s));
    QVERIFY(buttonSaying(bar, u"Upload a large photo"_s));
    bar.setTour(blurred, 1);
    QVERIFY(says(bar, u"Skype for Business takes what it needs from Exchange."_s));
    QVERIFY(!buttonSaying(bar, u"Upload a large photo"_s)); // there is no further step
    QPushButton *end = buttonSaying(bar, u"End the tour"_s);
    QVERIFY(end);
    QTest::mouseClick(end, Qt::LeftButton);
    QCOMPARE(ended.size(), 1);
    bar.setTour(std::nullopt, -1);
    QVERIFY(!bar.isVisible());
}

QTEST_MAIN(tst_TourBar)
#include "tst_tourbar.moc"
