// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/upload/handoverscript.h"
#include "services/session/import/importpicture.h"
#include "services/session/organisation.h"

#include <QFile>
#include <map>
#include <memory>

class QThreadPool;

namespace likeness {

/// What came of it.
struct HandoverReport
{
    int photos = 0; ///< in scripts
    QStringList scripts {}; ///< file names
    QStringList leftOut {}; ///< people no script could be made for, with the store
};

/// Whether somebody else may be able to write it: the right is missing, or the policy forbids it.
bool isForOthers(const ImportWrite &write);
/// Whether any of a row is; one that was left out by hand has none.
bool hasForOthers(const ImportRow &row);

/// Writes a folder for somebody with other rights: the photos of an import that this account may not write,
/// a script for each store's own tool, and what to do with them. Nothing secret is in it. One row after the
/// other, so that memory stays flat. The folder must be new or empty, and nothing in it is ever overwritten;
/// what was begun stays when it fails or is cancelled. Logic thread; what it is given outlives it. Errors:
/// BadInput (the folder, or there is nothing to hand over), Local.
class ImportHandover final : public JobOf<HandoverReport>
{
public:
    ImportHandover(Organisation &organisation, QThreadPool &workers, const QList<ImportRow> &rows,
        const QString &folder);

private:
    void doStart() override;
    void next();
    void take(const Result<QList<ImportPhoto>> &photos);
    Result<Done> keep(const ImportPhoto &photo);
    Result<Done> keepFile(const QString &name, const QByteArray &bytes) const;
    Result<Done> append(const StoreId &store, const QByteArray &part);
    Result<Done> explain() const;
    QList<ImportTarget> targets() const;
    QString pathOf(const QString &name) const { return m_folder + u'/' + name; }

    Organisation &m_organisation;
    QThreadPool &m_workers;
    QList<ImportRow> m_rows; ///< those with something to hand over
    const QString m_folder;
    qsizetype m_at = -1;
    std::map<QString, std::unique_ptr<QFile>> m_scripts; ///< by the store's instance
    HandoverReport m_report;
};

} // namespace likeness
