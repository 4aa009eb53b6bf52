// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/uploadsession.h"

#include "services/log/categories.h"
#include "services/session/operatorname.h"
#include "services/session/uploadone.h"

#include <algorithm>
#include <deque>
#include <map>

namespace likeness {

using namespace Qt::StringLiterals;
using Stage = StoreProgress::Stage;

namespace {

Stage shownStage(UploadOne::Stage stage)
{
    switch (stage) {
    case UploadOne::Stage::Reading:
        return Stage::Reading;
    case UploadOne::Stage::Saving:
        return Stage::Saving;
    case UploadOne::Stage::Writing:
        return Stage::Writing;
    case UploadOne::Stage::Verifying:
        return Stage::Verifying;
    }
    Q_UNREACHABLE();
}

StoreProgress endOf(const StoreWritten &written)
{
    if (written.outcome == LedgerEntry::Outcome::Conflict && written.now)
        return {Stage::Conflicted, written.error, *written.now};
    return {written.error ? Stage::Failed : Stage::Done, written.error};
}

} // namespace

class UploadSession::Private
{
public:
    Private(UploadSession &session, Organisation &itsOrganisation, Ledger &itsLedger, QThreadPool &itsWorkers)
        : q(session)
        , organisation(itsOrganisation)
        , ledger(itsLedger)
        , workers(itsWorkers)
        , offers(itsOrganisation, itsWorkers)
    {
    }

    bool writesNow(const StoreId &store) const;
    StoreWrite writeTo(const StoreOffer &offer, LedgerEntry::Action action) const;
    void enqueue(StoreWrite what);
    void startNext();
    void conclude(const StoreId &store, const Result<StoreWritten> &result);
    void show(const StoreId &store, StoreProgress progress);

    UploadSession &q;
    Organisation &organisation;
    Ledger &ledger;
    QThreadPool &workers;
    StoreOffers offers;
    Person person;
    int cropEdge = 0;
    UploadPlan plan;
    std::map<StoreId, StoreProgress> progress;
    std::map<StoreId, StoreWrite> lastWrite; ///< what Retry and Overwrite are about
    std::deque<StoreWrite> waiting;
    RealPacing realPacing;
    Pacing *pacing = &realPacing;
    std::unique_ptr<UploadOne, JobDeleter> running;
};

bool UploadSession::Private::writesNow(const StoreId &store) const
{
    return std::any_of(plan.steps.begin(), plan.steps.end(),
        [&store](const PlanStep &step) { return step.store == store && step.writes; });
}

StoreWrite UploadSession::Private::writeTo(const StoreOffer &offer, LedgerEntry::Action action) const
{
    StoreWrite what;
    what.person = person.keys;
    what.entry.organisation = organisation.id;
    what.entry.personKey = person.keys.key;
    what.entry.personName = person.displayName;
    what.entry.store = offer.store;
    what.entry.storeTitle = offer.title;
    what.entry.operatorName = operatorName();
    what.entry.action = action;
    what.photo = offer.planned;
    what.expected = offer.current;
    return what;
}

void UploadSession::Private::enqueue(StoreWrite what)
{
    const StoreId store = what.entry.store;
    lastWrite.insert_or_assign(store, what);
    waiting.push_back(std::move(what));
    show(store, {});
    if (!running)
        startNext();
}

void UploadSession::Private::startNext()
{
    if (waiting.empty()) {
        emit q.finished();
        return;
    }
    const StoreWrite what = waiting.front();
    waiting.pop_front();
    const StoreId store = what.entry.store;
    running.reset(new UploadOne(*organisation.store(store.instance), {ledger, workers, *pacing}, what));
    connect(running.get(), &UploadOne::stageChanged, &q,
        [this, store](UploadOne::Stage stage) { show(store, {shownStage(stage)}); });
    running->onFinished(&q, [this, store](const Result<StoreWritten> &result) { conclude(store, result); });
    running->start();
}

void UploadSession::Private::conclude(const StoreId &store, const Result<StoreWritten> &result)
{
    // the job that holds it goes away below
    const Result<StoreWritten> kept = result; // NOLINT(performance-unnecessary-copy-initialization)
    running.reset();
    const std::optional<Error> error = kept ? kept->error : kept.error();
    qCInfo(logStore).noquote() << store.instance << person.keys.key
                               << (error ? u"failed: "_s + error->detail : u"written and read back"_s);
    if (!kept) {
        show(store, {kept.error().code == Errc::Cancelled ? Stage::Cancelled : Stage::Failed, kept.error()});
    } else {
        const StoreProgress end = endOf(*kept);
        // a conflict is for the person to decide: until then the plan shows what they decided on
        if (kept->now && end.stage != Stage::Conflicted)
            offers.setCurrent(store, *kept->now);
        show(store, end);
        emit q.historyChanged();
    }
    startNext();
}

void UploadSession::Private::show(const StoreId &store, StoreProgress next)
{
    progress.insert_or_assign(store, std::move(next));
    emit q.progressChanged(store);
}

UploadSession::UploadSession(
    Organisation &organisation, Ledger &ledger, QThreadPool &workers, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, organisation, ledger, workers))
{
    d->plan = planUpload(d->offers.all(), d->cropEdge);
    connect(&d->offers, &StoreOffers::changed, this, [this] {
        d->plan = planUpload(d->offers.all(), d->cropEdge);
        emit offersChanged();
    });
}

