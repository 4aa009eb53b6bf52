// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/main/navigationrail.h"

#include "ui/common/buttons.h"
#include "ui/common/icons.h"
#include "ui/common/text.h"

#include <QAction>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace likeness {

NavigationRail::NavigationRail(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(8, 16, 9, 16);
    m_column->setSpacing(8);
    m_column->addStretch();
    setMinimumWidth(76);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
}

void NavigationRail::addPlace(Place place, const QString &icon, QAction *action)
{
    auto *button = new QToolButton(this);
    setButtonKind(*button, ButtonKind::Rail);
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setIconSize(QSize(20, 20));
    button->setFont(textFont(TextRole::Small));
    button->setFocusPolicy(Qt::StrongFocus);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    action->setIcon(themedIcon(m_theme, icon, ColourRole::Soft));
    action->setCheckable(true);
    button->setDefaultAction(action);
    m_buttons[place] = button;
    connect(action, &QAction::triggered, this, [this, place] { emit chosen(place); });

    const bool atTheBottom = place == Place::Activity || place == Place::Settings;
    int above = 0; // the stretch stands behind the places of the top
    while (!m_column->itemAt(above)->spacerItem())
        ++above;
    m_column->insertWidget(atTheBottom ? -1 : above, button);
}

void NavigationRail::setCurrent(Place place)
{
    // No button group: to uncheck a button with an action, it would trigger the action.
    for (const auto &[other, button] : m_buttons)
        button->defaultAction()->setChecked(other == place);
}

void NavigationRail::setPlaceEnabled(Place place, bool enabled)
{
    m_buttons.at(place)->defaultAction()->setEnabled(enabled);
}

void NavigationRail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    const int edge = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.fillRect(QRect(edge, 0, 1, height()), palette().color(QPalette::Mid));
}

} // namespace likeness
