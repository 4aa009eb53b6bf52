// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/import/importplan.h"

#include "services/job/workerjob.h"

namespace likeness {

ImportPlan::ImportPlan(Organisation &organisation, QThreadPool &workers, QObject *parent)
    : QObject(parent)
    , m_organisation(organisation)
    , m_workers(workers)
{
}

ImportPlan::~ImportPlan() = default;

void ImportPlan::clear()
{
    m_listing.reset();
    m_checks.clear();
    m_waiting.clear();
    m_rows.clear();
    m_isKnown.clear();
    m_known = 0;
    m_complaints.clear();
    m_byPerson.clear();
}

Result<Done> ImportPlan::gather(const ImportWish &wish)
{
    const ParsedPattern pattern = NamePattern::parsed(wish.pattern);
    if (!pattern.pattern)
        return Error {Errc::BadInput, QStringLiteral("the pattern cannot be used: ") + wish.pattern};
    const Result<QList<PhotoStore *>> stores = importStores(m_organisation, wish.stores);
    if (!stores)
        return stores.error();
    clear();
    m_wish = wish;
    m_means.reset(
        new ImportCheckMeans {m_organisation, m_workers, *stores, *pattern.pattern, wish.onlyIfNone});
    m_listing = runInWorker<ImportListing>(
        m_workers, [source = wish.source](std::stop_token stop) { return listedImport(source, stop); });
    m_listing->onFinished(this, [this](const Result<ImportListing> &listing) {
        const Result<ImportListing> kept = listing; // the job that holds it goes away
        m_listing.reset();
        takeListing(kept);
    });
    m_listing->start();
    return Done {};
}

void ImportPlan::takeListing(const Result<ImportListing> &listing)
{
    if (!listing) {
        emit finished(listing.error());
        return;
    }
    m_rows = listing->rows;
    m_isKnown = QList<bool>(m_rows.size(), false);
    m_complaints = listing->complaints;
    for (int row = 0; row < m_rows.size(); ++row)
        m_waiting.push_back({row, {}});
    emit listed();
    if (m_rows.isEmpty())
        emit finished(Done {});
    startNext();
}

void ImportPlan::startNext()
{
    while (!m_waiting.empty() && m_checks.size() < importRowsAtOnce) {
        const Waiting next = m_waiting.front();
        m_waiting.pop_front();
        auto &check = m_checks[next.row];
        check.reset(new ImportCheck(*m_means, m_rows.at(next.row), next.recipe));
        check->onFinished(
            this, [this, index = next.row](const Result<ImportRow> &row) { takeRow(index, row); });
        check->start();
    }
}

void ImportPlan::takeRow(int index, const Result<ImportRow> &row)
{
    const Result<ImportRow> kept = row; // the job that holds it goes away
    m_checks.erase(index);
    if (kept) {
        const bool included = m_rows.at(index).included;
        m_rows[index] = *kept;
        m_rows[index].included = included;
        m_known += m_isKnown.at(index) ? 0 : 1;
        m_isKnown[index] = true;
        emit rowChanged(index);
        findDuplicates(index);
    }
    startNext();
    if (!isBusy())
        emit finished(Done {});
}

/// Two files of one person: nobody but a person knows which is meant.
void ImportPlan::findDuplicates(int index)
{
    const ImportRow &row = m_rows.at(index);
    if (!row.person)
        return;
    QList<int> &all = m_byPerson[row.person->keys.key];
    if (!all.contains(index))
        all.append(index);
    QList<int> rivals;
    for (const int each : std::as_const(all)) {
        if (m_rows.at(each).included && m_rows.at(each).verdict != ImportVerdict::Unreadable)
            rivals.append(each);
    }
    for (const int each : std::as_const(rivals)) {
        ImportRow &rival = m_rows[each];
        const int other = rivals.first() == each ? rivals.value(1, -1) : rivals.first();
        if (other < 0 || rival.verdict == ImportVerdict::Duplicate)
            continue;
        rival.verdict = ImportVerdict::Duplicate;
        rival.sameAs = m_rows.at(other).number;
        emit rowChanged(each);
    }
}

/// Whoever was a duplicate of this row only may be on its own now.
void ImportPlan::forgetPerson(int index)
{
    const ImportRow &row = m_rows.at(index);
    if (!row.person)
        return;
    QList<int> &all = m_byPerson[row.person->keys.key];
    all.removeAll(index);
    for (const int each : QList<int>(all)) {
        if (m_rows.at(each).verdict == ImportVerdict::Duplicate)
            checkAgain(each,
                m_rows.at(each).pixels.isEmpty() ? std::nullopt : std::optional(m_rows.at(each).recipe));
    }
}

void ImportPlan::checkAgain(int row, const std::optional<PhotoRecipe> &recipe)
{
    if (!m_means)
        return;
    m_checks.erase(row);
    std::erase_if(m_waiting, [row](const Waiting &each) { return each.row == row; });
    m_waiting.push_front({row, recipe});
    startNext();
}

void ImportPlan::cancel()
{
    const bool wasBusy = isBusy();
    m_listing.reset();
    m_waiting.clear();
    m_checks.clear();
    if (wasBusy)
        emit finished(Error {Errc::Cancelled});
}

bool ImportPlan::isBusy() const
{
    return m_listing || !m_waiting.empty() || !m_checks.empty();
}

bool ImportPlan::isKnown(int row) const
{
    return m_isKnown.value(row, false);
}

ImportCounts ImportPlan::counts() const
{
    ImportCounts counts;
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        if (m_isKnown.at(row))
            ++counts[m_rows.at(row).verdict];
    }
    return counts;
}

void ImportPlan::setIncluded(int row, bool included)
{
    if (row < 0 || row >= m_rows.size() || m_rows.at(row).included == included)
        return;
    m_rows[row].included = included;
    emit rowChanged(row);
    if (included)
        return findDuplicates(row);
    forgetPerson(row);
}

void ImportPlan::setRecipe(int row, const PhotoRecipe &recipe)
{
    if (row < 0 || row >= m_rows.size() || m_rows.at(row).pixels.isEmpty())
        return;
    m_rows[row].recipe = recipe;
    checkAgain(row, recipe);
}

void ImportPlan::setPerson(int row, const Person &person)
{
    if (row < 0 || row >= m_rows.size())
        return;
    forgetPerson(row);
    m_rows[row].person = person;
    m_rows[row].candidates.clear();
    checkAgain(row, {});
}

} // namespace likeness
