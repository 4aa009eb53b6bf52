// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/sync/statelook.h"

#include <QAbstractButton>
#include <QImage>

namespace likeness {

/// What a card says.
struct CardLook
{
    QString title;
    QString facts;
    BadgeLook badge;
    QString spoken; ///< the card as one sentence
    QImage photo;
    bool derived = false; ///< a dashed outline: by rule, never seen
    bool looking = false; ///< it is being asked
    bool known = true; ///< false and looking: only the outlines of what will be there

    bool paintsLike(const CardLook &other) const;
};

/// One workload on the board. A real button: focus, press and screen readers work as everywhere; checked is
/// the one the Why panel is about. The board moves the focus by arrow keys.
class BoardCard final : public QAbstractButton
{
    Q_OBJECT
public:
    static constexpr int photoEdge = 56;

    BoardCard(const Theme &theme, SyncNode node, QWidget *parent);

    SyncNode node() const { return m_node; }
    void setLook(const CardLook &look);
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

signals:
    void pointedAt(bool over);

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    struct Parts
    {
        QRect photo;
        QRect title;
        QRect facts;
        QRect badge;
        int height = 0;
    };
    Parts partsIn(int width) const;
    BadgeLook badge() const;
    void paintGround(QPainter &painter) const;
    void paintPhoto(QPainter &painter, const QRect &rect) const;
    void paintSkeleton(QPainter &painter, const Parts &parts) const;

    const Theme &m_theme;
    SyncNode m_node;
    CardLook m_look;
};

} // namespace likeness
