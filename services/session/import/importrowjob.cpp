// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/import/importrowjob.h"

#include "services/session/operatorname.h"

#include <algorithm>

namespace likeness {

ImportRowJob::ImportRowJob(const ImportRunMeans &means, const ImportRow &row)
    : m_means(means)
    , m_row(row)
{
}

void ImportRowJob::stopSoon()
{
    m_stopping = true;
    if (m_upload && !m_upload->hasBegun())
        m_upload->cancel();
}

bool ImportRowJob::keep(const ImportWrite &write)
{
    const auto place = std::ranges::find(m_row.writes, write.store, &ImportWrite::store);
    *place = write;
    const Result<Done> kept = m_means.runs.keep(m_means.run, m_row.number, write);
    if (!kept) {
        finish(kept.error());
        return false;
    }
    emit writeChanged(write);
    return true;
}

PhotoStore *ImportRowJob::storeOf(const ImportWrite &write) const
{
    PhotoStore *store = m_means.organisation.store(write.store.instance);
    return store && store->id() == write.store ? store : nullptr;
}

StoreWrite ImportRowJob::blank(const ImportWrite &write, LedgerEntry::Action action) const
{
    StoreWrite what;
    what.person = m_row.person->keys;
    what.entry.organisation = m_means.organisation.id;
    what.entry.personKey = m_row.person->keys.key;
    what.entry.personName = m_row.person->displayName;
    what.entry.store = write.store;
    what.entry.storeTitle = storeOf(write)->traits().title;
    what.entry.operatorName = operatorName();
    what.entry.action = action;
    return what;
}

void ImportRowJob::upload(ImportWrite &write, StoreWrite what)
{
    m_upload.reset(
        new UploadOne(*storeOf(write), {m_means.ledger, m_means.workers, *m_means.pacing}, std::move(what)));
    connect(m_upload.get(), &UploadOne::stageChanged, this,
        [this, store = write.store, action = write.state](UploadOne::Stage stage) {
            const auto place = std::ranges::find(m_row.writes, store, &ImportWrite::store);
            // before the store is touched: a killed program finds the entry by it
            if (stage == UploadOne::Stage::Writing && action == ImportWrite::State::Running) {
                place->entry = m_upload->entry();
                keep(ImportWrite(*place));
            }
        });
    m_upload->onFinished(this, [this](const Result<StoreWritten> &result) {
        const Result<StoreWritten> kept = result; // the upload that holds it goes away with the next one
        written(kept);
    });
    m_upload->start();
}

bool isPassing(const std::optional<Error> &error)
{
    return error
        && (error->code == Errc::Throttled || error->code == Errc::Offline || error->code == Errc::Timeout
            || error->code == Errc::ProxyFailed);
}

} // namespace likeness
