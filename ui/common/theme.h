// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QObject>
#include <QPalette>

class QApplication;

namespace likeness {

/// Colour roles of the whole application; the values for light, dark and high contrast are one table in
/// theme.cpp (from DESIGN). Widgets ask for roles and never name a colour.
enum class ColourRole {
    Window,
    Panel,
    Line,
    Ink,
    Soft, ///< secondary text
    Accent,
    OnAccent,
    Selection, ///< tinted ground of what is selected
    Surround, ///< dark ground about a picture, in both themes
    OnSurround,
    Notice, ///< ground of a warning sentence
    InStep,
    Pending,
    Reduced,
    Stale,
    Different,
    Missing,
    Removed,
    Blocked,
    Unknown,
};

enum class ThemeChoice { System, Light, Dark, HighContrast };

/// As the settings write it down: "system", "light", "dark", "high-contrast"; anything else is the system's.
QString nameOf(ThemeChoice choice);
ThemeChoice themeChoiceNamed(const QString &name);

/// The current look. One object, made by the composition root before any widget and destroyed after the last;
/// handed to what paints. Announces changes so that open windows follow live, also when the system turns
/// dark. GUI thread.
class Theme final : public QObject
{
    Q_OBJECT
public:
    enum class Kind { Light, Dark, HighContrast };

    explicit Theme(QObject *parent = nullptr);

    void choose(ThemeChoice choice);
    ThemeChoice choice() const { return m_choice; }
    Kind kind() const { return m_kind; }
    QColor colour(ColourRole role) const { return colour(role, m_kind); }
    static QColor colour(ColourRole role, Kind kind);

    /// What widgets on panels and on the window ground paint with.
    QPalette palette() const { return palette(m_kind); }
    static QPalette palette(Kind kind);
    /// The same for controls that lie on the dark surround of a picture: set it on their container.
    QPalette surroundPalette() const;

    /// Palette, style and base font for the application, from the roles; follows choose() and the system from
    /// then on.
    void applyTo(QApplication &application);

signals:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void readSystem(bool reset);
    void update();

    QApplication *m_application = nullptr;
    ThemeChoice m_choice = ThemeChoice::System;
    Kind m_system = Kind::Light;
    Kind m_kind = Kind::Light;
    bool m_applying = false;
};

/// `amount` of the second colour over the first: 0 = first, 1 = second.
QColor mixed(const QColor &first, const QColor &second, double amount);

} // namespace likeness
