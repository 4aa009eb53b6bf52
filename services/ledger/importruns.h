// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/import/importrow.h"
#include "models/photo/encodedphoto.h"

#include <QDateTime>
#include <QStringList>

namespace likeness {

/// One bulk import, as a whole.
struct ImportRunHead
{
    enum class State {
        Open, ///< under way, paused, or its program has ended in the middle
        Finished, ///< every row is accounted for; failed ones may be tried again
        Cancelled,
        Undone, ///< what could be put back was put back
    };
    qint64 id = 0;
    QDateTime at {}; ///< UTC; begin() fills it in when it is not given
    QString organisation {}; ///< Organisation::id
    QString operatorName {};
    QString source {};
    QString pattern {};
    QStringList stores {}; ///< instances
    bool onlyIfNone = false;
    State state = State::Open;
};

/// The runs of bulk imports: every row with its verdict, and for each store what was begun and how it ended,
/// so that a run can go on where it was when its program ended, and be undone as a whole. Thumbnails are not
/// kept. Implementations: SqlImportRuns. Owned by the composition root, logic thread; calls are short and
/// synchronous.
class ImportRuns
{
public:
    virtual ~ImportRuns() = default;

    /// Keeps the run with all its rows, or nothing; returns its id. The run is this program's.
    virtual Result<qint64> begin(const ImportRunHead &run, const QList<ImportRow> &rows) = 0;
    /// Makes the run this program's. Errors: NotFound; BadInput = another program works on it now.
    virtual Result<Done> take(qint64 run) = 0;
    /// Another store of a row, or the same with another state.
    virtual Result<Done> keep(qint64 run, int number, const ImportWrite &write) = 0;
    virtual Result<Done> setState(qint64 run, ImportRunHead::State state) = 0;
    /// Keeps a photo that another store's write is about to replace.
    virtual Result<Done> keepPhoto(const EncodedPhoto &photo) = 0;

    virtual Result<ImportRunHead> head(qint64 run) = 0;
    virtual Result<QList<ImportRow>> rows(qint64 run) = 0;
    /// Newest first.
    virtual Result<QList<ImportRunHead>> runs(const QString &organisation, int limit = 50) = 0;
};

} // namespace likeness
