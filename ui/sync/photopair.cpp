// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/photopair.h"

#include "ui/common/icons.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/photo/figures.h"
#include "ui/sync/difference.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace likeness {

namespace {

constexpr int pairGap = 16;
constexpr int mostWindow = 260;
constexpr double panStep = 16;

int captionHeight()
{
    return 2 * QFontMetrics(textFont(TextRole::Small)).lineSpacing() + 4;
}

} // namespace

PhotoPair::PhotoPair(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void PhotoPair::setPhotos(const Photo &now, const std::optional<Photo> &reference)
{
    m_now = now;
    m_reference = reference;
    m_difference = {};
    m_scaled.clear();
    m_centre = {0.5, 0.42}; // the eyes
    setMode(m_mode);
    retranslate();
}

void PhotoPair::setMode(Mode mode)
{
    m_mode = mode;
    if (mode == Mode::Difference && m_difference.isNull() && m_reference) {
        PhotoDifference difference = differenceOf(m_now.pixels, m_reference->pixels);
        m_difference = std::move(difference.picture);
        m_share = difference.share;
    }
    setFocusPolicy(mode == Mode::TruePixels ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(mode == Mode::TruePixels ? Qt::OpenHandCursor : Qt::ArrowCursor);
    updateGeometry();
    update();
}

QSize PhotoPair::sizeHint() const
{
    return {308, heightForWidth(308)};
}

int PhotoPair::heightForWidth(int width) const
{
    return std::min((width - pairGap) / 2, mostWindow) + captionHeight();
}

QRect PhotoPair::window(int index) const
{
    const int edge = std::max(1, height() - captionHeight());
    const bool back = layoutDirection() == Qt::RightToLeft;
    const int left = index * (edge + pairGap);
    return {back ? width() - left - edge : left, 0, edge, edge};
}

void PhotoPair::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    if (m_mode == Mode::Difference && m_reference) {
        paintPhoto(painter, window(0), {{}, m_difference});
        const QRect beside = window(1);
        painter.setFont(textFont(TextRole::Small));
        painter.setPen(m_theme.colour(ColourRole::Soft));
        //: beside the picture of the difference of two photos; %1 is like "31 %"
        const QString words = m_difference.isNull()
            ? tr("There are not two photos to compare.")
            : tr("Black where both are the same. %1 of the pixels differ visibly.")
                  .arg(QLocale().toString(qRound(m_share * 100)) + QStringLiteral(" %"));
        const Qt::Alignment side = layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
        painter.drawText(
            beside, static_cast<int>(side | Qt::AlignVCenter | Qt::AlignAbsolute) | Qt::TextWordWrap, words);
        return;
    }
    const auto size = [](const Photo &photo) {
        return photo.pixels.isNull() ? tr("no photo") : pixelSize(photo.pixels.size());
    };
    paintPhoto(painter, window(0), m_now);
    paintCaption(painter, window(0), m_now.caption, size(m_now));
    if (m_reference) {
        paintPhoto(painter, window(1), *m_reference);
        paintCaption(painter, window(1), m_reference->caption, size(*m_reference));
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.colour(ColourRole::Accent), 2));
        for (int index = 0; index < (alone() ? 1 : 2); ++index)
            painter.drawRoundedRect(QRectF(window(index)).adjusted(1, 1, -1, -1), 6, 6);
    }
}

