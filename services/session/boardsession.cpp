// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/boardsession.h"

#include "services/job/workerjob.h"
#include "services/ledger/standings.h"
#include "services/net/pacing.h"
#include "services/session/boardmemory.h"
#include "services/session/lookone.h"
#include "services/session/uploadedphoto.h"
#include "services/session/watchpace.h"

#include <QHash>
#include <algorithm>
#include <map>

namespace likeness {

class BoardSession::Private
{
public:
    Private(BoardSession &session, Organisation &theOrganisation, const BoardParts &theParts)
        : q(session)
        , organisation(theOrganisation)
        , parts(theParts)
        , memory(theParts.history)
    {
    }

    std::vector<std::pair<SyncNode, SeenWorkload *>> workloadsToSee() const;
    void begin(const Person &theirs, bool ledgerKnowsThem);
    void remember();
    void askLedger();
    void recogniseUploaded(const UploadedPhoto &uploaded);
    void look(SyncNode node, SeenWorkload &workload, const std::optional<BroughtSight> &brought = {});
    void take(SyncNode node, const Result<Sighting> &result);
    void settle();
    void keepStanding();
    void weigh();
    Comparison compare(const ServedPhoto &a, const ServedPhoto &b);
    void tellFailure(const Error &error) { emit q.historyFailed(error); }

    void goOnWatching();
    void waitForNextLook();

    BoardSession &q;
    Organisation &organisation;
    const BoardParts parts;
    Person person;
    bool asksLedger = false;
    BoardMemory memory;
    SyncBoard board;
    QHash<std::pair<QString, QString>, Comparison> comparisons; ///< of this person's photos, by their hashes
    std::map<SyncNode, JobPtr<Sighting>> looks;
    JobPtr<ServedPhoto> recognising;
    bool answered = false; ///< all that was asked, and refreshed() has not been told yet

    std::optional<WatchPace> watching;
    QSet<SyncNode> awaited; ///< of the watch, when it looked last
    std::unique_ptr<QObject> waiting; ///< whoever is called after the wait; gone = nobody
    std::optional<QDateTime> nextLook;
};

/// The first endpoint of each.
std::vector<std::pair<SyncNode, SeenWorkload *>> BoardSession::Private::workloadsToSee() const
{
    std::vector<std::pair<SyncNode, SeenWorkload *>> workloads;
    const auto add = [&](SeenWorkload *workload) {
        const auto node = organisation.nodes.constFind(workload->instance());
        if (node != organisation.nodes.cend()
            && std::ranges::none_of(workloads, [&](const auto &other) { return other.first == *node; }))
            workloads.emplace_back(*node, workload);
    };
    for (const auto &store : organisation.stores)
        add(store.get());
    for (const auto &viewer : organisation.viewers)
        add(viewer.get());
    return workloads;
}

void BoardSession::Private::begin(const Person &theirs, bool ledgerKnowsThem)
{
    person = theirs;
    asksLedger = parts.ledger && ledgerKnowsThem;
    comparisons.clear();
}

void BoardSession::Private::remember()
{
    if (const auto recalled = memory.recall({organisation.id, person.keys.key}); !recalled)
        tellFailure(recalled.error());
    askLedger();
}

/// Which photo was uploaded last; it may have been a moment ago, or by another program.
void BoardSession::Private::askLedger()
{
    if (!asksLedger)
        return;
    const auto uploaded = lastUploaded(*parts.ledger, organisation, person.keys.key);
    if (!uploaded)
        return tellFailure(uploaded.error());
    SyncCase &sum = memory.sum();
    if (!*uploaded) {
        sum.uploaded.reset();
        sum.uploadedAt.reset();
    } else if (!sum.uploaded || sum.uploaded->photo.sha256 != (*uploaded)->photo.sha256) {
        recogniseUploaded(**uploaded);
    } else {
        sum.uploadedAt = q.organisationTime((*uploaded)->at);
    }
}

void BoardSession::Private::recogniseUploaded(const UploadedPhoto &uploaded)
{
    recognising = runInWorker<ServedPhoto>(
        parts.workers, [photo = uploaded.photo](std::stop_token stop) -> Result<ServedPhoto> {
            return recognised({photo.pixels.width(), photo, {}}, stop);
        });
    recognising->onFinished(&q, [this, at = uploaded.at](const Result<ServedPhoto> &photo) {
        if (photo) {
            memory.sum().uploaded = *photo;
            memory.sum().uploadedAt = q.organisationTime(at);
            q.reweigh();
        }
        if (answered)
            settle();
    });
    recognising->start();
}

void BoardSession::Private::look(
    SyncNode node, SeenWorkload &workload, const std::optional<BroughtSight> &brought)
{
    if (looks.contains(node))
        return;
    LookOrder order {person.keys, node, memory.lastSeen(node), parts.now};
    if (brought && brought->store == workload.instance())
        order.brought = brought;
    // times that the sandbox has told anew are not to be told anew once more
    if (node == SyncNode::ActiveDirectory && parts.trustsMarks && !parts.directoryTime)
        order.mark = person.mark;
    JobPtr<Sighting> job(new LookOne(workload, parts.workers, order));
    job->onFinished(&q, [this, node](const Result<Sighting> &result) {
        // the job goes away with its place in the map
        const Result<Sighting> taken = result; // NOLINT(performance-unnecessary-copy-initialization)
        take(node, taken);
    });
    const auto begun = looks.emplace(node, std::move(job)).first;
    begun->second->start();
}

void BoardSession::Private::take(SyncNode node, const Result<Sighting> &result)
{
    looks.erase(node);
    if (result) {
        Sighting sighting = *result;
        if (node == SyncNode::ActiveDirectory && sighting.changed && parts.directoryTime)
            sighting.changed = parts.directoryTime(person.keys, *sighting.changed);
        if (const Result<Done> kept = memory.take(sighting); !kept)
            tellFailure(kept.error());
        const bool changed = memory.isChanged(node);
        weigh();
        emit q.seen(node);
        if (changed) {
            if (watching)
                watching->startAgain();
            emit q.photoChanged(node);
        }
    }
    emit q.lookingChanged();
    answered = looks.empty();
    if (answered)
        settle();
}

/// All have answered; what they are compared with may still be on its way.
void BoardSession::Private::settle()
{
    if (recognising && !recognising->isFinished())
        return;
    answered = false;
    keepStanding();
    emit q.refreshed();
    if (watching && !waiting && looks.empty())
        goOnWatching();
}

void BoardSession::Private::keepStanding()
{
    if (!parts.standings || person.keys.key.isEmpty())
        return;
    const Standing standing = standingOf(person, board, parts.now());
    if (const auto written = parts.standings->write(organisation.id, standing); !written)
        tellFailure(written.error());
}

void BoardSession::Private::weigh()
{
    SyncCase sum = memory.sum();
    sum.compare = [this](const ServedPhoto &a, const ServedPhoto &b) { return compare(a, b); };
    board = explain(sum, parts.flows, organisation.sync, parts.now());
    emit q.boardChanged();
}

/// Every look explains anew, and most pairs are those of the time before.
Comparison BoardSession::Private::compare(const ServedPhoto &a, const ServedPhoto &b)
{
    if (!a.print || !b.print)
        return comparedPhotos(a, b);
    const std::pair pair(a.photo.sha256, b.photo.sha256);
    const auto known = comparisons.constFind(pair);
    return known != comparisons.cend() ? *known : *comparisons.insert(pair, comparedPhotos(a, b));
}

void BoardSession::Private::goOnWatching()
{
    const std::optional<WatchEnd> end = endOfWatch(board, awaited);
    awaited = awaitedOn(board);
    if (!end)
        return waitForNextLook();
    q.stopWatching();
    emit q.watchEnded(*end);
}

void BoardSession::Private::waitForNextLook()
{
    using std::chrono::milliseconds;
    milliseconds wait = watching->nextWait();
    if (const auto latest = latestArrival(board)) {
        const milliseconds left(parts.now().msecsTo(*latest) + 1000); // then it is known to be late
        wait = std::clamp(left, WatchPace::shortest, wait);
    }
    nextLook = parts.now().addMSecs(wait.count());
    waiting = std::make_unique<QObject>();
    parts.pacing.after(wait, waiting.get(), [this] {
        waiting.release()->deleteLater(); // it is what called
        nextLook.reset();
        q.refresh();
        if (looks.empty()) // there is nothing to look at
            goOnWatching();
    });
    emit q.watchingChanged();
}

BoardSession::BoardSession(Organisation &organisation, const BoardParts &parts, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, organisation, parts))
{
}

