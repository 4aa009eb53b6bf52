// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/sync/explain.h"

namespace likeness::test {

/// One case of boards.txt, read.
struct BoardText
{
    QString title;
    int line = 0;
    SyncCase seen {};
    SyncSettings settings {};
    QDateTime now {};
    QStringList expected {}; ///< one a workload, as written
};

/// All cases; a line that cannot be read fails the test that asks, with the line's number.
QList<BoardText> boardsIn(const QByteArray &text);

/// How the finding differs from what the line asks for; empty = not at all. `named` collects the ids of
/// flows, failures and disputes that were asked for and found.
QString differenceFrom(const QString &line, const SyncBoard &board, const QDateTime &now, QStringList &named);

} // namespace likeness::test
