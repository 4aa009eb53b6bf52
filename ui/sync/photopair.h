// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QImage>
#include <QWidget>
#include <optional>

namespace likeness {

class Theme;

/// Two photos beside each other: what a workload shows now, and the reference. At true device pixels they
/// are cut off rather than reduced, and dragging or the arrow keys move both alike.
class PhotoPair final : public QWidget
{
    Q_OBJECT
public:
    enum class Mode {
        Whole, ///< all of it; reduced where there is less room, never enlarged
        TruePixels,
        Difference,
    };

    explicit PhotoPair(const Theme &theme, QWidget *parent = nullptr);

    struct Photo
    {
        QString caption;
        QImage pixels; ///< null = there is none
    };
    /// Without a second one, the first stands alone.
    void setPhotos(const Photo &now, const std::optional<Photo> &reference);
    void setMode(Mode mode);
    Mode mode() const { return m_mode; }
    QSize sizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool alone() const { return !m_reference || m_mode == Mode::Difference; }
    QRect window(int index) const;
    QImage scaled(const QImage &pixels, const QSize &size) const;
    void paintPhoto(QPainter &painter, const QRect &window, const Photo &photo) const;
    void paintCaption(
        QPainter &painter, const QRect &window, const QString &first, const QString &second) const;
    void pan(const QPointF &points);
    void retranslate();

    const Theme &m_theme;
    Photo m_now;
    std::optional<Photo> m_reference;
    QImage m_difference;
    mutable QHash<qint64, QImage> m_scaled; ///< as painted, by what they were made from
    double m_share = 0;
    Mode m_mode = Mode::Whole;
    QPointF m_centre {0.5, 0.42}; ///< what the windows show the middle of, as a share of the photos
    QPointF m_draggedAt;
};

} // namespace likeness
