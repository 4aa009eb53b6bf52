// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/settings/settingsbackend.h"

namespace likeness {

FileSettings::FileSettings(const QString &file, const QString &managedFile)
    : m_own(file, QSettings::IniFormat)
{
    if (managedFile.isEmpty())
        return;
    const QSettings managed(managedFile, QSettings::IniFormat);
    for (const QString &key : managed.allKeys())
        m_managed.insert(key, managed.value(key));
}

QVariant FileSettings::value(const QString &key) const
{
    return isLocked(key) ? m_managed.value(key) : m_own.value(key);
}

void FileSettings::setValue(const QString &key, const QVariant &value)
{
    if (!isLocked(key))
        m_own.setValue(key, value);
}

bool FileSettings::isLocked(const QString &key) const
{
    return m_managed.contains(key);
}

} // namespace likeness
