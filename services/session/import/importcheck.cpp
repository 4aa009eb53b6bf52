// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/import/importcheck.h"

#include "models/import/namefit.h"
#include "services/imaging/fingerprinting.h"
#include "services/job/workerjob.h"
#include "services/session/import/personfinding.h"

#include <QFileInfo>
#include <algorithm>

namespace likeness {

ImportCheck::ImportCheck(const ImportCheckMeans &means, ImportRow row, std::optional<PhotoRecipe> recipe)
    : m_means(means)
    , m_row(std::move(row))
    , m_recipe(recipe)
{
}

void ImportCheck::doStart()
{
    m_row.writes.clear();
    m_row.error.reset();
    m_row.sameAs = 0;
    if (m_row.person)
        return openPicture();
    const QList<NameReading> readings = m_row.wanted.isEmpty()
        ? m_means.pattern.readings(QFileInfo(m_row.file).completeBaseName())
        : readingsOfName(m_row.wanted);
    attempt(findPeople(m_means.organisation.directory.get(), readings), &ImportCheck::takePeople);
}

void ImportCheck::takePeople(const Result<QList<Person>> &people)
{
    if (!people)
        return end(ImportVerdict::Unreachable, people.error());
    if (people->isEmpty())
        return end(ImportVerdict::Unmatched);
    if (people->size() > 1) {
        m_row.candidates = *people;
        return end(ImportVerdict::Ambiguous);
    }
    m_row.person = people->first();
    openPicture();
}

void ImportCheck::openPicture()
{
    attempt(runInWorker<ImportLook>(m_means.workers,
                [file = m_row.file, recipe = m_recipe](
                    std::stop_token stop) { return lookedAt(file, recipe, stop); }),
        &ImportCheck::takeLook);
}

void ImportCheck::takeLook(const Result<ImportLook> &look)
{
    if (!look)
        return end(ImportVerdict::Unreadable, look.error());
    m_look = *look;
    m_row.pixels = look->pixels;
    m_row.recipe = look->recipe;
    m_row.hints = look->hints;
    m_row.thumb = look->thumb;
    nextStore();
}

void ImportCheck::nextStore()
{
    if (m_row.writes.size() == m_means.stores.size())
        return conclude();
    m_write = {.store = store().id()};
    if (const auto refusal = bulkRefusalOf(m_means.organisation.policy, store().id()))
        return storeDone(ImportState::NotAllowed, refusal);
    const int edge = store().traits().writes.edge();
    attempt(store().permits(m_row.person->keys, QSize(edge, edge)), &ImportCheck::takePermit);
}

void ImportCheck::takePermit(const Result<Done> &permit)
{
    if (!permit)
        return storeDone(ImportState::NotAllowed, permit.error());
    const StoreTraits &traits = store().traits();
    if (traits.readOnly)
        return storeDone(ImportState::NotAllowed, Error {Errc::Unsupported, QStringLiteral("is only read")});
    if (traits.ownPhotoOnly && m_row.person->keys.key != m_means.organisation.me)
        return storeDone(ImportState::NotAllowed, Error {Errc::Forbidden});
    if (traits.tellsRights)
        return attempt(store().mayWrite(m_row.person->keys), &ImportCheck::takeRight);
    takeRight(WriteRight::Unknown);
}

void ImportCheck::takeRight(const Result<WriteRight> &right)
{
    if (right && *right == WriteRight::No)
        return storeDone(ImportState::NotAllowed, Error {Errc::Forbidden});
    attempt(store().read(m_row.person->keys), &ImportCheck::takePhoto);
}

void ImportCheck::takePhoto(const Result<std::optional<StoredPhoto>> &photo)
{
    if (!photo)
        return storeDone(ImportState::Failed, photo.error());
    m_write.looked = true;
    if (!*photo)
        return storeDone(ImportState::Waiting);
    const EncodedPhoto &held = (*photo)->photo;
    m_write.foundSha256 = held.sha256;
    const bool large = held.pixels.width() * 5 >= store().traits().writes.edge() * 4;
    if (!large)
        return compare(false);
    step(runInWorker<bool>(m_means.workers,
             [held, print = m_look->print](std::stop_token stop) -> Result<bool> {
                 const Result<Fingerprint> there = fingerprintOf(held, stop);
                 return there && compared(*there, print).likeness == Likeness::Same;
             }),
        &ImportCheck::compare);
}

void ImportCheck::compare(const bool &same)
{
    storeDone(same ? ImportState::AlreadyThere : ImportState::Waiting);
}

void ImportCheck::storeDone(ImportState state, std::optional<Error> error)
{
    m_write.state = state;
    m_write.error = std::move(error);
    m_row.writes.append(m_write);
    nextStore();
}

/// Exchange's save replaces the directory's photo, which is therefore written again even where it was right.
void ImportCheck::conclude()
{
    const auto isWaiting = [](const ImportWrite &write) { return write.state == ImportState::Waiting; };
    const bool exchangeSaves = std::ranges::any_of(m_row.writes, [&isWaiting](const ImportWrite &write) {
        return write.store.workload == Workload::Exchange && isWaiting(write);
    });
    for (ImportWrite &write : m_row.writes) {
        if (exchangeSaves && write.store.workload == Workload::ActiveDirectory
            && write.state == ImportState::AlreadyThere)
            write.state = ImportState::Waiting;
    }
    const auto hasPhoto = [](const ImportWrite &write) { return !write.foundSha256.isEmpty(); };
    const auto all = [this](ImportState state) {
        return std::ranges::all_of(
            m_row.writes, [state](const ImportWrite &write) { return write.state == state; });
    };
    if (all(ImportState::AlreadyThere))
        return end(ImportVerdict::AlreadySame);
    if (m_means.onlyIfNone && std::ranges::any_of(m_row.writes, hasPhoto))
        return end(ImportVerdict::HasPhoto);
    if (std::ranges::any_of(m_row.writes, isWaiting))
        return end(ImportVerdict::Ready);
    const auto failed = std::ranges::find(m_row.writes, ImportState::Failed, &ImportWrite::state);
    if (failed != m_row.writes.cend())
        return end(ImportVerdict::Unreachable, failed->error);
    const auto forbidden = std::ranges::find(m_row.writes, ImportState::NotAllowed, &ImportWrite::state);
    if (forbidden != m_row.writes.cend())
        return end(ImportVerdict::NotAllowed, forbidden->error);
    end(ImportVerdict::AlreadySame);
}

void ImportCheck::end(ImportVerdict verdict, std::optional<Error> error)
{
    m_row.verdict = verdict;
    m_row.error = std::move(error);
    finish(m_row);
}

} // namespace likeness
