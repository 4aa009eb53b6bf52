// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/photo/photosize.h"

#include <QAbstractButton>
#include <QImage>

namespace likeness {

class Theme;

/// One rendition at true device pixels with its edge and bytes underneath: a 48 covers 48 physical pixels
/// whatever the scale factor. Where there is less room than the rendition needs it shows the middle of it,
/// never a reduced one. Pressed by click, Enter or Space.
class LadderTile final : public QAbstractButton
{
    Q_OBJECT
public:
    LadderTile(const Theme &theme, PhotoSize size, QWidget *parent = nullptr);

    PhotoSize photoSize() const { return m_size; }
    void setPixels(const QImage &pixels);
    const QImage &pixels() const { return m_pixels; }
    /// 0 = not known yet.
    void setBytes(qsizetype bytes);
    void setRound(bool round);
    /// The largest edge to show, in points; 0 = all of it.
    void setRoom(int points);
    bool isCutOff() const;
    /// Where the pixels are, in points.
    QRectF window() const;
    QSize sizeHint() const override;
    void retranslate();

signals:
    void draggedOut();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    double edgeInPoints() const;
    double windowEdge() const;
    void paintWindow(QPainter &painter) const;
    void paintCaption(QPainter &painter) const;

    const Theme &m_theme;
    PhotoSize m_size;
    QImage m_pixels;
    qsizetype m_bytes = 0;
    int m_room = 0;
    QPoint m_pressedAt;
    bool m_round = false;
};

} // namespace likeness
