// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QObject>

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

/// The current look. One object, made by the composition root and handed to what paints; announces changes so
/// that open windows follow live. GUI thread.
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
    /// Palette and style for the application, from the roles.
    void applyTo(QApplication &application);

signals:
    void changed();

private:
    ThemeChoice m_choice = ThemeChoice::System;
    Kind m_kind = Kind::Light;
};

} // namespace likeness
