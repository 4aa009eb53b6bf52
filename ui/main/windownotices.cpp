// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/main/windownotices.h"

#include "ui/common/buttons.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace likeness {

WindowNotices::WindowNotices(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(24, 0, 24, 16);
    m_column->setSpacing(8);
    setVisible(false);
}

void WindowNotices::add(Notice::Kind kind, NoticeText text)
{
    auto *notice = new Notice(m_theme, this);
    auto *button = new QPushButton(notice);
    setButtonKind(*button, ButtonKind::Flat);
    notice->setAction(button);
    notice->say(kind, std::move(text));
    connect(button, &QPushButton::clicked, this, [this, notice] { dismiss(notice); });
    m_column->addWidget(notice);
    m_shown.append({notice, button});
    retranslate();
    setVisible(true);
}

void WindowNotices::clear()
{
    for (const Shown &one : std::exchange(m_shown, {}))
        delete one.notice;
    setVisible(false);
}

void WindowNotices::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void WindowNotices::retranslate()
{
    for (const Shown &one : std::as_const(m_shown))
        //: Button at the end of a notice: takes it away
        one.dismissal->setText(tr("Dismiss"));
}

void WindowNotices::dismiss(Notice *notice)
{
    m_shown.removeIf([notice](const Shown &one) { return one.notice == notice; });
    notice->hide();
    notice->deleteLater(); // it is in the middle of its button's click
    setVisible(!m_shown.isEmpty());
}

} // namespace likeness
