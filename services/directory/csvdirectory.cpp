// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/directory/csvdirectory.h"

#include "models/people/folding.h"
#include "services/job/workerjob.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QMutex>

namespace likeness {

class CsvDirectory::Cache
{
public:
    explicit Cache(QString path)
        : m_path(std::move(path))
    {
    }

    Result<CsvPeople> people()
    {
        const QMutexLocker locker(&m_mutex);
        const QFileInfo info(m_path);
        if (!m_people || info.lastModified() != m_modified || info.size() != m_size) {
            QFile file(m_path);
            if (!file.open(QIODevice::ReadOnly))
                return Error {Errc::BadInput, m_path % u": " % file.errorString()};
            Result<CsvPeople> read = readCsvPeople(file.readAll());
            if (!read)
                return Error {read.error().code, m_path % u": " % read.error().detail};
            m_people = *std::move(read);
            m_modified = info.lastModified();
            m_size = info.size();
        }
        return *m_people;
    }

private:
    const QString m_path;
    QMutex m_mutex;
    std::optional<CsvPeople> m_people;
    QDateTime m_modified;
    qint64 m_size = -1;
};

namespace {

PeoplePage csvPage(const QList<Person> &people, const QString &words, int limit, qsizetype skip)
{
    PeoplePage page;
    qsizetype matches = 0;
    for (const Person &person : people) {
        if (!beginsWith(person, words) || matches++ < skip)
            continue;
        if (page.people.size() == limit) {
            page.cookie = QByteArray::number(skip + limit);
            break;
        }
        page.people.append(person);
    }
    return page;
}

Result<Person> csvPerson(const QList<Person> &people, const QString &name)
{
    QList<Person> fitting;
    for (const Person &person : people) {
        if (person.keys.key == name)
            return person;
        for (const QString *text :
            {&person.keys.key, &person.keys.upn, &person.keys.mail, &person.keys.objectGuid}) {
            if (!text->isEmpty() && text->compare(name, Qt::CaseInsensitive) == 0) {
                fitting.append(person);
                break;
            }
        }
    }
    if (fitting.size() == 1)
        return fitting.first();
    return Error {fitting.isEmpty() ? Errc::NotFound : Errc::Ambiguous,
        u"'" % name % u"' fits " % QString::number(fitting.size()) % u" people"};
}

} // namespace

CsvDirectory::CsvDirectory(QString path, QThreadPool &workers)
    : m_cache(std::make_shared<Cache>(std::move(path)))
    , m_workers(workers)
{
}

CsvDirectory::~CsvDirectory() = default;

JobPtr<PeoplePage> CsvDirectory::find(const QString &words, int limit, const QByteArray &cookie)
{
    Q_ASSERT(limit >= 1 && limit <= 500);
    return runInWorker<PeoplePage>(m_workers, [cache = m_cache, words, limit, cookie](std::stop_token) {
        return cache->people().transform([&](const CsvPeople &all) {
            return csvPage(all.people, words, limit, std::max<qsizetype>(cookie.toLongLong(), 0));
        });
    });
}

JobPtr<Person> CsvDirectory::person(const QString &name)
{
    return runInWorker<Person>(m_workers, [cache = m_cache, name](std::stop_token) {
        return cache->people().andThen(
            [&](const CsvPeople &all) { return csvPerson(all.people, name.trimmed()); });
    });
}

JobPtr<PeoplePage> CsvDirectory::employee(const QString &id)
{
    return runInWorker<PeoplePage>(m_workers, [cache = m_cache, id = folded(id)](std::stop_token) {
        return cache->people().transform([&](const CsvPeople &all) {
            PeoplePage page;
            for (const Person &person : all.people) {
                if (!id.isEmpty() && folded(person.employeeId) == id)
                    page.people.append(person);
            }
            return page;
        });
    });
}

JobPtr<CsvPeople> CsvDirectory::listed()
{
    return runInWorker<CsvPeople>(m_workers, [cache = m_cache](std::stop_token) { return cache->people(); });
}

} // namespace likeness
