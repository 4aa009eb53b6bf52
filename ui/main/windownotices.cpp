// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/main/windownotices.h"

#include "ui/common/buttons.h"

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

void WindowNotices::add(Notice::Kind kind, const QString &lead, const QString &sentence)
{
    auto *notice = new Notice(m_theme, this);
    //: Button at the end of a notice: takes it away
    auto *button = new QPushButton(tr("Dismiss"), notice);
    setButtonKind(*button, ButtonKind::Flat);
    notice->setAction(button);
    notice->say(kind, lead, sentence);
    connect(button, &QPushButton::clicked, this, [this, notice] { dismiss(notice); });
    m_column->addWidget(notice);
    m_notices.append(notice);
    setVisible(true);
}

void WindowNotices::clear()
{
    qDeleteAll(std::exchange(m_notices, {}));
    setVisible(false);
}

void WindowNotices::dismiss(Notice *notice)
{
    m_notices.removeOne(notice);
    notice->hide();
    notice->deleteLater(); // it is in the middle of its button's click
    setVisible(!m_notices.isEmpty());
}

} // namespace likeness
