// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/common/segmented.h"

#include "ui/common/buttons.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

namespace likeness {

SegmentedControl::SegmentedControl(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(3, 3, 3, 3);
    m_row->setSpacing(2);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            emit currentChanged(id);
    });
}

void SegmentedControl::addSegment(const QString &text)
{
    auto *button = new QToolButton(this);
    setButtonKind(*button, ButtonKind::Segment);
    button->setCheckable(true);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    const int index = static_cast<int>(m_group->buttons().size());
    m_group->addButton(button, index);
    m_row->addWidget(button);
    setSegmentText(index, text);
    if (index == 0) {
        const QSignalBlocker quiet(m_group);
        button->setChecked(true);
    }
}

void SegmentedControl::setSegmentText(int index, const QString &text, const QString &spoken)
{
    QAbstractButton *button = m_group->button(index);
    button->setText(text);
    button->setAccessibleName(spoken.isEmpty() ? text : spoken);
}

void SegmentedControl::setSegmentShown(int index, bool shown)
{
    m_group->button(index)->setVisible(shown);
}

int SegmentedControl::currentIndex() const
{
    return m_group->checkedId();
}

void SegmentedControl::setCurrentIndex(int index)
{
    m_group->button(index)->setChecked(true);
}

void SegmentedControl::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::Mid));
    const bool framed = palette().color(QPalette::Mid) == palette().color(QPalette::WindowText);
    if (framed) { // high contrast: a line instead of a ground
        painter.setPen(palette().color(QPalette::Mid));
        painter.setBrush(palette().color(QPalette::Base));
    }
    painter.drawRoundedRect(QRectF(contentsRect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace likeness
