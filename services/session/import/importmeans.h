// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/photo/photosize.h"
#include "services/session/organisation.h"

#include <QStringList>

class QThreadPool;

namespace likeness {

/// What somebody wants imported, and where.
struct ImportWish
{
    QString source; ///< a folder of pictures, or a CSV of files and people
    QString pattern; ///< NamePattern: how the files of a folder are named
    QStringList stores; ///< instances; empty = all the organisation has
    bool onlyIfNone = false; ///< only people without a photo in any of the stores
};

/// The chosen stores in the order of writing. Errors: BadInput, naming one there is none of.
Result<QList<PhotoStore *>> importStores(const Organisation &organisation, const QStringList &names);

/// How many rows are worked on side by side: enough to hide the waiting, few enough for flat memory.
constexpr int importRowsAtOnce = 4;

} // namespace likeness
