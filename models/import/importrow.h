// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/error.h"
#include "models/base/workload.h"
#include "models/people/person.h"
#include "models/photo/photorecipe.h"

#include <QByteArray>
#include <QFlags>
#include <QList>
#include <QString>
#include <map>
#include <optional>

namespace likeness {

/// What is to become of one file of an import, and why.
enum class ImportVerdict {
    Ready, ///< at least one store will be written
    AlreadySame, ///< every chosen store shows this picture now
    HasPhoto, ///< there is a photo already, and only people without one are to get one
    Unmatched, ///< the name leads to nobody
    Ambiguous, ///< the name leads to several people
    Duplicate, ///< another file is for the same person
    Unreadable, ///< no picture, or one that cannot be opened
    NotAllowed, ///< this account may not write this person's photo
    Unreachable, ///< the directory or a store did not answer
};

/// Worth a look before the photo is written; never stands in the way.
enum class ImportHint {
    TooSmall = 1, ///< fewer pixels than the largest size that is written
    NoFace = 2,
    SeveralFaces = 4,
    Blurred = 8,
    NotSquare = 16, ///< so a part of it is cut away
};
Q_DECLARE_FLAGS(ImportHints, ImportHint)
Q_DECLARE_OPERATORS_FOR_FLAGS(ImportHints)

/// One store of one row: what stood there when it was looked at, and what came of it.
struct ImportWrite
{
    enum class State {
        Waiting,
        Running, ///< begun; after a crash it has to be found out how it ended
        Done, ///< written and read back
        AlreadyThere, ///< the store showed this picture; nothing was written
        HasPhoto, ///< only people without a photo were to get one
        NotAllowed,
        Failed,
        Conflict, ///< somebody else has written since it was looked at; nothing was overwritten
        Cancelled,
        Undone, ///< the photo from before stands there again
        NotUndone, ///< it could not be put back, or something else stands there by now
    };
    StoreId store;
    State state = State::Waiting;
    bool looked = false; ///< `foundSha256` is known
    QString foundSha256 {}; ///< empty = there was no photo
    qint64 entry = 0; ///< of the ledger; 0 = nothing was begun
    QString nowSha256 {}; ///< Done: what was read back, which is not always what was written
    std::optional<Error> error {};

    bool isOpen() const { return state == State::Waiting || state == State::Running; }
};

using ImportState = ImportWrite::State;

/// One file of an import: whom it is of, what is to be made of it, and what came of that.
struct ImportRow
{
    int number = 0; ///< from 1, in the order of the list
    QString file; ///< absolute path
    QString wanted {}; ///< whom a list names; empty where the file's name says it
    std::optional<Person> person {};
    QList<Person> candidates {}; ///< Ambiguous
    ImportVerdict verdict = ImportVerdict::Unmatched;
    ImportHints hints {};
    std::optional<Error> error {}; ///< Unreadable, Unreachable, NotAllowed: why
    int sameAs = 0; ///< Duplicate: the number of the other row
    QSize pixels {}; ///< upright; empty = not opened
    PhotoRecipe recipe {};
    QByteArray thumb {}; ///< a small JPEG of what the recipe shows
    QList<ImportWrite> writes {}; ///< in the order of writing
    bool included = true; ///< a person may leave rows out

    /// The file without its folder.
    QString name() const { return file.mid(file.lastIndexOf(u'/') + 1); }
    bool isPlanned() const { return included && verdict == ImportVerdict::Ready; }
};

/// How a row stands as a whole, out of its stores.
enum class ImportOutcome {
    LeftOut, ///< its verdict, or a person, says so
    Waiting,
    Running,
    Done, ///< every store shows the photo, or was left as it is on purpose
    Partly, ///< some stores do
    Failed,
    Conflict,
    Cancelled,
    Undone,
    NotUndone, ///< at least one store still shows the photo of the import, or another one
};
ImportOutcome outcomeOf(const ImportRow &row);

using ImportCounts = std::map<ImportVerdict, int>;
using OutcomeCounts = std::map<ImportOutcome, int>;
OutcomeCounts outcomesOf(const QList<ImportRow> &rows);

/// Stable English names: in the ledger, JSON and CSV.
QLatin1String nameOf(ImportVerdict verdict);
QLatin1String nameOf(ImportWrite::State state);
QLatin1String nameOf(ImportOutcome outcome);
QLatin1String nameOf(ImportHint hint);
std::optional<ImportVerdict> importVerdictNamed(const QString &name);
std::optional<ImportWrite::State> importStateNamed(const QString &name);
/// All that are set, in the order of the enum.
QList<ImportHint> listed(ImportHints hints);

} // namespace likeness
