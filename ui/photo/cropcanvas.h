// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/photo/photorecipe.h"
#include "ui/photo/cropgeometry.h"
#include "ui/photo/picturelayer.h"

#include <QMargins>
#include <QWidget>
#include <optional>

namespace likeness {

class Theme;

/// Shows the upright picture as the recipe turns it, with the crop as a square that can be dragged, nudged
/// and resized. Takes a picture and a recipe, announces what the person wants instead; it changes nothing by
/// itself, so whoever owns the recipe decides. GUI thread.
class CropCanvas final : public QWidget
{
    Q_OBJECT
public:
    explicit CropCanvas(const Theme &theme, QWidget *parent = nullptr);

    /// `view` shows the picture of `upright` pixels, usually smaller. A null image: no picture.
    void setPicture(const QImage &view, QSize upright);
    void setRecipe(const PhotoRecipe &recipe);
    const PhotoRecipe &recipe() const { return m_recipe; }
    bool hasPicture() const { return !m_layer.isNull(); }

    void setRoundMask(bool round);
    void setGuides(bool shown);
    /// Room that the fitted picture leaves for what floats over the canvas.
    void setReserved(const QMargins &margins);

    void zoomBy(double factor); ///< about the crop's centre
    void fit();
    bool isFitted() const;
    /// Where the crop is on screen, in points of this widget.
    QRectF cropOnScreen() const;
    /// "crop 1 812 × 1 812 at 624, 112"
    QString readOut() const;

signals:
    /// Wanted changes; those of one gesture belong to one undo step.
    void cropWanted(const likeness::CropSquare &crop, likeness::CropHandle handle, int gesture);
    void viewChanged();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Drag
    {
        CropHandle handle = CropHandle::None; ///< None: panning
        QPointF from;
        std::optional<CropSquare> crop;
        CanvasView view;
    };

    PictureFrame frame() const { return m_recipe.frame(m_upright); }
    CropSquare crop() const { return m_recipe.cropIn(m_upright); }
    QRectF area() const;
    void setView(const CanvasView &view);
    void showCursorFor(const QPointF &point);
    bool nudgedBy(const QKeyEvent &event);
    bool panned(const QKeyEvent &event, bool down);
    void paintFrame(QPainter &painter) const;
    void paintCrop(QPainter &painter) const;
    void paintHandles(QPainter &painter, const QRectF &crop) const;

    const Theme &m_theme;
    PictureLayer m_layer;
    QSize m_viewSize;
    QSize m_upright;
    PhotoRecipe m_recipe;
    CanvasView m_view;
    QMargins m_reserved {24, 24, 24, 24};
    std::optional<Drag> m_drag;
    CropHandle m_hovered = CropHandle::None;
    int m_gesture = 0;
    bool m_round = true;
    bool m_guides = true;
    bool m_spaceHeld = false;
};

} // namespace likeness
