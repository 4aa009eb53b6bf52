// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/common/icons.h"

#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace likeness {
namespace {

/// Device pixels; the SVGs are black on nothing, so that only their coverage counts.
QPixmap svgInColour(const QString &name, const QColor &colour, QSize pixels)
{
    const QString key = QStringLiteral("likeness/%1/%2/%3x%4")
                            .arg(name, colour.name(QColor::HexArgb))
                            .arg(pixels.width())
                            .arg(pixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer svg(QStringLiteral(":/icons/%1.svg").arg(name));
    Q_ASSERT_X(svg.isValid(), "svgInColour", qPrintable(name));
    svg.setAspectRatioMode(Qt::KeepAspectRatio);
    QPainter painter(&pixmap);
    svg.render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), colour);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class ThemedIconEngine final : public QIconEngine
{
public:
    ThemedIconEngine(const Theme &theme, const QString &name, ColourRole role)
        : m_theme(theme)
        , m_name(name)
        , m_role(role)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const double ratio = painter->device()->devicePixelRatio();
        const QSize pixels = (QSizeF(rect.size()) * ratio).toSize();
        painter->drawPixmap(rect, svgInColour(m_name, colour(mode, state), pixels));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return svgInColour(m_name, colour(mode, state), size);
    }
    QIconEngine *clone() const override { return new ThemedIconEngine(m_theme, m_name, m_role); }

private:
    QColor colour(QIcon::Mode mode, QIcon::State state) const
    {
        // a surround is dark in every theme, and so must its accent be a light one
        const QColor accent = m_role == ColourRole::OnSurround
            ? Theme::colour(ColourRole::Accent, Theme::Kind::Dark)
            : m_theme.colour(ColourRole::Accent);
        const QColor normal = state == QIcon::On ? accent : m_theme.colour(m_role);
        const ColourRole ground = m_role == ColourRole::OnSurround ? ColourRole::Surround : ColourRole::Panel;
        if (mode == QIcon::Disabled)
            return mixed(normal, m_theme.colour(ground), 0.55);
        return normal;
    }

    const Theme &m_theme;
    QString m_name;
    ColourRole m_role;
};

} // namespace

QIcon themedIcon(const Theme &theme, const QString &name, ColourRole role)
{
    return QIcon(new ThemedIconEngine(theme, name, role)); // the icon owns its engine
}

QPixmap drawnIcon(const QString &name, const QColor &colour, int edge, double devicePixelRatio)
{
    const int pixels = qRound(edge * devicePixelRatio);
    QPixmap pixmap = svgInColour(name, colour, QSize(pixels, pixels));
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

QString onwardArrow(Qt::LayoutDirection direction)
{
    return direction == Qt::RightToLeft ? QStringLiteral("arrow-left") : QStringLiteral("arrow-right");
}

} // namespace likeness
