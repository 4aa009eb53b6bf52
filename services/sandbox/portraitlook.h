// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QString>

namespace likeness {

/// How one invented person of the sandbox looks: everything PortraitPainter needs to draw them, always the
/// same.
struct PortraitLook
{
    enum class Hair { Bald, Crop, SidePart, Swept, Receding, Bob, Wavy, Curly, Bun, Scarf };
    enum class Beard { None, Stubble, Moustache, Full };
    enum class Glasses { None, Round, Square };
    enum class Clothes { Crew, Shirt, Blazer, Turtleneck, Hoodie, LabCoat, Blouse };
    enum class Backdrop { Studio, Office, Plants, Shelf, Hills };

    QColor skin;
    QColor hairColour;
    QColor clothesColour;
    QColor accent; ///< what is worn under or with it: shirt, tie, scarf's edge
    QColor backdropColour;
    QColor iris;
    Hair hair = Hair::SidePart;
    Beard beard = Beard::None;
    Glasses glasses = Glasses::None;
    Clothes clothes = Clothes::Crew;
    Backdrop backdrop = Backdrop::Studio;
    double faceWidth = 1.0; ///< 0.9 narrow … 1.1 round
    double smile = 0.6; ///< 0 earnest … 1 beaming
    double lashes = 0.0; ///< weight of the upper lid's line, 0…1
    bool freckles = false;
    bool lines = false; ///< a few wrinkles
    bool earrings = false;
    bool fullLips = false;
};

/// The look of a person of the sandbox today, by key; anybody unknown gets a look made from their key.
PortraitLook lookOf(const QString &key);
/// The same person some years ago: other clothes, other hair, another room.
PortraitLook earlierLookOf(const QString &key);

} // namespace likeness
