// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/sandbox/portraitlook.h"

#include <QPainterPath>
#include <QRectF>

class QPainter;

namespace likeness {

// The parts of a portrait, back to front; private to PortraitPainter. All but the backdrop draw in the
// figure's own coordinates: the middle of the head is (0, 0), the crown is at -100, the chin at +100, the
// eyes at 0.

/// Fills `room` (device pixels) with what is behind the person.
void paintBackdrop(QPainter &painter, const PortraitLook &look, const QRectF &room);
void paintHairBehind(QPainter &painter, const PortraitLook &look);
void paintClothes(QPainter &painter, const PortraitLook &look);
void paintFace(QPainter &painter, const PortraitLook &look);
void paintHairInFront(QPainter &painter, const PortraitLook &look);

/// The outline of the head without hair and ears.
QPainterPath headOutline(const PortraitLook &look);
/// A colour between two; 0 = the first.
QColor mixedColour(const QColor &from, const QColor &to, double share);

} // namespace likeness
