// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/csvpeople.h"
#include "services/directory/directory.h"

class QThreadPool;

namespace likeness {

/// The people of a folder store: people.csv beside the photos, read again when the file has changed. The
/// cookie of a page is the number of people before it.
class CsvDirectory final : public Directory
{
public:
    CsvDirectory(QString path, QThreadPool &workers);
    ~CsvDirectory() override;

    JobPtr<PeoplePage> find(const QString &words, int limit, const QByteArray &cookie = {}) override;
    JobPtr<Person> person(const QString &name) override;
    JobPtr<PeoplePage> employee(const QString &id) override;
    /// Everybody, and what was wrong with the rows that were left out.
    JobPtr<CsvPeople> listed();

private:
    class Cache;
    std::shared_ptr<Cache> m_cache; // shared with the workers
    QThreadPool &m_workers;
};

} // namespace likeness
