// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/session/import/importcheck.h"
#include "services/session/import/importlisting.h"

#include <QObject>
#include <deque>
#include <map>

namespace likeness {

/// What an import would do, row by row and with a reason for each, before anything is written: lists the
/// files, finds the people, opens the pictures and asks the stores, a few rows side by side. Rows can be
/// corrected afterwards. Keeps of each picture a thumbnail and a recipe, so its memory grows by a few
/// kilobytes a row. Presenter without widgets; logic thread.
class ImportPlan final : public QObject
{
    Q_OBJECT
public:
    ImportPlan(Organisation &organisation, QThreadPool &workers, QObject *parent = nullptr);
    ~ImportPlan() override;

    /// Begins anew. Errors: BadInput (the pattern, a store); what is wrong with the source comes with
    /// finished().
    Result<Done> gather(const ImportWish &wish);
    /// What is not known yet stays so; the rows that are known stay.
    void cancel();
    void clear();

    bool isBusy() const;
    const ImportWish &wish() const { return m_wish; }
    const QList<ImportRow> &rows() const { return m_rows; }
    /// Rows that have their verdict.
    int known() const { return m_known; }
    bool isKnown(int row) const;
    ImportCounts counts() const;
    /// Lines of a CSV that were left out.
    const QList<ListComplaint> &complaints() const { return m_complaints; }

    // By index, not by number; asks the stores again where it has to.
    void setIncluded(int row, bool included);
    void setRecipe(int row, const PhotoRecipe &recipe);
    void setPerson(int row, const Person &person);

signals:
    void listed();
    void rowChanged(int row);
    /// The last row has its verdict; an error is about the whole: a source that cannot be read, Cancelled.
    void finished(const likeness::Result<likeness::Done> &outcome);

private:
    struct Waiting
    {
        int row;
        std::optional<PhotoRecipe> recipe;
    };
    void takeListing(const Result<ImportListing> &listing);
    void startNext();
    void takeRow(int index, const Result<ImportRow> &row);
    void checkAgain(int row, const std::optional<PhotoRecipe> &recipe);
    void findDuplicates(int index);
    void forgetPerson(int index);

    Organisation &m_organisation;
    QThreadPool &m_workers;
    ImportWish m_wish;
    std::unique_ptr<ImportCheckMeans> m_means;
    QList<ImportRow> m_rows;
    QList<bool> m_isKnown;
    int m_known = 0;
    QList<ListComplaint> m_complaints;
    std::map<QString, QList<int>> m_byPerson; ///< indexes of the rows that name them, by key
    JobPtr<ImportListing> m_listing;
    std::deque<Waiting> m_waiting;
    std::map<int, std::unique_ptr<ImportCheck, JobDeleter>> m_checks; ///< by index
};

} // namespace likeness
