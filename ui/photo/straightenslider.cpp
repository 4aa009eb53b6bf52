// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/photo/straightenslider.h"

#include "models/photo/photorecipe.h"
#include "ui/photo/gesture.h"

#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionSlider>

namespace likeness {

namespace {

constexpr int tenths = 10;

} // namespace

StraightenSlider::StraightenSlider(QWidget *parent)
    : QSlider(Qt::Horizontal, parent)
{
    const int most = qRound(PhotoRecipe::largestAngle * tenths);
    setRange(-most, most);
    setSingleStep(1);
    setPageStep(tenths);
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QSlider::valueChanged, this, [this] { emit degreesWanted(degrees(), m_gesture); });
}

double StraightenSlider::degrees() const
{
    return value() / static_cast<double>(tenths);
}

void StraightenSlider::setDegrees(double degrees)
{
    const QSignalBlocker quiet(this);
    setValue(qRound(degrees * tenths));
    update();
}

QSize StraightenSlider::sizeHint() const
{
    return {132, QSlider::sizeHint().height()};
}

void StraightenSlider::mousePressEvent(QMouseEvent *event)
{
    m_gesture = newGesture();
    QSlider::mousePressEvent(event);
}

void StraightenSlider::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_gesture = newGesture();
    setValue(0);
}

void StraightenSlider::focusInEvent(QFocusEvent *event)
{
    m_gesture = newGesture();
    QSlider::focusInEvent(event);
}

void StraightenSlider::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    QColor ink = palette().color(QPalette::WindowText);
    ink.setAlphaF(0.5F);
    // where level is; the handle hides it exactly when the picture is level
    painter.fillRect(QRectF(width() / 2.0 - 0.5, height() / 2.0 - 7, 1, 14), ink);
    painter.end();
    QSlider::paintEvent(event);
}

QString degreesText(double degrees)
{
    const double shown = qFuzzyIsNull(degrees) ? 0.0 : degrees;
    return QLocale().toString(shown, 'f', 1).replace(QLatin1Char('-'), QChar(0x2212)) + QChar(0xb0);
}

} // namespace likeness
