// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/photo/splitcompare.h"

#include "ui/common/icons.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace likeness {

namespace {

constexpr double knobEdge = 26;

class SplitInterface final : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    explicit SplitInterface(SplitCompare *compare)
        : QAccessibleWidget(compare, QAccessible::Slider)
    {
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface *>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }
    QVariant currentValue() const override { return qRound(compare()->divider() * 100); }
    void setCurrentValue(const QVariant &value) override { compare()->setDivider(value.toDouble() / 100); }
    QVariant maximumValue() const override { return 100; }
    QVariant minimumValue() const override { return 0; }
    QVariant minimumStepSize() const override { return 1; }

private:
    SplitCompare *compare() const { return static_cast<SplitCompare *>(widget()); }
};

QAccessibleInterface *splitInterface(const QString &, QObject *object)
{
    auto *compare = qobject_cast<SplitCompare *>(object);
    return compare ? new SplitInterface(compare) : nullptr;
}

} // namespace

void installSplitAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(splitInterface);
        return true;
    }();
    Q_UNUSED(installed)
}

SplitCompare::SplitCompare(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    installSplitAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::SplitHCursor);
    setMinimumSize(180, 140);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SplitCompare::setPictures(const QImage &left, const QImage &right)
{
    const bool otherSize = m_right.size() != right.size();
    m_left = left;
    m_right = right;
    if (otherSize)
        updateGeometry();
    update();
}

void SplitCompare::setDivider(double part)
{
    m_divider = std::clamp(part, 0.0, 1.0);
    if (QAccessible::isActive()) {
        QAccessibleValueChangeEvent changed(this, qRound(m_divider * 100));
        QAccessible::updateAccessibility(&changed);
    }
    update();
}

QSize SplitCompare::sizeHint() const
{
    const QSize pixels = m_right.isNull() ? QSize(300, 300) : m_right.size();
    return (QSizeF(pixels) / devicePixelRatioF()).toSize();
}

double SplitCompare::reduction() const
{
    const QSizeF wanted = sizeHint();
    return std::min({1.0, width() / wanted.width(), height() / wanted.height()});
}

QRectF SplitCompare::window() const
{
    const double edge = std::min<double>(sizeHint().width(), std::min(width(), height()));
    return {std::floor((width() - edge) / 2), std::floor((height() - edge) / 2), edge, edge};
}

void SplitCompare::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRectF frame = window();
    QPainterPath shape;
    shape.addRoundedRect(frame, 6, 6);
    if (m_right.isNull()) {
        painter.fillPath(shape, m_theme.colour(ColourRole::Line));
        return;
    }
    painter.setClipPath(shape);
    const double at = frame.left() + frame.width() * m_divider;
    painter.drawImage(frame, m_right);
    painter.setClipRect(QRectF(frame.topLeft(), QPointF(at, frame.bottom())), Qt::IntersectClip);
    painter.drawImage(frame, m_left);
    painter.setClipping(false);
    paintDivider(painter, frame);
    if (reduction() < 0.995)
        paintReduction(painter, frame);
}

void SplitCompare::paintReduction(QPainter &painter, const QRectF &frame) const
{
    painter.setFont(textFont(TextRole::Small));
    const QString text = QLocale().toString(qRound(reduction() * 100)) + QStringLiteral("\u00a0%");
    QRectF chip(0, 0, painter.fontMetrics().horizontalAdvance(text) + 12, painter.fontMetrics().height() + 4);
    chip.moveBottomRight(frame.bottomRight() - QPointF(6, 6));
    QColor ground = m_theme.colour(ColourRole::Surround);
    ground.setAlphaF(0.85F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(chip, 5, 5);
    painter.setPen(m_theme.colour(ColourRole::OnSurround));
    painter.drawText(chip, Qt::AlignCenter, text);
}

void SplitCompare::paintDivider(QPainter &painter, const QRectF &frame) const
{
    const QColor ink = m_theme.colour(ColourRole::OnSurround);
    const QColor ground = m_theme.colour(ColourRole::Surround);
    const double at = qRound(frame.left() + frame.width() * m_divider);
    QColor shade = ground;
    shade.setAlphaF(0.35F);
    painter.fillRect(QRectF(at - 2, frame.top(), 4, frame.height()), shade);
    painter.fillRect(QRectF(at - 1, frame.top(), 2, frame.height()), ink);
    QRectF knob(0, 0, knobEdge, knobEdge);
    knob.moveCenter({at, frame.center().y()});
    painter.setPen(hasFocus() ? QPen(m_theme.colour(ColourRole::Accent), 3) : QPen(shade, 1));
    painter.setBrush(ink);
    painter.drawEllipse(knob);
    painter.drawPixmap(knob.topLeft() + QPointF(4, 4),
        drawnIcon(QStringLiteral("divider"), ground, qRound(knobEdge) - 8, devicePixelRatioF()));
}

void SplitCompare::moveTo(double part)
{
    setDivider(part);
    emit dividerMoved(m_divider);
}

void SplitCompare::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        moveTo((event->position().x() - window().left()) / window().width());
}

void SplitCompare::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        moveTo((event->position().x() - window().left()) / window().width());
}

void SplitCompare::keyPressEvent(QKeyEvent *event)
{
    const double step = event->modifiers().testFlag(Qt::ShiftModifier) ? 0.10 : 0.02;
    switch (event->key()) {
    case Qt::Key_Left:
        return moveTo(m_divider - step);
    case Qt::Key_Right:
        return moveTo(m_divider + step);
    case Qt::Key_Home:
        return moveTo(0);
    case Qt::Key_End:
        return moveTo(1);
    default:
        QWidget::keyPressEvent(event);
    }
}

void SplitCompare::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void SplitCompare::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace likeness
