// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/import/importrowrun.h"

#include "services/job/workerjob.h"

#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

void ImportRowRun::doStart()
{
    QList<ImportTarget> targets;
    for (const ImportWrite &write : std::as_const(m_row.writes)) {
        const PhotoStore *store = storeOf(write);
        if (!write.isOpen() || !store)
            continue;
        const StoreTraits &traits = store->traits();
        targets.append(
            {write.store, traits.writes, traits.byteBudget > 0 ? traits.byteBudget : traits.byteLimit});
    }
    attempt(runInWorker<QList<ImportPhoto>>(m_means.workers,
                [file = m_row.file, recipe = m_row.recipe, targets](
                    std::stop_token stop) { return importPhotos(file, recipe, targets, stop); }),
        &ImportRowRun::takePhotos);
}

void ImportRowRun::failOpen(const Error &error)
{
    const QList<ImportWrite> writes = m_row.writes;
    for (ImportWrite write : writes) {
        if (!write.isOpen())
            continue;
        write.state = ImportState::Failed;
        write.error = error;
        if (!keep(write))
            return;
    }
}

void ImportRowRun::takePhotos(const Result<QList<ImportPhoto>> &photos)
{
    if (!photos) {
        failOpen(photos.error());
        return next();
    }
    m_photos = *photos;
    for (const ImportWrite &write : std::as_const(m_row.writes)) {
        if (exchangeSaves() && write.isOpen() && write.store.workload == Workload::ActiveDirectory)
            m_toSave.append(write.store);
    }
    saveDirectories();
}

bool ImportRowRun::exchangeSaves() const
{
    return std::ranges::any_of(m_row.writes, [](const ImportWrite &write) {
        return write.isOpen() && write.store.workload == Workload::Exchange;
    });
}

/// Exchange's save puts a small photo into the directory; what stands there is kept before that.
void ImportRowRun::saveDirectories()
{
    if (m_toSave.isEmpty() || isStopping())
        return next();
    m_saving = m_toSave.takeFirst();
    PhotoStore *store = m_means.organisation.store(m_saving.instance);
    attempt(store->read(m_row.person->keys), &ImportRowRun::saveDirectory);
}

void ImportRowRun::saveDirectory(const Result<std::optional<StoredPhoto>> &found)
{
    ImportWrite write = *std::ranges::find(m_row.writes, m_saving, &ImportWrite::store);
    if (!found) {
        failOpen(found.error()); // Exchange too: nobody could put the directory's photo back
        return next();
    }
    const QString sha256 = *found ? (*found)->photo.sha256 : QString();
    if (write.looked && sha256 != write.foundSha256) {
        failOpen(Error {Errc::Conflict, u"the photo in the directory has changed since it was looked at"_s});
        return next();
    }
    const Result<Done> kept = *found ? m_means.runs.keepPhoto((*found)->photo) : Result<Done>(Done {});
    if (!kept)
        return finish(kept.error());
    write.looked = true;
    write.foundSha256 = sha256;
    if (keep(write))
        saveDirectories();
}

StoreWrite ImportRowRun::wished(const ImportWrite &write, const EncodedPhoto &photo) const
{
    StoreWrite what = blank(write, LedgerEntry::Action::Upload);
    what.photo = photo;
    if (m_means.onlyIfNone) {
        what.expected = ExpectedPhoto();
        return what;
    }
    if (!write.looked)
        return what;
    what.expectedSha256 = write.foundSha256;
    if (write.store.workload == Workload::ActiveDirectory) { // Exchange may have replaced it meanwhile
        const Result<EncodedPhoto> kept = m_means.ledger.photo(write.foundSha256);
        if (kept)
            what.expected = ExpectedPhoto(*kept);
        else if (write.foundSha256.isEmpty())
            what.expected = ExpectedPhoto();
    }
    return what;
}

void ImportRowRun::next()
{
    const auto open = std::ranges::find_if(m_row.writes, &ImportWrite::isOpen);
    if (open == m_row.writes.end() || isStopping())
        return finish(m_row.writes);
    m_current = *open;
    if (const auto refusal = bulkRefusalOf(m_means.organisation.policy, open->store)) {
        ImportWrite forbidden = *open;
        forbidden.state = ImportState::NotAllowed;
        forbidden.error = refusal;
        return keep(forbidden) ? next() : void();
    }
    const auto photo = std::ranges::find(m_photos, open->store, &ImportPhoto::store);
    const bool exists = storeOf(*open) && photo != m_photos.end();
    if (!exists || !photo->photo) {
        ImportWrite failed = *open;
        failed.state = ImportState::Failed;
        failed.error = exists ? photo->photo.error()
                              : Error {Errc::BadInput, u"the organisation has no such store any more"_s};
        return keep(failed) ? next() : void();
    }
    ImportWrite begun = *open;
    begun.state = ImportState::Running;
    begun.entry = 0;
    begun.error.reset();
    if (keep(begun))
        upload(begun, wished(m_current, *photo->photo));
}

ImportWrite ImportRowRun::ended(const ImportWrite &write, const StoreWritten &written)
{
    using Outcome = LedgerEntry::Outcome;
    ImportWrite after = write;
    after.entry = uploadEntry() > 0 ? uploadEntry() : m_current.entry;
    after.error = written.error;
    switch (written.outcome) {
    case Outcome::Verified:
        after.state = after.entry > 0 ? ImportState::Done : ImportState::AlreadyThere;
        after.nowSha256 = written.now && *written.now ? (*written.now)->sha256 : QString();
        break;
    case Outcome::Conflict:
        after.state = m_means.onlyIfNone ? ImportState::HasPhoto : ImportState::Conflict;
        break;
    case Outcome::Started:
    case Outcome::Written:
    case Outcome::Failed:
    case Outcome::Cancelled:
        after.state = ImportState::Failed;
        break;
    }
    return after;
}

/// An attempt nobody knew the end of: this one has found out.
void ImportRowRun::settleFormer(const ImportWrite &before, const ImportWrite &after)
{
    if (before.entry == 0)
        return;
    const Result<LedgerEntry> former = m_means.ledger.entry(before.entry);
    if (!former || former->outcome != LedgerEntry::Outcome::Started)
        return;
    Result<Done> settled = Done {};
    if (after.entry != before.entry)
        settled = m_means.ledger.finish(before.entry, LedgerEntry::Outcome::Failed, u"tried once more"_s);
    else if (after.state == ImportState::Done)
        settled = m_means.ledger.finish(before.entry, LedgerEntry::Outcome::Verified);
    if (!settled)
        finish(settled.error());
}

void ImportRowRun::written(const Result<StoreWritten> &result)
{
    ImportWrite after = *std::ranges::find(m_row.writes, m_current.store, &ImportWrite::store);
    if (result) {
        after = ended(after, *result);
        settleFormer(m_current, after);
    } else if (result.error().code == Errc::Cancelled) {
        after = m_current; // it had not begun
    } else {
        after.state = ImportState::Failed;
        after.error = result.error();
    }
    if (!isFinished() && keep(after))
        next();
}

} // namespace likeness
