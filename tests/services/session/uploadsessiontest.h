// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ledger/sqlledger.h"
#include "services/session/uploadsession.h"
#include "tests/support/fakes/scriptedstore.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

namespace likeness {

/// What tests of the upload session sit at: an empty organisation to add scripted stores to, a real ledger in
/// a folder of its own, and the session of Amy.
class UploadSessionTest : public QObject
{
    Q_OBJECT
protected:
    using Stage = StoreProgress::Stage;
    using Verb = ScriptedStore::Verb;

    static Person amy();
    /// All nine sizes in one colour.
    static QList<Rendition> plainRenditions(const QColor &colour);
    ScriptedStore &addStore(const StoreId &id, int edge = 96, bool ownPhotoOnly = false);
    void startSession();
    void plan(const QColor &colour = Qt::red);
    void run();
    LedgerEntry lastEntry() const;
    const StoreOffer &offer(const StoreId &store) const;
    Stage stage(const StoreId &store) const { return m_session->progress(store).stage; }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<SqlLedger> m_ledger;
    std::unique_ptr<QThreadPool> m_workers;
    std::unique_ptr<Organisation> m_organisation;
    std::unique_ptr<UploadSession> m_session;
    QStringList m_journal;

private slots:
    void init();
    void cleanup();
};

} // namespace likeness
