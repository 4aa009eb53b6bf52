// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/settings/settingsbackend.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace likeness {

/// One setting: its key, and what holds as long as nobody chose, or when the file holds something of another
/// kind.
template <class T>
struct Setting
{
    const char *key;
    T usual {};
};

/// What the programs remember for this person on this machine, typed. A face of the backend it is given;
/// never holds a secret. Logic thread.
class AppSettings final
{
public:
    explicit AppSettings(SettingsBackend &backend)
        : m_backend(backend)
    {
    }

    inline static const Setting<QString> theme {"look/theme", QStringLiteral("system")};
    inline static const Setting<QString> language {"look/language"}; ///< empty = as the system
    inline static const Setting<QByteArray> windowGeometry {"window/geometry"};
    inline static const Setting<QString> organisationFile {
        "organisation/file"}; ///< the one that was open last
    inline static const Setting<bool> roundLadder {"photo/roundLadder", true};
    inline static const Setting<int> upscaleFrom {"photo/upscaleFrom", 48};
    inline static const Setting<int> upscaleTo {"photo/upscaleTo", 648};

    template <class T>
    T value(const Setting<T> &setting) const
    {
        const QVariant stored = m_backend.value(QLatin1String(setting.key));
        QVariant converted = stored;
        return stored.isValid() && converted.convert(QMetaType::fromType<T>()) ? converted.template value<T>()
                                                                               : setting.usual;
    }
    template <class T>
    void setValue(const Setting<T> &setting, const T &value)
    {
        m_backend.setValue(QLatin1String(setting.key), QVariant::fromValue(value));
    }
    template <class T>
    bool isLocked(const Setting<T> &setting) const
    {
        return m_backend.isLocked(QLatin1String(setting.key));
    }

    /// Pictures opened, newest first, each once, at most ten.
    QStringList recentFiles() const;
    void addRecentFile(const QString &path);
    void clearRecentFiles();

private:
    SettingsBackend &m_backend;
};

} // namespace likeness
