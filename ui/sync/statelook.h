// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/sync/finding.h"
#include "ui/common/theme.h"

#include <QWidget>

namespace likeness {

/// A state is shown by colour, glyph and word together.
ColourRole roleOf(SyncState state);
/// Of resources/icons.
QString iconOf(SyncState state);
/// Whether somebody has to do something about it.
bool needsAttention(SyncState state);
int needingAttention(const SyncBoard &board);

struct BadgeLook
{
    SyncState state = SyncState::Unknown;
    QString text;
    QString icon {}; ///< instead of the state's

    friend bool operator==(const BadgeLook &, const BadgeLook &) = default;
};

/// A pill with glyph and word; wraps where there is little room.
QSize badgeSize(const BadgeLook &look, int mostWidth);
void paintBadge(QPainter &painter, const QRect &rect, const BadgeLook &look, const Theme &theme,
    Qt::LayoutDirection direction);

/// The same as a widget, its text being its accessible name.
class StateBadge final : public QWidget
{
    Q_OBJECT
public:
    explicit StateBadge(const Theme &theme, QWidget *parent = nullptr);

    void setLook(const BadgeLook &look);
    QString text() const { return m_look.text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    const Theme &m_theme;
    BadgeLook m_look;
};

} // namespace likeness
