// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace likeness {

/// A file and whom it is of, as a list names them.
struct ListedPicture
{
    int line = 0; ///< 1-based
    QString file; ///< as it is written
    QString person; ///< key, mail, UPN, employee number or name

    friend bool operator==(const ListedPicture &, const ListedPicture &) = default;
};

/// Why a line of the list was left out.
struct ListComplaint
{
    enum class What { BrokenQuotes, FieldCount, NoFile, NoPerson };
    int line = 0;
    What what = What::NoFile;

    friend bool operator==(const ListComplaint &, const ListComplaint &) = default;
};

struct ImportList
{
    QList<ListedPicture> pictures;
    QList<ListComplaint> complaints;
};

/// A CSV (UTF-8) whose first row names the columns; `file` and `person` are needed, in any order and letter
/// case. Errors: BadInput.
Result<ImportList> readImportList(const QByteArray &file);

} // namespace likeness
