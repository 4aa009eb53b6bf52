// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/sync/boardcontent.h"
#include "ui/sync/boardlayout.h"

#include <QWidget>

namespace likeness {

class Theme;

/// What lies behind the cards: the titles of the columns, the arrows and their labels.
class BoardCanvas final : public QWidget
{
    Q_OBJECT
public:
    explicit BoardCanvas(const Theme &theme, QWidget *parent = nullptr);

    static int headHeight();
    /// How much room the label of that flow takes now.
    static QSizeF labelSize(const BoardFlow &flow, const QDateTime &now);

    /// Paints what differs from before.
    void setDrawn(const BoardLayout &layout, const QList<BoardFlow> &flows, const QDateTime &now);
    /// The arrows of this card stand out.
    void setPointedAt(std::optional<SyncNode> node);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintHeads(QPainter &painter) const;
    void paintArrow(QPainter &painter, qsizetype index) const;
    void paintLabel(QPainter &painter, qsizetype index) const;
    bool standsOut(const BoardFlow &flow) const;
    QColor colourOf(const BoardFlow &flow) const;

    const Theme &m_theme;
    BoardLayout m_layout;
    QList<BoardFlow> m_flows;
    QStringList m_labels; ///< of the flows, as of the moment they were drawn
    std::optional<SyncNode> m_pointedAt;
};

} // namespace likeness
