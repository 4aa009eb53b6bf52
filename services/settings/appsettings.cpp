// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/settings/appsettings.h"

namespace likeness {

namespace {

const Setting<QStringList> recentFilesSetting {"photo/recentFiles", {}};
constexpr qsizetype mostRecentFiles = 10;

} // namespace

QStringList AppSettings::recentFiles() const
{
    return value(recentFilesSetting);
}

void AppSettings::addRecentFile(const QString &path)
{
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    setValue(recentFilesSetting, QStringList(files.mid(0, mostRecentFiles)));
}

void AppSettings::clearRecentFiles()
{
    setValue(recentFilesSetting, {});
}

} // namespace likeness
