// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/common/theme.h"

#include "ui/common/likenessstyle.h"

#include <QApplication>
#include <QEvent>
#include <QFontInfo>
#include <array>

namespace likeness {
namespace {

struct ThemeRow
{
    ColourRole role;
    QRgb light;
    QRgb dark;
    QRgb highContrast;
};

// In the order of ColourRole. Text colours keep 4.5:1 on Window and Panel, 7:1 in high contrast
// (tests/ui/common/tst_theme).
constexpr std::array<ThemeRow, 20> themeTable {{
    {ColourRole::Window, 0xfff6f5f2, 0xff1b1e22, 0xff000000},
    {ColourRole::Panel, 0xffffffff, 0xff24282d, 0xff000000},
    {ColourRole::Line, 0xffddd9d0, 0xff3a4047, 0xffffffff},
    {ColourRole::Ink, 0xff1f2328, 0xffe9ebee, 0xffffffff},
    {ColourRole::Soft, 0xff5d6570, 0xffa4acb6, 0xfff0f0f0},
    {ColourRole::Accent, 0xff0e6b6b, 0xff4fb3ae, 0xffffd60a},
    {ColourRole::OnAccent, 0xffffffff, 0xff10201f, 0xff000000},
    {ColourRole::Selection, 0xffe3f0ef, 0xff203937, 0xff003f66},
    {ColourRole::Surround, 0xff15181b, 0xff15181b, 0xff000000},
    {ColourRole::OnSurround, 0xffe9ebee, 0xffe9ebee, 0xffffffff},
    {ColourRole::Notice, 0xfff5efe2, 0xff3a3927, 0xff000000},
    {ColourRole::InStep, 0xff1b7f5c, 0xff4cc38a, 0xff6be7a9},
    {ColourRole::Pending, 0xff2f6fb3, 0xff70b8ff, 0xff8ecbff},
    {ColourRole::Reduced, 0xff966400, 0xffe2b203, 0xffffd60a},
    {ColourRole::Stale, 0xffb54708, 0xffff8b3e, 0xffffb070},
    {ColourRole::Different, 0xffa23b72, 0xffe77bb0, 0xffffa3d3},
    {ColourRole::Missing, 0xff636a77, 0xffa4acb6, 0xffe0e4e8},
    {ColourRole::Removed, 0xff6b4fa0, 0xffb59af2, 0xffd4c2ff},
    {ColourRole::Blocked, 0xffb42318, 0xffff8c7a, 0xffffab9e},
    {ColourRole::Unknown, 0xff636a77, 0xffa4acb6, 0xffe0e4e8},
}};

constexpr bool themeTableIsInOrder()
{
    for (std::size_t i = 0; i < themeTable.size(); ++i) {
        if (themeTable[i].role != static_cast<ColourRole>(i))
            return false;
    }
    return true;
}
static_assert(themeTableIsInOrder());

/// Qt 6.4 tells no colour scheme: dark is what has lighter text than ground; black and white is high
/// contrast.
Theme::Kind kindOfPalette(const QPalette &palette)
{
    const QColor ground = palette.color(QPalette::Active, QPalette::Window);
    const QColor text = palette.color(QPalette::Active, QPalette::WindowText);
    if (ground.rgb() == qRgb(0, 0, 0) && text.rgb() == qRgb(255, 255, 255))
        return Theme::Kind::HighContrast;
    return ground.lightness() < text.lightness() ? Theme::Kind::Dark : Theme::Kind::Light;
}

constexpr const char *themeChoiceNames[] = {"system", "light", "dark", "high-contrast"}; // as ThemeChoice

Theme::Kind kindOfChoice(ThemeChoice choice, Theme::Kind system)
{
    switch (choice) {
    case ThemeChoice::System:
        return system;
    case ThemeChoice::Light:
        return Theme::Kind::Light;
    case ThemeChoice::Dark:
        return Theme::Kind::Dark;
    case ThemeChoice::HighContrast:
        return Theme::Kind::HighContrast;
    }
    return system;
}

struct PaletteColours
{
    QColor window, panel, line, ink, soft, accent, onAccent;
};

QPalette paletteOf(const PaletteColours &c)
{
    QPalette palette;
    const auto set = [&palette](std::initializer_list<QPalette::ColorRole> roles, const QColor &colour) {
        for (const QPalette::ColorRole role : roles)
            palette.setColor(role, colour);
    };
    set({QPalette::Window}, c.window);
    set({QPalette::Base, QPalette::Button, QPalette::Light}, c.panel);
    set({QPalette::AlternateBase}, mixed(c.panel, c.window, 0.6));
    set({QPalette::Mid, QPalette::Midlight, QPalette::Dark}, c.line);
    set({QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::BrightText, QPalette::Shadow},
        c.ink);
    set({QPalette::PlaceholderText}, c.soft);
    set({QPalette::Highlight, QPalette::Link}, c.accent);
    set({QPalette::LinkVisited}, mixed(c.accent, c.ink, 0.3));
    set({QPalette::HighlightedText}, c.onAccent);
    set({QPalette::ToolTipBase}, c.ink);
    set({QPalette::ToolTipText}, c.panel);
    for (const auto role :
        {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText})
        palette.setColor(QPalette::Disabled, role, mixed(c.soft, c.panel, 0.35));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, mixed(c.line, c.panel, 0.2));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, mixed(c.soft, c.panel, 0.2));
    return palette;
}

} // namespace

