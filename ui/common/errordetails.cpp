// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/common/errordetails.h"

#include "models/base/errorname.h"

#include <QCoreApplication>
#include <QStringList>

namespace likeness {

QString errorDetails(const Error &error)
{
    QStringList lines {QStringLiteral("Likeness %1").arg(QCoreApplication::applicationVersion()),
        QStringLiteral("Error: %1").arg(errorName(error.code))};
    if (!error.detail.isEmpty())
        lines << QStringLiteral("Detail: %1").arg(error.detail);
    if (!error.serverTrace.isEmpty())
        lines << QStringLiteral("Server: %1").arg(error.serverTrace);
    if (error.retryAfter)
        lines << QStringLiteral("Retry after: %1 s").arg(error.retryAfter->count());
    return lines.join(u'\n');
}

} // namespace likeness