BoardSession::~BoardSession() = default;

void BoardSession::setPerson(const Person &person)
{
    cancel();
    d->begin(person, true);
    d->remember();
    d->weigh();
}

void BoardSession::setNewPerson(const Person &person)
{
    cancel();
    d->begin(person, false);
    d->memory.begin({d->organisation.id, person.keys.key});
    d->weigh();
}

const Person &BoardSession::person() const
{
    return d->person;
}

void BoardSession::refresh()
{
    refresh(std::optional<BroughtSight>());
}

void BoardSession::refresh(const std::optional<BroughtSight> &brought)
{
    d->askLedger();
    for (const auto &[node, workload] : d->workloadsToSee())
        d->look(node, *workload, brought);
    emit lookingChanged();
}

void BoardSession::refresh(SyncNode node)
{
    const auto workloads = d->workloadsToSee();
    const auto found = std::ranges::find(workloads, node, &std::pair<SyncNode, SeenWorkload *>::first);
    if (found == workloads.end())
        return refresh();
    d->look(node, *found->second);
    emit lookingChanged();
}

void BoardSession::lookAnew()
{
    d->looks.clear();
    refresh();
}

void BoardSession::cancel()
{
    stopWatching();
    d->recognising.reset();
    d->answered = false;
    if (d->looks.empty())
        return;
    d->looks.clear();
    emit lookingChanged();
}

bool BoardSession::isLooking() const
{
    return !d->looks.empty();
}

bool BoardSession::isLooking(SyncNode node) const
{
    return d->looks.contains(node);
}

const SyncBoard &BoardSession::board() const
{
    return d->board;
}

const Sighting *BoardSession::sighting(SyncNode node) const
{
    const QList<Sighting> &sightings = d->memory.sum().sightings;
    const auto found = std::ranges::find(sightings, node, &Sighting::node);
    return found == sightings.cend() ? nullptr : &*found;
}

QDateTime BoardSession::organisationTime(const QDateTime &real) const
{
    return d->parts.localTime ? d->parts.localTime(real) : real;
}

void BoardSession::reweigh()
{
    d->weigh();
}

void BoardSession::watch()
{
    if (d->watching)
        return;
    d->watching.emplace();
    d->awaited = awaitedOn(d->board);
    emit watchingChanged();
    refresh();
    if (d->looks.empty())
        d->goOnWatching();
}

void BoardSession::stopWatching()
{
    if (!d->watching)
        return;
    d->watching.reset();
    d->waiting.reset();
    d->nextLook.reset();
    emit watchingChanged();
}

bool BoardSession::isWatching() const
{
    return d->watching.has_value();
}

std::optional<QDateTime> BoardSession::nextLook() const
{
    return d->nextLook;
}

} // namespace likeness
