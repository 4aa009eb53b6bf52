// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/directory/mergeddirectory.h"

#include "models/people/mergepeople.h"
#include "services/directory/firstsight.h"
#include "services/directory/mergedfind.h"

#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

/// The first directory's word, and where it knows nobody of the name, the others'.
class MergedDirectory::PersonJob final : public JobOf<Person>
{
public:
    PersonJob(Parts parts, const QString &name)
        : m_parts(std::move(parts))
        , m_name(name)
    {
    }

private:
    void doStart() override { attempt(m_parts->front().directory->person(m_name), &PersonJob::takeFirst); }
    void doCancel() override
    {
        m_others.clear();
        JobOf::doCancel();
    }

    void takeFirst(const Result<Person> &found)
    {
        if (found || found.error().code != Errc::NotFound)
            return finish(found);
        m_unknown = found.error();
        for (std::size_t part = 1; part < m_parts->size(); ++part) {
            m_others.push_back((*m_parts)[part].directory->person(m_name));
            m_others.back()->onFinished(this, [this](const Result<Person> &) { takeOthers(); });
        }
        for (const JobPtr<Person> &other : m_others)
            other->start();
    }

    void takeOthers()
    {
        if (std::any_of(
                m_others.cbegin(), m_others.cend(), [](const auto &job) { return !job->isFinished(); }))
            return;
        for (std::size_t at = 0; at < m_others.size(); ++at) {
            const Part &part = (*m_parts)[at + 1];
            const Result<Person> &found = m_others[at]->result();
            if (found && goesBy(*found, m_name)) // servers find by beginnings, too
                m_answers.append({part.title, {*found}});
            else if (!found && found.error().code != Errc::NotFound)
                m_unknown.detail += u"; "_s + part.title + u": "_s + found.error().detail;
        }
        m_others.clear();
        const QList<Person> rows = mergePeople(m_answers);
        if (rows.isEmpty())
            return finish(m_unknown);
        const Part &first = m_parts->front();
        step(knownToFirst(first.directory, first.title, rows), &PersonJob::deliver);
    }

    void deliver(const QList<Person> &known)
    {
        m_answers.prepend({m_parts->front().title, known});
        const QList<Person> rows = mergePeople(m_answers);
        if (rows.size() == 1)
            return finish(rows.constFirst());
        finish(Error {Errc::Ambiguous, u"'"_s + m_name + u"' is several people in several directories"_s});
    }

    const Parts m_parts;
    const QString m_name;
    Error m_unknown;
    std::vector<JobPtr<Person>> m_others;
    QList<PeopleAnswer> m_answers;
};

/// An import asks for a thousand numbers: the others only for those the first does not know.
class MergedDirectory::EmployeeJob final : public JobOf<PeoplePage>
{
public:
    EmployeeJob(Parts parts, std::shared_ptr<Pacing> pacing, const QString &id)
        : m_parts(std::move(parts))
        , m_pacing(std::move(pacing))
        , m_id(id)
    {
    }

private:
    void doStart() override { step(m_parts->front().directory->employee(m_id), &EmployeeJob::takeFirst); }

    void takeFirst(const PeoplePage &found)
    {
        if (!found.people.isEmpty())
            return finish(found);
        const auto ask
            = [id = m_id](Directory &directory, const QByteArray &) { return directory.employee(id); };
        const auto count = static_cast<qsizetype>(m_parts->size());
        step(JobPtr<PeoplePage>(
                 new MergedFind(*m_parts, m_pacing, ask, {.parts = QList<MergedPlace::Part>(count)})),
            &EmployeeJob::deliver);
    }
    void deliver(const PeoplePage &found) { finish(PeoplePage {found.people, {}, found.notes}); }

    const Parts m_parts;
    const std::shared_ptr<Pacing> m_pacing;
    const QString m_id;
};

MergedDirectory::MergedDirectory(std::vector<Part> parts, std::shared_ptr<Pacing> pacing)
    : m_parts(std::make_shared<const std::vector<Part>>(std::move(parts)))
    , m_pacing(std::move(pacing))
{
    Q_ASSERT(m_parts->size() >= 2);
}

JobPtr<PeoplePage> MergedDirectory::find(const QString &words, int limit, const QByteArray &cookie)
{
    Q_ASSERT(limit >= 1 && limit <= 500);
    if (words.simplified().isEmpty())
        return m_parts->front().directory->find(words, limit, cookie);
    const auto count = static_cast<qsizetype>(m_parts->size());
    const std::optional<MergedPlace> place = cookie.isEmpty()
        ? MergedPlace {.parts = QList<MergedPlace::Part>(count)}
        : MergedPlace::unpacked(cookie, count);
    if (!place)
        return readyJob<PeoplePage>(Error {Errc::BadInput, u"a page cookie of somebody else"_s});
    const auto ask = [words, limit](Directory &directory, const QByteArray &own) {
        return directory.find(words, limit, own);
    };
    return JobPtr<PeoplePage>(new MergedFind(*m_parts, m_pacing, ask, *place));
}

JobPtr<SeenPage> MergedDirectory::everybody(int limit, const QByteArray &cookie, bool photos)
{
    return m_parts->front().directory->everybody(limit, cookie, photos);
}

JobPtr<QStringList> MergedDirectory::memberships(const PersonKeys &person, const QStringList &groups)
{
    return m_parts->front().directory->memberships(person, groups);
}

JobPtr<PeoplePage> MergedDirectory::employee(const QString &id)
{
    return JobPtr<PeoplePage>(new EmployeeJob(m_parts, m_pacing, id));
}

JobPtr<Person> MergedDirectory::person(const QString &name)
{
    return JobPtr<Person>(new PersonJob(m_parts, name.trimmed()));
}

} // namespace likeness