UploadSession::~UploadSession() = default;

void UploadSession::setPacing(Pacing &pacing)
{
    d->pacing = &pacing;
}

bool UploadSession::setPerson(const Person &person)
{
    if (isRunning())
        return false;
    d->person = person;
    d->progress.clear();
    d->lastWrite.clear();
    d->offers.forget();
    emit historyChanged();
    return true;
}

const Person &UploadSession::person() const
{
    return d->person;
}

void UploadSession::refresh()
{
    if (isRunning() || d->person.keys.key.isEmpty())
        return;
    for (auto &[store, progress] : d->progress) {
        if (progress.stage == Stage::Conflicted) // the plan is about to show what was found
            d->show(store, {});
    }
    d->offers.ask(d->person.keys);
}

void UploadSession::setRenditions(const QList<Rendition> &renditions, int cropEdge)
{
    d->cropEdge = cropEdge;
    d->offers.setRenditions(renditions);
}

const QList<StoreOffer> &UploadSession::offers() const
{
    return d->offers.all();
}

const UploadPlan &UploadSession::plan() const
{
    return d->plan;
}

void UploadSession::choose(const StoreId &store, bool chosen)
{
    d->offers.choose(store, chosen);
}

bool UploadSession::isPlanning() const
{
    return d->offers.isBusy();
}

bool UploadSession::isRunning() const
{
    return d->running || !d->waiting.empty();
}

void UploadSession::upload()
{
    if (isRunning())
        return;
    const UploadPlan plan = d->plan; // d->plan follows the stores while they are written
    for (const PlanStep &step : plan.steps) {
        if (step.writes)
            d->enqueue(d->writeTo(*d->offers.find(step.store), LedgerEntry::Action::Upload));
    }
}

void UploadSession::cancel()
{
    for (const StoreWrite &what : std::exchange(d->waiting, {}))
        d->show(what.entry.store, {Stage::Cancelled, Error {Errc::Cancelled}});
    if (d->running && !d->running->hasBegun())
        d->running->cancel();
}

void UploadSession::retry(const StoreId &store)
{
    const StoreOffer *offer = d->offers.find(store);
    const Stage stage = progress(store).stage;
    const bool stands
        = stage == Stage::Failed || stage == Stage::Cancelled || (stage == Stage::Waiting && !isRunning());
    if (!offer || !stands)
        return;
    const auto last = d->lastWrite.find(store);
    if (last != d->lastWrite.end() && last->second.entry.action == LedgerEntry::Action::Restore)
        d->enqueue(StoreWrite(last->second));
    else if (d->writesNow(store))
        d->enqueue(d->writeTo(*offer, LedgerEntry::Action::Upload));
    else if (!isRunning())
        d->offers.ask(store, d->person.keys);
}

void UploadSession::overwrite(const StoreId &store)
{
    const StoreProgress conflict = progress(store);
    const StoreOffer *offer = d->offers.find(store);
    if (conflict.stage != Stage::Conflicted || !offer)
        return;
    StoreWrite what = d->lastWrite.at(store);
    if (what.entry.action == LedgerEntry::Action::Upload) {
        if (!offer->planned)
            return;
        what.photo = offer->planned; // the picture may have been changed since
    }
    what.expected = conflict.found;
    d->enqueue(std::move(what));
}

void UploadSession::leave(const StoreId &store)
{
    const StoreProgress conflict = progress(store);
    if (conflict.stage != Stage::Conflicted)
        return;
    d->show(store, {Stage::Cancelled});
    d->offers.setCurrent(store, conflict.found);
}

StoreProgress UploadSession::progress(const StoreId &store) const
{
    const auto found = d->progress.find(store);
    return found == d->progress.end() ? StoreProgress {} : found->second;
}

Result<QList<LedgerEntry>> UploadSession::history() const
{
    if (d->person.keys.key.isEmpty())
        return QList<LedgerEntry> {};
    return d->ledger.history(d->organisation.id, d->person.keys.key);
}

Result<Done> UploadSession::restore(qint64 id)
{
    const Result<LedgerEntry> entry = d->ledger.entry(id);
    if (!entry)
        return entry.error();
    if (entry->organisation != d->organisation.id || entry->personKey != d->person.keys.key)
        return Error {Errc::BadInput, u"Entry %1 of the ledger is about somebody else"_s.arg(id)};
    const StoreOffer *offer = d->offers.find(entry->store);
    if (!offer)
        return Error {
            Errc::BadInput, u"The organisation has no store \"%1\" any more"_s.arg(entry->store.instance)};
    StoreWrite what = d->writeTo(*offer, LedgerEntry::Action::Restore);
    what.photo.reset();
    what.expected.reset();
    if (!entry->beforeSha256.isEmpty()) {
        const Result<EncodedPhoto> before = d->ledger.photo(entry->beforeSha256);
        if (!before)
            return before.error();
        what.photo = *before;
    }
    d->enqueue(std::move(what));
    return Done {};
}

} // namespace likeness