QColor mixed(const QColor &first, const QColor &second, double amount)
{
    const auto channel = [amount](int a, int b) { return qRound(a + (b - a) * amount); };
    return {channel(first.red(), second.red()), channel(first.green(), second.green()),
        channel(first.blue(), second.blue()), channel(first.alpha(), second.alpha())};
}

Theme::Theme(QObject *parent)
    : QObject(parent)
{
}

QColor Theme::colour(ColourRole role, Kind kind)
{
    const ThemeRow &row = themeTable.at(static_cast<std::size_t>(role));
    switch (kind) {
    case Kind::Light:
        return QColor::fromRgb(row.light);
    case Kind::Dark:
        return QColor::fromRgb(row.dark);
    case Kind::HighContrast:
        return QColor::fromRgb(row.highContrast);
    }
    return {};
}

QPalette Theme::palette(Kind kind)
{
    const auto of = [kind](ColourRole role) { return colour(role, kind); };
    return paletteOf({of(ColourRole::Window), of(ColourRole::Panel), of(ColourRole::Line),
        of(ColourRole::Ink), of(ColourRole::Soft), of(ColourRole::Accent), of(ColourRole::OnAccent)});
}

QPalette Theme::surroundPalette() const
{
    if (m_kind == Kind::HighContrast)
        return palette();
    const auto dark = [](ColourRole role) { return colour(role, Kind::Dark); };
    const QColor bar = mixed(dark(ColourRole::Surround), dark(ColourRole::OnSurround), 0.06);
    return paletteOf({dark(ColourRole::Surround), bar, dark(ColourRole::Line), dark(ColourRole::OnSurround),
        dark(ColourRole::Soft), dark(ColourRole::Accent), dark(ColourRole::OnAccent)});
}

QString nameOf(ThemeChoice choice)
{
    return QLatin1String(themeChoiceNames[static_cast<int>(choice)]);
}

ThemeChoice themeChoiceNamed(const QString &name)
{
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::HighContrast}) {
        if (name == nameOf(choice))
            return choice;
    }
    return ThemeChoice::System;
}

void Theme::choose(ThemeChoice choice)
{
    m_choice = choice;
    update();
}

void Theme::applyTo(QApplication &application)
{
    m_application = &application;
    application.setStyle(new LikenessStyle(*this)); // the application owns its style
    QFont font = application.font();
    font.setPixelSize(qMax(13, QFontInfo(font).pixelSize()));
    application.setFont(font);
    readSystem(false);
    update();
    application.installEventFilter(this);
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    // The palette we set hides the system's: a theme change reaches the windows only, and a palette change
    // that is not ours is the application's.
    if (!m_applying && event->type() == QEvent::ApplicationPaletteChange && watched == m_application)
        readSystem(false);
    else if (!m_applying && event->type() == QEvent::ThemeChange)
        readSystem(true);
    else
        return QObject::eventFilter(watched, event);
    update();
    return QObject::eventFilter(watched, event);
}

void Theme::readSystem(bool reset)
{
    m_applying = true;
    if (reset)
        QApplication::setPalette(QPalette());
    m_system = kindOfPalette(QApplication::palette());
    m_applying = false;
}

void Theme::update()
{
    m_kind = kindOfChoice(m_choice, m_system);
    if (m_application) {
        m_applying = true;
        QApplication::setPalette(palette());
        m_applying = false;
    }
    emit changed();
}

} // namespace likeness
