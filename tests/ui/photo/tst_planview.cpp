// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/photo/portrait.h"
#include "ui/common/theme.h"
#include "ui/photo/planrow.h"
#include "ui/photo/planview.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace likeness;
using Stage = StoreProgress::Stage;

class PlanViewTest final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void saysWhatWillBeWritten();
    void choosesStores();
    void explainsTheOrder();
    void showsProgressAndResult_data();
    void showsProgressAndResult();
    void offersRetry();
    void letsAConflictBeDecided();
    void uploadTurnsIntoCancel();
    void restoresFromTheHistory();

private:
    QString allText() const;
    QPushButton *button(const QString &name) const;
    void show();

    Theme m_theme;
    std::unique_ptr<PlanView> m_view;
    QList<StoreOffer> m_offers;
    UploadPlan m_plan;
    StoreId m_ad {Workload::ActiveDirectory, QStringLiteral("ad")};
};

void PlanViewTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    m_view = std::make_unique<PlanView>(m_theme);
    m_view->resize(400, 500);
    StoreOffer offer;
    offer.store = m_ad;
    offer.title = QStringLiteral("Active Directory");
    offer.writes = *PhotoSize::of(96);
    offer.byteBudget = 10 * 1024;
    offer.byteLimit = 100 * 1024;
    offer.currentKnown = true;
    offer.current = EncodedPhoto::of(encodedAs(drawnPortrait({64, 64}), "JPEG"), {64, 64});
    offer.planned = EncodedPhoto::of(QByteArray(8500, 'x'), {96, 96});
    offer.plannedQuality = 92;
    m_offers = {offer};
    m_plan.steps = {PlanStep {m_ad, 1, true, {}}};
    m_view->setHasPicture(true);
    show();
    m_view->show();
}

void PlanViewTest::show()
{
    m_view->setPlan(m_offers, m_plan, 1800);
}

QString PlanViewTest::allText() const
{
    QStringList texts;
    for (const QLabel *label : m_view->findChildren<QLabel *>()) {
        if (label->isVisible())
            texts += label->text();
    }
    return texts.join(QLatin1Char('\n'));
}

QPushButton *PlanViewTest::button(const QString &name) const
{
    for (QPushButton *one : m_view->findChildren<QPushButton *>()) {
        QString said = one->accessibleName().isEmpty() ? one->text() : one->accessibleName();
        if (said.remove(QLatin1Char('&')) == name)
            return one;
    }
    return nullptr;
}

void PlanViewTest::saysWhatWillBeWritten()
{
    const QString text = allText();
    QVERIFY2(text.contains(QStringLiteral("96 × 96 · 8.3 KB of 10 KB · quality 92")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("replaces 64 × 64, ")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("step 1")));
    QVERIFY(text.contains(QStringLiteral("is kept; you can restore it.")));
    m_offers[0].current.reset();
    show();
    QVERIFY(allText().contains(QStringLiteral("no photo there yet")));
}

void PlanViewTest::choosesStores()
{
    QSignalSpy chosen(m_view.get(), &PlanView::chosen);
    auto *box = m_view->findChild<QCheckBox *>();
    QCOMPARE(box->accessibleName(), QStringLiteral("Upload to Active Directory"));
    QTest::mouseClick(box, Qt::LeftButton, {}, box->rect().center());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).value<StoreId>(), m_ad);
    QCOMPARE(chosen.at(0).at(1).toBool(), false);
    m_plan.steps[0].writes = false;
    show();
    QVERIFY(!button(QStringLiteral("Upload"))->isEnabled());
}

void PlanViewTest::explainsTheOrder()
{
    QVERIFY(!allText().contains(QStringLiteral("Order matters.")));
    StoreOffer exchange = m_offers.constFirst();
    exchange.store = {Workload::Exchange, QStringLiteral("mailbox")};
    exchange.title = QStringLiteral("Exchange mailbox");
    m_offers.prepend(exchange);
    m_plan.steps = {PlanStep {exchange.store, 1, true, {}}, PlanStep {m_ad, 2, true, {}}};
    show();
    QVERIFY(allText().contains(QStringLiteral("Order matters.")));
}

