// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/person.h"
#include "models/sync/explain.h"
#include "services/session/broughtsights.h"
#include "services/session/organisation.h"
#include "services/session/watchpace.h"

#include <QObject>
#include <functional>
#include <memory>

class QThreadPool;

namespace likeness {

class Ledger;
class Pacing;
class SightingHistory;
class Standings;

/// What a board is made with; all of it outlives the session. Without a ledger or a history nothing is kept,
/// and only what is seen now is known.
struct BoardParts
{
    const FlowBook &flows;
    QThreadPool &workers;
    Pacing &pacing;
    std::function<QDateTime()> now; ///< UTC; the sandbox has a clock of its own
    Ledger *ledger = nullptr; ///< tells which photo was uploaded on purpose
    SightingHistory *history = nullptr;
    Standings *standings = nullptr; ///< is told how the person stands, after every look
    /// In the sandbox: its time, of what goes by real time, which are the ledger and the directory. Empty
    /// elsewhere.
    std::function<QDateTime(const QDateTime &)> localTime {};
    std::function<QDateTime(const PersonKeys &, const QDateTime &)> directoryTime {};
    /// The directory is not asked for a photo again while its mark of the person (Person::mark) is that of
    /// the last sighting.
    bool trustsMarks = false;
};

/// One person's sync board: looks at all stores of the organisation side by side, keeps what was seen and
/// says how every workload stands. Between looks the board shows what was seen last, from the history, which
/// its sightings' times tell. Presenter without widgets; owned by the page, logic thread.
class BoardSession final : public QObject
{
    Q_OBJECT
public:
    BoardSession(Organisation &organisation, const BoardParts &parts, QObject *parent = nullptr);
    ~BoardSession() override;

    /// Lets go of whatever is under way and shows what the history knows of this person.
    void setPerson(const Person &person);
    /// The same of whom the ledger has nothing yet, which then is not asked.
    void setNewPerson(const Person &person);
    const Person &person() const;

    /// Asks the ledger what was uploaded last, and looks again, unless it is looking already. A workload
    /// without an interface of its own stands for all that can be seen, since it follows from them.
    void refresh();
    void refresh(SyncNode node);
    /// The same, but that store is not asked: it has just shown this.
    void refresh(const std::optional<BroughtSight> &brought);
    /// After something was changed: what is under way may be older than that, so it is asked again.
    void lookAnew();
    /// Nothing that is under way will arrive any more; a watch ends without a word.
    void cancel();
    bool isLooking() const;
    bool isLooking(SyncNode node) const;

    const SyncBoard &board() const;
    /// The newest of that workload; nullptr = never seen.
    const Sighting *sighting(SyncNode node) const;
    /// A time of this machine as the organisation's clock had it.
    QDateTime organisationTime(const QDateTime &real) const;
    /// Says anew how everything stands, as time alone changes it.
    void reweigh();

    /// Looks again and again, ever more rarely while nothing changes, until watchEnded().
    void watch();
    void stopWatching();
    bool isWatching() const;
    std::optional<QDateTime> nextLook() const; ///< of a watch that waits

signals:
    void boardChanged();
    /// A sighting has arrived; the board knows it already.
    void seen(likeness::SyncNode node);
    /// It shows another photo than before.
    void photoChanged(likeness::SyncNode node);
    void lookingChanged();
    /// Everything that was asked has answered, and the photo that was uploaded last is known.
    void refreshed();
    void watchingChanged();
    void watchEnded(likeness::WatchEnd end);
    /// What was seen could not be kept, or what was kept not be read.
    void historyFailed(const likeness::Error &error);

private:
    class Private;
    const std::unique_ptr<Private> d;
};

} // namespace likeness
