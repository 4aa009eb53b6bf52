// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/person.h"
#include "services/ledger/ledger.h"
#include "services/session/storeoffers.h"

#include <QObject>

namespace likeness {

class Pacing;

/// Where one store stands in an upload.
struct StoreProgress
{
    enum class Stage { Waiting, Reading, Saving, Writing, Verifying, Done, Failed, Cancelled, Conflicted };
    Stage stage = Stage::Waiting;
    std::optional<Error> error {};
    ExpectedPhoto found {}; ///< Conflicted: what stands there instead of what was expected; empty = no photo
};

/// One person's photo going to the stores of one organisation: what is there now, the plan, the run (in
/// order, each store on its own: read, save the old photo in the ledger, write by compare-and-swap, read
/// back), retry, and restoring what was there before. Presenter without widgets; owned by the page, logic
/// thread. Dropping it in the middle of a write leaves the ledger's entry open; settleUnfinished() finds out
/// how it ended.
class UploadSession final : public QObject
{
    Q_OBJECT
public:
    UploadSession(
        Organisation &organisation, Ledger &ledger, QThreadPool &workers, QObject *parent = nullptr);
    ~UploadSession() override;

    /// The time that read-backs wait by; the real one unless a test has its own, which outlives the session.
    void setPacing(Pacing &pacing);

    /// Forgets what is known of the stores; refresh() asks them. False, and nothing happens, while an upload
    /// runs.
    bool setPerson(const Person &person);
    const Person &person() const;
    /// Asks all stores again, side by side; offers() follows as answers arrive. Nothing happens while an
    /// upload runs.
    void refresh();

    /// The new photo: all nine at full quality. Encodes what each store would be given, in the background;
    /// until that is done nothing is planned, so what was rendered from an older recipe is never uploaded. An
    /// empty list takes the photo back: call it as soon as the recipe changes.
    void setRenditions(const QList<Rendition> &renditions, int cropEdge);

    /// In the order of the organisation file.
    const QList<StoreOffer> &offers() const;
    const UploadPlan &plan() const;
    void choose(const StoreId &store, bool chosen);
    /// Stores are being asked or photos encoded: the plan will change.
    bool isPlanning() const;

    bool isRunning() const;
    /// Runs the steps of plan() that write.
    void upload();
    /// Nothing further is begun. A write that has begun cannot be called back: it is finished and verified,
    /// so that it is known what stands there.
    void cancel();
    void retry(const StoreId &store);
    /// After a conflict: write over what was found (it is saved first), or leave it.
    void overwrite(const StoreId &store);
    void leave(const StoreId &store);
    StoreProgress progress(const StoreId &store) const;

    /// What was written for this person, newest first.
    Result<QList<LedgerEntry>> history() const;
    /// Writes the photo that stood before `entry` back to its store, by the same careful path; whatever
    /// stands there now is saved first. Fails at once when the entry is not of this person or its store is
    /// gone.
    Result<Done> restore(qint64 entry);

signals:
    void offersChanged();
    void progressChanged(const likeness::StoreId &store);
    void finished();
    void historyChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace likeness
