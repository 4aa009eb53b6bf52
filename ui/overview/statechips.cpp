// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/overview/statechips.h"

#include "ui/overview/statechip.h"

#include <QSignalBlocker>
#include <QStyle>

namespace likeness {

namespace {

constexpr int chipsApart = 10;

} // namespace

StateChips::StateChips(const Theme &theme, QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    for (int i = syncStateCount - 1; i >= 0; --i) {
        const auto state = static_cast<SyncState>(i);
        auto *chip = new StateChip(theme, state, this);
        chip->hide();
        m_chips.emplace(state, chip);
        connect(chip, &StateChip::toggled, this, &StateChips::chosenChanged);
    }
}

void StateChips::setCounts(const StateCounts &counts)
{
    for (const auto &[state, chip] : m_chips) {
        chip->setPeople(counts.of(state));
        chip->setVisible(counts.of(state) > 0 || chip->isChecked());
    }
    place(width(), Placing::Move);
    updateGeometry();
}

/// Line after line, from where reading begins; returns the height.
int StateChips::place(int width, Placing placing) const
{
    int x = 0;
    int y = 0;
    int line = 0;
    for (const auto &[state, chip] : m_chips) {
        if (chip->isHidden())
            continue;
        const QSize size = chip->sizeHint();
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += line + chipsApart;
        }
        if (placing == Placing::Move)
            chip->setGeometry(
                QStyle::visualRect(layoutDirection(), QRect(0, 0, width, 1), QRect({x, y}, size)));
        x += size.width() + chipsApart;
        line = size.height();
    }
    return y + line;
}

void StateChips::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place(width(), Placing::Move);
}

QList<SyncState> StateChips::chosen() const
{
    QList<SyncState> states;
    for (const auto &[state, chip] : m_chips) {
        if (chip->isChecked())
            states.append(state);
    }
    return states;
}

void StateChips::clear()
{
    for (const auto &[state, chip] : m_chips) {
        const QSignalBlocker quiet(chip);
        chip->setChecked(false);
    }
}

} // namespace likeness
