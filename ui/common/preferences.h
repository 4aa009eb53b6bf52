// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/theme.h"

#include <QByteArray>
#include <QString>

class QSettings;

namespace likeness {

/// What the window remembers for this person on this machine, typed. A thin face of the QSettings it is given
/// by the composition root; keys it does not know stay untouched. Never holds a secret.
class Preferences final
{
public:
    explicit Preferences(QSettings &settings);

    ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);
    /// "de", "en"; empty = as the system.
    QString language() const;
    void setLanguage(const QString &language);
    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);
    /// Absolute path of the organisation file that was open last; empty = none yet.
    QString organisationFile() const;
    void setOrganisationFile(const QString &path);

private:
    QSettings &m_settings;
};

} // namespace likeness
