// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/ui/support/fakeboard.h"
#include "ui/common/findingwords.h"
#include "ui/common/theme.h"
#include "ui/sync/boardcard.h"
#include "ui/sync/boardview.h"
#include "ui/sync/syncpage.h"
#include "ui/sync/whypanel.h"

#include <QApplication>
#include <QLabel>
#include <QTest>

namespace likeness {

/// The page as people use it: controls are found by what a screen reader says and pressed.
class SyncPageOnScreen
{
protected:
    void open(const BoardContent &content, QSize size = {1272, 790})
    {
        m_page = std::make_unique<SyncPage>(m_theme, [this] { return m_now; });
        m_page->resize(size);
        m_page->setBoard(content, shownFlows(content.board, content.book));
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        m_page->activateWindow();
        QTRY_VERIFY(m_page->isActiveWindow());
    }
    BoardCard *card(SyncNode node) const
    {
        for (BoardCard *each : m_page->findChildren<BoardCard *>()) {
            if (each->node() == node)
                return each;
        }
        return nullptr;
    }
    /// By accessible name, or by text where the name is left to it.
    QAbstractButton *button(const QString &name) const
    {
        for (QAbstractButton *each : m_page->findChildren<QAbstractButton *>()) {
            const QString spoken = each->accessibleName().isEmpty() ? each->text() : each->accessibleName();
            if (spoken == name && each->isVisible())
                return each;
        }
        return nullptr;
    }
    void press(const QString &name) const
    {
        QAbstractButton *pressed = button(name);
        QVERIFY2(pressed, qPrintable(name));
        QTest::mouseClick(pressed, Qt::LeftButton);
    }
    void pressCard(SyncNode node) const { QTest::mouseClick(card(node), Qt::LeftButton); }
    bool says(const QString &text) const
    {
        const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
        return std::ranges::any_of(labels,
            [&text](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
    }
    SyncNode focused() const
    {
        const auto *now = qobject_cast<BoardCard *>(QApplication::focusWidget());
        return now ? now->node() : SyncNode::PublicUrl; // which is on none of these boards
    }
    static FindingWords words(const BoardContent &content, SyncNode node)
    {
        return wordsFor(*content.board.at(node), content.board, content.person, content.now);
    }

    Theme m_theme;
    QDateTime m_now = fakeBoardTime();
    std::unique_ptr<SyncPage> m_page;
};

} // namespace likeness