void PlanViewTest::showsProgressAndResult_data()
{
    QTest::addColumn<int>("stage");
    QTest::addColumn<QString>("words");
    QTest::newRow("reading") << int(Stage::Reading) << QStringLiteral("looking what is there now");
    QTest::newRow("saving") << int(Stage::Saving) << QStringLiteral("keeping the photo");
    QTest::newRow("writing") << int(Stage::Writing) << QStringLiteral("writing");
    QTest::newRow("verifying") << int(Stage::Verifying) << QStringLiteral("reading back");
    QTest::newRow("done") << int(Stage::Done) << QStringLiteral("saved and read back");
    QTest::newRow("cancelled") << int(Stage::Cancelled) << QStringLiteral("cancelled");
}

void PlanViewTest::showsProgressAndResult()
{
    QFETCH(int, stage);
    QFETCH(QString, words);
    StoreProgress progress;
    progress.stage = Stage(stage);
    m_view->setProgress(m_ad, progress);
    QVERIFY2(allText().contains(words), qPrintable(allText()));
}

void PlanViewTest::offersRetry()
{
    QSignalSpy retried(m_view.get(), &PlanView::retryPressed);
    StoreProgress failed;
    failed.stage = Stage::Failed;
    failed.error = Error {Errc::PasswordExpired};
    m_view->setProgress(m_ad, failed);
    QVERIFY2(allText().contains(QStringLiteral("password has expired")), qPrintable(allText()));
    QTest::mouseClick(button(QStringLiteral("Retry Active Directory")), Qt::LeftButton);
    QCOMPARE(retried.size(), 1);
    QCOMPARE(retried.at(0).at(0).value<StoreId>(), m_ad);
}

void PlanViewTest::letsAConflictBeDecided()
{
    QSignalSpy left(m_view.get(), &PlanView::leavePressed);
    QSignalSpy replaced(m_view.get(), &PlanView::overwritePressed);
    StoreProgress conflict;
    conflict.stage = Stage::Conflicted;
    conflict.error = Error {Errc::Conflict};
    conflict.found = EncodedPhoto::of(encodedAs(drawnPortrait({64, 64}, Qt::darkGreen), "JPEG"), {64, 64});
    m_view->setProgress(m_ad, conflict);
    QVERIFY(allText().contains(QStringLiteral("there now")));
    QVERIFY(allText().contains(QStringLiteral("yours")));
    QTest::mouseClick(button(QStringLiteral("Keep theirs in Active Directory")), Qt::LeftButton);
    QTest::mouseClick(button(QStringLiteral("Replace it in Active Directory")), Qt::LeftButton);
    QCOMPARE(left.size(), 1);
    QCOMPARE(replaced.size(), 1);
}

void PlanViewTest::uploadTurnsIntoCancel()
{
    QSignalSpy uploaded(m_view.get(), &PlanView::uploadPressed);
    QSignalSpy cancelled(m_view.get(), &PlanView::cancelPressed);
    QTest::mouseClick(button(QStringLiteral("Upload")), Qt::LeftButton);
    m_view->setRunning(true);
    QVERIFY(!m_view->findChild<QCheckBox *>()->isEnabled());
    QTest::mouseClick(button(QStringLiteral("Cancel")), Qt::LeftButton);
    QCOMPARE(uploaded.size(), 1);
    QCOMPARE(cancelled.size(), 1);
    m_view->setRunning(false);
    m_view->setHasPicture(false);
    QVERIFY(!button(QStringLiteral("Upload"))->isEnabled());
}

void PlanViewTest::restoresFromTheHistory()
{
    LedgerEntry entry;
    entry.id = 7;
    entry.at = QDateTime(QDate(2026, 3, 3), QTime(9, 30), Qt::UTC);
    entry.store = m_ad;
    entry.storeTitle = QStringLiteral("Active Directory");
    entry.outcome = LedgerEntry::Outcome::Verified;
    entry.beforeSha256 = QStringLiteral("aa");
    entry.afterSha256 = QStringLiteral("bb");
    QSignalSpy restored(m_view.get(), &PlanView::restorePressed);
    m_view->setHistory({entry});
    m_view->showHistory(true);
    QVERIFY(allText().contains(QStringLiteral("saved and read back")));
    for (QPushButton *one : m_view->findChildren<QPushButton *>()) {
        if (one->accessibleName().startsWith(QStringLiteral("Restore what Active Directory had before")))
            QTest::mouseClick(one, Qt::LeftButton);
    }
    QCOMPARE(restored.size(), 1);
    QCOMPARE(restored.at(0).at(0).toLongLong(), 7);
}

QTEST_MAIN(PlanViewTest)
#include "tst_planview.moc"
