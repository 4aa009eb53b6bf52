// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/main/personpage.h"

#include "ui/common/segmented.h"
#include "ui/sync/syncpage.h"

#include <QAction>
#include <QEvent>
#include <QStackedLayout>

namespace likeness {

PersonPage::PersonPage(QWidget *photo, SyncPage *sync, QWidget *parent)
    : QWidget(parent)
    , m_pages(new QStackedLayout(this))
    , m_sync(sync)
    , m_tabs(new SegmentedControl(this))
    , m_switch(new QAction(this))
{
    m_tabs->hide(); // until it stands in a head
    m_pages->addWidget(photo);
    m_pages->addWidget(sync);
    m_tabs->addSegment({});
    m_tabs->addSegment({});
    connect(m_tabs, &SegmentedControl::currentChanged, this, [this](int index) {
        m_pages->setCurrentIndex(index);
        emit tabShown(tab());
    });
    m_switch->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_B));
    addAction(m_switch);
    connect(m_switch, &QAction::triggered, this,
        [this] { showTab(tab() == Tab::Photo ? Tab::SyncBoard : Tab::Photo); });
    connect(sync, &SyncPage::attentionChanged, this, &PersonPage::retranslate);
    connect(sync, &SyncPage::photoWanted, this, [this] { showTab(Tab::Photo); });
    retranslate();
}

PersonPage::~PersonPage()
{
    delete m_tabs;
}

QWidget *PersonPage::tabs() const
{
    return m_tabs;
}

void PersonPage::showTab(Tab tab)
{
    if (m_tabs)
        m_tabs->setCurrentIndex(static_cast<int>(tab));
}

PersonPage::Tab PersonPage::tab() const
{
    return static_cast<Tab>(m_pages->currentIndex());
}

void PersonPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    emit tabShown(tab());
}

void PersonPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PersonPage::retranslate()
{
    //: shortcut: goes from one tab of the person's page to the other
    m_switch->setText(tr("Photo or sync board"));
    if (!m_tabs)
        return;
    //: tab of a person's page: the picture and its upload
    m_tabs->setSegmentText(0, tr("Photo"));
    const int count = m_sync->attention();
    if (count == 0) {
        //: tab of a person's page: what each workload shows
        return m_tabs->setSegmentText(1, tr("Sync board"));
    }
    //: tab of a person's page; %1 is how many workloads are not as they should be
    m_tabs->setSegmentText(1, tr("Sync board  %1").arg(count),
        //: the same tab, read aloud
        tr("Sync board, %n workload(s) need attention", nullptr, count));
}

} // namespace likeness
