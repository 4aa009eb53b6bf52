// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/common/preferences.h"

#include <QSettings>
#include <array>

namespace likeness {
namespace {

const QString themeKey = QStringLiteral("look/theme");
const QString languageKey = QStringLiteral("look/language");
const QString geometryKey = QStringLiteral("window/geometry");
const QString organisationKey = QStringLiteral("organisation/file");

constexpr std::array<const char *, 4> themeNames {"system", "light", "dark", "high-contrast"};

} // namespace

Preferences::Preferences(QSettings &settings)
    : m_settings(settings)
{
}

ThemeChoice Preferences::theme() const
{
    const QString name = m_settings.value(themeKey).toString();
    for (std::size_t i = 0; i < themeNames.size(); ++i) {
        if (name == QLatin1String(themeNames[i]))
            return static_cast<ThemeChoice>(i);
    }
    return ThemeChoice::System;
}

void Preferences::setTheme(ThemeChoice choice)
{
    m_settings.setValue(themeKey, QLatin1String(themeNames.at(static_cast<std::size_t>(choice))));
}

QString Preferences::language() const
{
    return m_settings.value(languageKey).toString();
}

void Preferences::setLanguage(const QString &language)
{
    m_settings.setValue(languageKey, language);
}

QByteArray Preferences::windowGeometry() const
{
    return m_settings.value(geometryKey).toByteArray();
}

void Preferences::setWindowGeometry(const QByteArray &geometry)
{
    m_settings.setValue(geometryKey, geometry);
}

QString Preferences::organisationFile() const
{
    return m_settings.value(organisationKey).toString();
}

void Preferences::setOrganisationFile(const QString &path)
{
    m_settings.setValue(organisationKey, path);
}

} // namespace likeness
