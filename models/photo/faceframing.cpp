// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/photo/faceframing.h"

#include <algorithm>

namespace likeness {
namespace {

// In heights of the detector's box, which reaches from brow to chin.
constexpr double eyesInBox = 0.4; ///< from its top
constexpr double comfortable = 2.4; ///< the square's edge: hair above, shoulders below
constexpr double tight = 1.8; ///< smaller squares would cut hair or chin

constexpr double eyesInSquare = 1.0 / 3.0;

} // namespace

CropSquare framedFace(const QRectF &face, const PictureFrame &frame)
{
    const double eyesY = face.top() + eyesInBox * face.height();
    const double centreX = face.center().x();
    // Rather a smaller square than one that has to move away from where the face wants it, down to the tight
    // one.
    const double roomAbove = eyesY / eyesInSquare;
    const double roomBelow = (frame.size.height() - eyesY) / (1.0 - eyesInSquare);
    const double roomBeside = 2.0 * std::min(centreX, frame.size.width() - centreX);
    const double wanted = std::min({comfortable * face.height(), roomAbove, roomBelow, roomBeside});
    const double edge
        = std::min(std::max(wanted, tight * face.height()), double(CropSquare::largestEdge(frame)));
    const QRectF square(centreX - edge / 2.0, eyesY - edge * eyesInSquare, edge, edge);
    return CropSquare::fitted(square.toRect(), frame);
}

} // namespace likeness
