// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/photo/cropcanvas.h"

#include "ui/common/theme.h"
#include "ui/photo/cropaccessible.h"
#include "ui/photo/figures.h"
#include "ui/photo/gesture.h"

#include <QGestureEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QPinchGesture>
#include <QWheelEvent>
#include <cmath>

namespace likeness {

namespace {

constexpr double wheelStep = 1.15; ///< zoom of one notch

} // namespace

CropCanvas::CropCanvas(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_view(CanvasView::fitted(QSize(1, 1), QRectF(0, 0, 1, 1)))
{
    installCropAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    grabGesture(Qt::PinchGesture);
    setMinimumSize(240, 200);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void CropCanvas::setPicture(const QImage &view, QSize upright)
{
    m_layer.setImage(view);
    m_viewSize = view.size();
    m_upright = upright;
    m_drag.reset();
    if (hasPicture())
        fit();
    update();
}

void CropCanvas::setRecipe(const PhotoRecipe &recipe)
{
    const bool otherFrame = hasPicture() && recipe.frame(m_upright).size != frame().size;
    m_recipe = recipe;
    if (otherFrame)
        fit();
    announceCropRead(*this);
    update();
}

void CropCanvas::setRoundMask(bool round)
{
    m_round = round;
    update();
}

void CropCanvas::setGuides(bool shown)
{
    m_guides = shown;
    update();
}

void CropCanvas::setReserved(const QMargins &margins)
{
    const bool wasFitted = isFitted();
    m_reserved = margins;
    if (hasPicture() && wasFitted)
        fit();
}

QRectF CropCanvas::area() const
{
    return rect().marginsRemoved(m_reserved).toRectF();
}

void CropCanvas::setView(const CanvasView &view)
{
    if (view == m_view)
        return;
    m_view = view;
    emit viewChanged();
    update();
}

void CropCanvas::fit()
{
    if (hasPicture())
        setView(CanvasView::fitted(frame().size, area()));
}

bool CropCanvas::isFitted() const
{
    return !hasPicture() || m_view.isFitted(frame().size, area());
}

void CropCanvas::zoomBy(double factor)
{
    if (hasPicture())
        setView(m_view.zoomedAbout(cropOnScreen().center(), factor, frame().size, area()));
}

QRectF CropCanvas::cropOnScreen() const
{
    return hasPicture() ? m_view.toWidget(QRectF(crop().rect())) : QRectF();
}

QString CropCanvas::readOut() const
{
    if (!hasPicture())
        return tr("No picture");
    const QRect square = crop().rect();
    //: what the crop covers, in pixels of the picture; %1 is a size like "1 812 × 1 812"
    return tr("crop %1 at %2, %3")
        .arg(pixelSize(square.size()), pixelCount(square.x()), pixelCount(square.y()));
}

void CropCanvas::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (!hasPicture())
        return;
    // whoever has not zoomed keeps seeing the whole picture
    const QRectF before = QRectF(QRect(QPoint(0, 0), event->oldSize()).marginsRemoved(m_reserved));
    if (event->oldSize().isEmpty() || m_view.isFitted(frame().size, before))
        fit();
    else
        setView(m_view.pannedBy(QPointF(), frame().size, area()));
}

void CropCanvas::mousePressEvent(QMouseEvent *event)
{
    if (!hasPicture())
        return;
    const bool pan
        = event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_spaceHeld);
    if (!pan && event->button() != Qt::LeftButton)
        return;
    const CropHandle handle = pan ? CropHandle::None : cropHandleAt(event->position(), cropOnScreen());
    m_drag = Drag {handle, event->position(), crop(), m_view};
    m_gesture = newGesture();
    showCursorFor(event->position());
    update();
}

void CropCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_drag) {
        showCursorFor(event->position());
        return;
    }
    const QPointF by = event->position() - m_drag->from;
    if (m_drag->handle == CropHandle::None) {
        setView(m_drag->view.pannedBy(by, frame().size, area()));
        return;
    }
    const CropSquare wanted = draggedCrop(m_drag->handle, *m_drag->crop, by / m_view.scale(), frame());
    if (wanted != crop())
        emit cropWanted(wanted, m_drag->handle, m_gesture);
}

void CropCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    m_drag.reset();
    showCursorFor(event->position());
    update();
}

void CropCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (isFitted() && hasPicture())
        setView(m_view.zoomedAbout(event->position(), 2.0, frame().size, area()));
    else
        fit();
}

void CropCanvas::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    m_hovered = CropHandle::None;
    update();
}

void CropCanvas::showCursorFor(const QPointF &point)
{
    if (!hasPicture()) {
        unsetCursor();
        return;
    }
    const CropHandle over = m_drag ? m_drag->handle : cropHandleAt(point, cropOnScreen());
    const bool panning = (m_drag && m_drag->handle == CropHandle::None) || m_spaceHeld;
    if (panning)
        setCursor(m_drag ? Qt::ClosedHandCursor : Qt::OpenHandCursor);
    else if (over == CropHandle::None && !isFitted())
        setCursor(Qt::OpenHandCursor);
    else
        setCursor(cropCursor(over));
    if (std::exchange(m_hovered, over) != over)
        update();
}

void CropCanvas::wheelEvent(QWheelEvent *event)
{
    if (!hasPicture())
        return event->ignore();
    const double notches = event->angleDelta().y() / 120.0;
    setView(m_view.zoomedAbout(event->position(), std::pow(wheelStep, notches), frame().size, area()));
    event->accept();
}

bool CropCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::Gesture && hasPicture()) {
        auto *gestures = static_cast<QGestureEvent *>(event);
        if (auto *pinch = qobject_cast<QPinchGesture *>(gestures->gesture(Qt::PinchGesture))) {
            m_drag.reset(); // the first finger had begun to drag
            const QPointF about = mapFromGlobal(pinch->centerPoint());
            setView(m_view.zoomedAbout(about, pinch->scaleFactor(), frame().size, area()));
            return true;
        }
    }
    if (event->type() == QEvent::NativeGesture && hasPicture()) {
        auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            setView(m_view.zoomedAbout(gesture->position(), 1.0 + gesture->value(), frame().size, area()));
            return true;
        }
    }
    return QWidget::event(event);
}

bool CropCanvas::nudgedBy(const QKeyEvent &event)
{
    const int step = event.modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    QPoint by;
    switch (event.key()) {
    case Qt::Key_Left:
        by = {-step, 0};
        break;
    case Qt::Key_Right:
        by = {step, 0};
        break;
    case Qt::Key_Up:
        by = {0, -step};
        break;
    case Qt::Key_Down:
        by = {0, step};
        break;
    default:
        return false;
    }
    if (!event.isAutoRepeat())
        m_gesture = newGesture();
    const CropSquare now = crop();
    if (event.modifiers().testFlag(Qt::ControlModifier)) {
        const int growth = by.x() - by.y(); // right and up make it larger
        const QPointF centre = QRectF(now.rect()).center();
        emit cropWanted(
            now.resizedAbout(centre, now.edge() + 2 * growth, frame()), CropHandle::BottomRight, m_gesture);
    } else {
        emit cropWanted(now.movedBy(by, frame()), CropHandle::Inside, m_gesture);
    }
    return true;
}

bool CropCanvas::panned(const QKeyEvent &event, bool down)
{
    if (event.key() != Qt::Key_Space)
        return false;
    if (!event.isAutoRepeat()) {
        m_spaceHeld = down;
        showCursorFor(mapFromGlobal(QCursor::pos()));
    }
    return true;
}

void CropCanvas::keyPressEvent(QKeyEvent *event)
{
    if (!hasPicture() || panned(*event, true) || nudgedBy(*event))
        return event->setAccepted(hasPicture());
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(1.25);
    case Qt::Key_Minus:
        return zoomBy(0.8);
    default:
        QWidget::keyPressEvent(event);
    }
}

void CropCanvas::keyReleaseEvent(QKeyEvent *event)
{
    if (!panned(*event, false))
        QWidget::keyReleaseEvent(event);
}

void CropCanvas::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void CropCanvas::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_spaceHeld = false;
    update();
}

} // namespace likeness
