// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/curesteps.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

/// What a cure of several steps says at each, and what can be pressed.
class tst_CureSteps final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_page.reset(); }
    void nothingIsShownWithoutACure();
    void asksForTheCommand();
    void theSandboxRunsItItself();
    void saysWhatWentWrong();
    void endsWithWhatWasDone();

private:
    QPushButton *button(const QString &words) const;
    bool says(const QString &words) const;

    std::unique_ptr<QWidget> m_page;
    CureSteps *m_steps = nullptr;
};

void tst_CureSteps::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_page = std::make_unique<QWidget>();
    m_steps = new CureSteps(m_page.get());
    m_page->show();
}

QPushButton *tst_CureSteps::button(const QString &words) const
{
    for (QPushButton *button : m_steps->findChildren<QPushButton *>()) {
        if (button->text() == words && button->isVisible())
            return button;
    }
    return nullptr;
}

bool tst_CureSteps::says(const QString &words) const
{
    const QList<QLabel *> labels = m_steps->findChildren<QLabel *>();
    return std::ranges::any_of(
        labels, [&](const QLabel *label) { return label->isVisible() && label->text() == words; });
}

void tst_CureSteps::nothingIsShownWithoutACure()
{
    QVERIFY(!m_steps->isVisible());
    m_steps->setProgress(CureProgress {});
    QVERIFY(m_steps->isVisible());
    m_steps->setProgress(std::nullopt);
    QVERIFY(!m_steps->isVisible());
}

void tst_CureSteps::asksForTheCommand()
{
    CureProgress progress;
    progress.step = TombstoneCure::Step::Forget;
    progress.stillRemembers = true;
    progress.command = u"Remove-UserPhoto 'amy@lab.test' -ClearMailboxPhotoRecord"_s;
    m_steps->setProgress(progress);
    QVERIFY(says(u"The directory's photo is kept in the history."_s));
    QVERIFY(says(u"Exchange still remembers the removal. Likeness looks again by itself."_s));
    progress.stillRemembers = false;
    progress.settling = true;
    m_steps->setProgress(progress);
    QVERIFY(says(
        u"Exchange has forgotten the removal. Likeness looks once more: the command takes the photo of the "
        u"directory along too."_s));
    QVERIFY(!button(u"Run it in the sandbox"_s));
    QTest::mouseClick(button(u"Copy command"_s), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), progress.command);
    QVERIFY(button(u"Copied"_s));
    const QSignalSpy next(m_steps, &CureSteps::nextRequested);
    QTest::mouseClick(button(u"Look now"_s), Qt::LeftButton);
    QCOMPARE(next.size(), 1);
    const QSignalSpy closed(m_steps, &CureSteps::closeRequested);
    QTest::mouseClick(button(u"Stop here"_s), Qt::LeftButton);
    QCOMPARE(closed.size(), 1);
}

void tst_CureSteps::theSandboxRunsItItself()
{
    CureProgress progress;
    progress.step = TombstoneCure::Step::Forget;
    progress.canRunHere = true;
    progress.busy = true;
    m_steps->setProgress(progress);
    QVERIFY(!button(u"Run it in the sandbox"_s)->isEnabled());
    progress.busy = false;
    m_steps->setProgress(progress);
    const QSignalSpy run(m_steps, &CureSteps::runHereRequested);
    QTest::mouseClick(button(u"Run it in the sandbox"_s), Qt::LeftButton);
    QCOMPARE(run.size(), 1);
}

void tst_CureSteps::saysWhatWentWrong()
{
    CureProgress progress;
    progress.step = TombstoneCure::Step::WriteBack;
    progress.error = Error {Errc::Forbidden};
    progress.store = u"Active Directory"_s;
    m_steps->setProgress(progress);
    const QList<QLabel *> labels = m_steps->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
        return label->isVisible() && label->text().contains(u"Active Directory"_s);
    }));
    QVERIFY(button(u"Try again"_s)->isEnabled());
    QVERIFY(!button(u"Copy command"_s));
}

void tst_CureSteps::endsWithWhatWasDone()
{
    CureProgress progress;
    progress.step = TombstoneCure::Step::Over;
    m_steps->setProgress(progress);
    QVERIFY(says(u"Exchange has forgotten the removal."_s));
    QVERIFY(says(u"The directory has its photo, written and read back."_s));
    QVERIFY(button(u"Close"_s));
    QVERIFY(!button(u"Try again"_s));
    progress.hadPhoto = false;
    m_steps->setProgress(progress);
    QVERIFY(says(u"Nothing had to be written back."_s));
}

QTEST_MAIN(tst_CureSteps)
#include "tst_curesteps.moc"
