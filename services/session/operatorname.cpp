// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/operatorname.h"

#include <QFile>

#ifdef Q_OS_UNIX
#include <pwd.h>
#include <unistd.h>
#endif

namespace likeness {

namespace {

/// What the system knows: the environment may say anything, or nothing where a timer runs the program.
QString systemAccount()
{
#ifdef Q_OS_UNIX
    const passwd *entry = getpwuid(getuid()); // NOLINT(concurrency-mt-unsafe): asked once, by one thread
    return entry && entry->pw_name ? QFile::decodeName(entry->pw_name) : QString();
#else
    return {};
#endif
}

} // namespace

QString operatorName()
{
    static const QString account = systemAccount(); // a look at a directory service may take its time
    if (!account.isEmpty())
        return account;
    for (const char *variable : {"USER", "LOGNAME", "USERNAME"}) {
        const QString name = qEnvironmentVariable(variable);
        if (!name.isEmpty())
            return name;
    }
    return {};
}

} // namespace likeness
