// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/labfiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace likeness {

namespace {

using namespace Qt::StringLiterals;

QString firstExisting(const QStringList &candidates)
{
    for (const QString &path : candidates) {
        if (QFileInfo::exists(path))
            return QDir::cleanPath(path);
    }
    return {};
}

} // namespace

QString labScript()
{
    return firstExisting({
        QCoreApplication::applicationDirPath() + "/../share/likeness/lab/directory/ad-lab.sh"_L1,
        QStringLiteral(LIKENESS_SOURCE_DIR) + "/resources/lab/directory/ad-lab.sh"_L1,
    });
}

QString labPortShift()
{
    const QString programs = QCoreApplication::applicationDirPath();
    return firstExisting({
        programs + "/../lib/likeness/portshift.so"_L1,
        programs + "/portshift.so"_L1,
        programs + "/../bin/portshift.so"_L1,
    });
}

} // namespace likeness
