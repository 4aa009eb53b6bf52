// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QImage>
#include <QPixmap>
#include <QTransform>
#include <array>

namespace likeness {

/// The picture as it lies in the canvas, drawn once for a view and kept, bright and dimmed, so that a drag of
/// the crop only copies pixels. Halved copies of the picture keep a strong reduction smooth. GUI thread.
class PictureLayer
{
public:
    static constexpr double dimming = 0.55;

    void setImage(const QImage &image);
    bool isNull() const { return m_levels[0].isNull(); }

    struct Place
    {
        QTransform transform; ///< from pixels of the image to points of the canvas
        QSize canvas; ///< points
        double pixelRatio = 1.0;
        QColor ground;

        friend bool operator==(const Place &, const Place &) = default;
    };
    /// Draws again only if the place is another one.
    void show(const Place &place);
    const QPixmap &bright() const { return m_bright; }
    const QPixmap &dimmed() const { return m_dimmed; }

private:
    /// The smallest copy that still has a pixel for every device pixel at this scale, in Format_RGB32.
    const QImage &levelFor(double deviceScale);

    std::array<QImage, 6> m_levels; ///< each half of the one before, made when first needed
    Place m_place;
    QPixmap m_bright;
    QPixmap m_dimmed;
};

} // namespace likeness
