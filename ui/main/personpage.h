// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>
#include <QWidget>

class QAction;
class QStackedLayout;

namespace likeness {

class SegmentedControl;
class SyncPage;

/// One person's two pages, the photo and the sync board, and the tabs between them, which stand in the head
/// of the window: hand tabs() to WindowHeader::setTabs(). Owns the pages; the tabs go away with it.
class PersonPage final : public QWidget
{
    Q_OBJECT
public:
    enum class Tab { Photo, SyncBoard };

    PersonPage(QWidget *photo, SyncPage *sync, QWidget *parent = nullptr);
    ~PersonPage() override;

    QWidget *tabs() const;
    void showTab(Tab tab);
    Tab tab() const;

signals:
    /// Also when the page comes up.
    void tabShown(likeness::PersonPage::Tab tab);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QStackedLayout *m_pages;
    SyncPage *m_sync;
    QPointer<SegmentedControl> m_tabs; ///< the head of the window may go first
    QAction *m_switch; ///< Ctrl+B
};

} // namespace likeness
