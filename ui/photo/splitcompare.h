// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QWidget>

namespace likeness {

class Theme;

/// Two pictures of one size over each other with a divider: the first is seen left of it, the second right.
/// Dragged with the mouse, moved with the arrow keys; shown at true pixels, reduced only where there is no
/// room. Its value for assistive technology is the divider's place in percent.
class SplitCompare final : public QWidget
{
    Q_OBJECT
public:
    explicit SplitCompare(const Theme &theme, QWidget *parent = nullptr);

    void setPictures(const QImage &left, const QImage &right);
    void setDivider(double part); ///< 0..1 from the left
    double divider() const { return m_divider; }
    /// Shown size over true size; 1 where there is room.
    double reduction() const;
    /// Where the pictures are, in points.
    QRectF window() const;
    QSize sizeHint() const override;

signals:
    void dividerMoved(double part);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void moveTo(double part);
    void paintReduction(QPainter &painter, const QRectF &frame) const;
    void paintDivider(QPainter &painter, const QRectF &frame) const;

    const Theme &m_theme;
    QImage m_left;
    QImage m_right;
    double m_divider = 0.5;
};

/// Lets assistive technology read and set the divider. Once a program.
void installSplitAccessibility();

} // namespace likeness
