// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/session/photoexport.h"
#include "services/session/uploadone.h"

namespace likeness {

/// Which photos of a backup are written back.
struct BackupWish
{
    QString folder; ///< with manifest.csv
    QStringList people {}; ///< keys; empty = all
    QStringList stores {}; ///< instances; empty = all
};

struct BackupReport
{
    qint64 rows = 0; ///< that were wished for
    qint64 written = 0;
    qint64 unchanged = 0; ///< the store had that very photo
    QList<BackupFailure> failures {};
};

/// Writes the photos of an export back to the stores they came from, one after the other, each by the careful
/// path: what stands there is saved in the ledger first, so that every one can be taken back. A file that is
/// not what the manifest says is left out. cancel() ends after the write under way. Logic thread; what it is
/// given outlives it. Errors: BadInput (no manifest, or none of ours), Local.
class BackupRestore final : public JobOf<BackupReport>
{
public:
    BackupRestore(Organisation &organisation, const WriteMeans &means, BackupWish wish);

    /// No further write is begun; the one under way is finished and verified.
    void endSoon() { m_ending = true; }

private:
    void doStart() override;
    void next();
    void takePerson(const Result<Person> &person);
    void write(const Person &person);
    void judge(const Result<StoreWritten> &written);
    void note(const Error &error);
    void fail(const Error &error);
    Result<EncodedPhoto> photo() const;
    const ManifestRow &row() const { return m_rows[m_at]; }

    Organisation &m_organisation;
    const WriteMeans m_means;
    const BackupWish m_wish;
    QList<ManifestRow> m_rows;
    qsizetype m_at = -1;
    bool m_ending = false;
    BackupReport m_report;
    EncodedPhoto m_photo;
};

} // namespace likeness