void PhotoPair::paintPhoto(QPainter &painter, const QRect &window, const Photo &photo) const
{
    const double ratio = devicePixelRatioF();
    QPainterPath frame;
    frame.addRoundedRect(window, 6, 6);
    painter.save();
    if (photo.pixels.isNull()) {
        painter.setPen(QPen(m_theme.colour(ColourRole::Missing), 1.2, Qt::DashLine));
        painter.drawRoundedRect(QRectF(window).adjusted(1, 1, -1, -1), 6, 6);
        painter.drawPixmap(window.center() - QPoint(15, 15),
            drawnIcon(QStringLiteral("person"), m_theme.colour(ColourRole::Missing), 32, ratio));
        painter.restore();
        return;
    }
    painter.fillPath(frame, mixed(m_theme.colour(ColourRole::Panel), m_theme.colour(ColourRole::Line), 0.35));
    painter.setClipPath(frame);
    const QSizeF points = QSizeF(photo.pixels.size()) / ratio;
    if (m_mode == Mode::TruePixels) {
        const auto start = [](double room, double whole, double centre) {
            return whole <= room ? (room - whole) / 2
                                 : std::clamp(room / 2 - whole * centre, room - whole, 0.0);
        };
        const QPointF corner(start(window.width(), points.width(), m_centre.x()),
            start(window.height(), points.height(), m_centre.y()));
        const QTransform toDevice = painter.deviceTransform(); // whole device pixels, or they blur
        const QPointF at
            = toDevice.inverted().map(QPointF(toDevice.map(window.topLeft() + corner).toPoint()));
        QImage pixels = photo.pixels;
        pixels.setDevicePixelRatio(ratio);
        painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
        painter.drawImage(at, pixels);
    } else {
        QSizeF shown = points;
        if (m_mode == Mode::Difference || shown.width() > window.width() || shown.height() > window.height())
            shown.scale(window.size(), Qt::KeepAspectRatio);
        QImage pixels = scaled(photo.pixels, (shown * ratio).toSize());
        pixels.setDevicePixelRatio(ratio);
        painter.drawImage(QRectF(window).center() - QPointF(shown.width() / 2, shown.height() / 2), pixels);
    }
    painter.restore();
}

/// Smoothly, once: it is painted far more often than it changes.
QImage PhotoPair::scaled(const QImage &pixels, const QSize &size) const
{
    QImage &known = m_scaled[pixels.cacheKey()];
    if (known.size() != size)
        known = pixels.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return known;
}

void PhotoPair::paintCaption(
    QPainter &painter, const QRect &window, const QString &first, const QString &second) const
{
    painter.setFont(textFont(TextRole::Small));
    const int line = painter.fontMetrics().lineSpacing();
    const QRect words(window.left(), window.bottom() + 5, window.width(), line);
    painter.setPen(m_theme.colour(ColourRole::Ink));
    painter.drawText(
        words, Qt::AlignHCenter, painter.fontMetrics().elidedText(first, Qt::ElideRight, words.width()));
    painter.setPen(m_theme.colour(ColourRole::Soft));
    painter.drawText(words.translated(0, line), Qt::AlignHCenter, second);
}

void PhotoPair::pan(const QPointF &points)
{
    const QSizeF size
        = QSizeF(m_now.pixels.size().expandedTo(m_reference ? m_reference->pixels.size() : QSize()))
        / devicePixelRatioF();
    if (size.isEmpty())
        return;
    m_centre -= QPointF(points.x() / size.width(), points.y() / size.height());
    m_centre = {std::clamp(m_centre.x(), 0.0, 1.0), std::clamp(m_centre.y(), 0.0, 1.0)};
    update();
}

void PhotoPair::mousePressEvent(QMouseEvent *event)
{
    m_draggedAt = event->position();
}

void PhotoPair::mouseMoveEvent(QMouseEvent *event)
{
    if (m_mode == Mode::TruePixels && event->buttons().testFlag(Qt::LeftButton))
        pan(event->position() - std::exchange(m_draggedAt, event->position()));
}

void PhotoPair::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return pan({panStep, 0});
    case Qt::Key_Right:
        return pan({-panStep, 0});
    case Qt::Key_Up:
        return pan({0, panStep});
    case Qt::Key_Down:
        return pan({0, -panStep});
    default:
        QWidget::keyPressEvent(event);
    }
}

void PhotoPair::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PhotoPair::retranslate()
{
    const auto spoken = [](const Photo &photo) {
        //: read aloud: a photo; %1 is like "SharePoint now", %2 is like "300 × 300"
        return photo.pixels.isNull() ? tr("%1: no photo").arg(photo.caption)
                                     : tr("%1: %2 pixels").arg(photo.caption, pixelSize(photo.pixels.size()));
    };
    setAccessibleName(
        m_reference ? spoken(m_now) + QStringLiteral("; ") + spoken(*m_reference) : spoken(m_now));
    setToolTip(m_mode == Mode::TruePixels ? tr("Drag to move both photos") : QString());
}

} // namespace likeness
