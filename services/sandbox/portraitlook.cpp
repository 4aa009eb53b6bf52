// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/portraitlook.h"

#include <array>

namespace likeness {

namespace {

using Look = PortraitLook;

/// Skin, hair, clothes, accent, backdrop, iris.
Look colouredLook(QRgb skin, QRgb hair, QRgb clothes, QRgb accent, QRgb backdrop, QRgb iris)
{
    Look look;
    look.skin = QColor(skin);
    look.hairColour = QColor(hair);
    look.clothesColour = QColor(clothes);
    look.accent = QColor(accent);
    look.backdropColour = QColor(backdrop);
    look.iris = QColor(iris);
    return look;
}

Look adaReyes()
{
    Look look = colouredLook(0xe0ac86, 0x3a241c, 0x1f7a7a, 0xfaf3e8, 0xf3d9b8, 0x5a3a22);
    look.hair = Look::Hair::Wavy;
    look.clothes = Look::Clothes::Blazer;
    look.backdrop = Look::Backdrop::Plants;
    look.lashes = 1;
    look.smile = 0.9;
    look.fullLips = true;
    look.earrings = true;
    return look;
}

Look boLind()
{
    Look look = colouredLook(0xf4cfb4, 0xd6ae62, 0x27406b, 0xf4f4f4, 0xc9dcea, 0x4d7fa6);
    look.hair = Look::Hair::Swept;
    look.beard = Look::Beard::Full;
    look.clothes = Look::Clothes::Crew;
    look.backdrop = Look::Backdrop::Hills;
    return look;
}

Look zoeAngstrom()
{
    Look look = colouredLook(0xf8d8c4, 0xc25a2c, 0x3f6b46, 0xe8e0c8, 0xe6e0f2, 0x4f8a5b);
    look.hair = Look::Hair::Bob;
    look.glasses = Look::Glasses::Round;
    look.clothes = Look::Clothes::Turtleneck;
    look.backdrop = Look::Backdrop::Shelf;
    look.freckles = true;
    look.lashes = 0.8;
    look.smile = 0.75;
    return look;
}

Look lukaszZak()
{
    Look look = colouredLook(0xf0c8a8, 0x6b4a30, 0x6d7681, 0xd9dde2, 0xd7e3d4, 0x5f7c8a);
    look.hair = Look::Hair::SidePart;
    look.beard = Look::Beard::Stubble;
    look.glasses = Look::Glasses::Square;
    look.clothes = Look::Clothes::Hoodie;
    look.backdrop = Look::Backdrop::Office;
    return look;
}

Look seanOBrien()
{
    Look look = colouredLook(0xf6cbb2, 0x9a5a34, 0x9fc0e0, 0x8d2f3a, 0xe9e4da, 0x5b8f86);
    look.hair = Look::Hair::Receding;
    look.beard = Look::Beard::Moustache;
    look.clothes = Look::Clothes::Shirt;
    look.backdrop = Look::Backdrop::Office;
    look.lines = true;
    look.faceWidth = 1.06;
    look.smile = 0.9;
    return look;
}

Look liXiaolong()
{
    Look look = colouredLook(0xf0c9a0, 0x1d1a1c, 0x3a3f4a, 0xf6f6f6, 0xd4e2e8, 0x3a2718);
    look.hair = Look::Hair::SidePart;
    look.clothes = Look::Clothes::Blazer;
    look.backdrop = Look::Backdrop::Studio;
    look.faceWidth = 0.97;
    return look;
}

Look noorHaddad()
{
    Look look = colouredLook(0xdcab82, 0x5b3f78, 0x2e2a4a, 0xc9a24a, 0xf2e3d6, 0x4a3018);
    look.hair = Look::Hair::Scarf;
    look.clothes = Look::Clothes::Blouse;
    look.backdrop = Look::Backdrop::Shelf;
    look.lashes = 1;
    look.fullLips = true;
    return look;
}

Look dmitriVolkov()
{
    Look look = colouredLook(0xecc3a4, 0x8d8a86, 0x31343b, 0x31343b, 0xcfd6dc, 0x6d8797);
    look.hair = Look::Hair::Bald;
    look.beard = Look::Beard::Full;
    look.clothes = Look::Clothes::Turtleneck;
    look.lines = true;
    look.faceWidth = 1.04;
    look.smile = 0.5;
    return look;
}

Look johnSmith()
{
    Look look = colouredLook(0x8d5a3b, 0x1a1412, 0xd9752b, 0xf3e3c9, 0xcfe3df, 0x2e1b10);
    look.hair = Look::Hair::Crop;
    look.clothes = Look::Clothes::Shirt;
    look.backdrop = Look::Backdrop::Hills;
    look.faceWidth = 1.02;
    look.smile = 1;
    look.fullLips = true;
    return look;
}

Look maryJane()
{
    Look look = colouredLook(0xf5d3bf, 0xd9d6d2, 0x9a7fb5, 0xf7f2ea, 0xdfead9, 0x5f86a8);
    look.hair = Look::Hair::Bob;
    look.glasses = Look::Glasses::Square;
    look.clothes = Look::Clothes::Blouse;
    look.backdrop = Look::Backdrop::Plants;
    look.lines = true;
    look.lashes = 0.6;
    look.earrings = true;
    look.smile = 0.85;
    return look;
}

Look kenjiSato()
{
    Look look = colouredLook(0xe8bd92, 0x55534f, 0xf2f4f5, 0x4d7a9a, 0xd3e6ee, 0x33241a);
    look.hair = Look::Hair::Swept;
    look.glasses = Look::Glasses::Round;
    look.clothes = Look::Clothes::LabCoat;
    look.backdrop = Look::Backdrop::Office;
    look.lines = true;
    look.smile = 0.65;
    return look;
}

Look inesMunoz()
{
    Look look = colouredLook(0xc88e63, 0x2a1a16, 0xdba52e, 0xdba52e, 0xf3cfc4, 0x3f2614);
    look.hair = Look::Hair::Curly;
    look.clothes = Look::Clothes::Crew;
    look.backdrop = Look::Backdrop::Studio;
    look.lashes = 1;
    look.smile = 1;
    look.earrings = true;
    look.fullLips = true;
    return look;
}

/// Somebody outside the table: a look picked by the letters of the key, so that it stays the same.
Look pickedLook(const QString &key)
{
    quint32 mix = 2166136261U;
    for (const QChar letter : key)
        mix = (mix ^ letter.unicode()) * 16777619U;
    const std::array known {adaReyes(), boLind(), zoeAngstrom(), lukaszZak(), seanOBrien(), liXiaolong(),
        dmitriVolkov(), johnSmith(), maryJane(), kenjiSato(), inesMunoz()};
    Look look = known.at(mix % known.size());
    look.clothesColour = QColor::fromHsv(static_cast<int>((mix >> 8) % 360), 120, 150);
    look.backdropColour = QColor::fromHsv(static_cast<int>((mix >> 17) % 360), 35, 235);
    return look;
}

} // namespace

PortraitLook lookOf(const QString &key)
{
    using Maker = Look (*)();
    static constexpr std::array<std::pair<QLatin1String, Maker>, 12> known {{
        {QLatin1String("ada.reyes"), adaReyes},
        {QLatin1String("bo.lind"), boLind},
        {QLatin1String("zoe.angstrom"), zoeAngstrom},
        {QLatin1String("lukasz.zak"), lukaszZak},
        {QLatin1String("sean.obrien"), seanOBrien},
        {QLatin1String("li.xiaolong"), liXiaolong},
        {QLatin1String("noor.haddad"), noorHaddad},
        {QLatin1String("dmitri.volkov"), dmitriVolkov},
        {QLatin1String("jsmith"), johnSmith},
        {QLatin1String("mary-jane"), maryJane},
        {QLatin1String("kenji.sato"), kenjiSato},
        {QLatin1String("ines.munoz"), inesMunoz},
    }};
    for (const auto &[name, make] : known) {
        if (key == name)
            return make();
    }
    return pickedLook(key);
}

PortraitLook earlierLookOf(const QString &key)
{
    PortraitLook look = lookOf(key);
    switch (look.hair) {
    case Look::Hair::Wavy:
        look.hair = Look::Hair::Bun;
        break;
    case Look::Hair::Bob:
        look.hair = Look::Hair::Wavy;
        break;
    case Look::Hair::Curly:
        look.hair = Look::Hair::Bob;
        break;
    case Look::Hair::Bald:
        look.hair = Look::Hair::Receding;
        break;
    case Look::Hair::Receding:
    case Look::Hair::Swept:
        look.hair = Look::Hair::SidePart;
        break;
    case Look::Hair::SidePart:
        look.hair = Look::Hair::Swept;
        break;
    case Look::Hair::Crop:
    case Look::Hair::Bun:
    case Look::Hair::Scarf:
        break;
    }
    if (look.lines)
        look.hairColour = look.hairColour.darker(170);
    look.lines = false;
    look.beard = look.beard == Look::Beard::Full ? Look::Beard::Stubble : Look::Beard::None;
    look.glasses = Look::Glasses::None;
    look.clothes = look.clothes == Look::Clothes::Crew ? Look::Clothes::Hoodie : Look::Clothes::Crew;
    look.clothesColour = QColor::fromHsv((look.clothesColour.hsvHue() + 150) % 360, 110, 165);
    look.backdrop = look.backdrop == Look::Backdrop::Studio ? Look::Backdrop::Hills : Look::Backdrop::Studio;
    look.backdropColour = QColor::fromHsv((look.backdropColour.hsvHue() + 190) % 360, 45, 225);
    return look;
}

} // namespace likeness
