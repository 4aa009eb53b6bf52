// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/directory/firstsight.h"

#include "models/people/mergepeople.h"

#include <algorithm>
#include <vector>

namespace likeness {

namespace {

constexpr std::size_t lookUpsAtOnce = 8;

QStringList namesToLookUp(const Person &person)
{
    QStringList names {person.keys.upn, person.keys.mail};
    names.removeAll(QString());
    if (names.size() == 2 && names.first().compare(names.last(), Qt::CaseInsensitive) == 0)
        names.removeLast();
    return names;
}

class KnownToFirst final : public JobOf<QList<Person>>
{
public:
    KnownToFirst(std::shared_ptr<Directory> first, const QString &title, const QList<Person> &people)
        : m_first(std::move(first))
        , m_title(title)
        , m_people(people)
        , m_lanes(lookUpsAtOnce)
    {
        for (const Person &person : people)
            m_names.append(namesToLookUp(person));
    }

private:
    struct Lane
    {
        qsizetype at = 0;
        JobPtr<Person> job {};
    };

    void doStart() override { ask(); }
    void doCancel() override
    {
        for (Lane &lane : m_lanes)
            lane.job.reset();
        JobOf::doCancel();
    }
    void ask()
    {
        bool busy = false;
        for (std::size_t lane = 0; lane < m_lanes.size(); ++lane) {
            while (!m_lanes[lane].job && m_next < m_names.size())
                lookUp(lane, m_next++);
            busy = busy || m_lanes[lane].job;
        }
        if (!busy)
            finish(m_known);
    }
    void lookUp(std::size_t lane, qsizetype at)
    {
        if (m_names.at(at).isEmpty())
            return;
        m_lanes[lane].at = at;
        m_lanes[lane].job = m_first->person(m_names[at].takeFirst());
        m_lanes[lane].job->onFinished(this, [this, lane](const Result<Person> &found) { take(lane, found); });
        m_lanes[lane].job->start();
    }
    void take(std::size_t lane, const Result<Person> &found)
    {
        const qsizetype at = m_lanes[lane].at;
        if (found && isSame(*found, m_people.at(at)))
            keep(*found);
        m_lanes[lane].job.reset();
        if (!found)
            lookUp(lane, at);
        ask();
    }
    bool isSame(const Person &found, const Person &asked) const
    {
        return mergePeople({{m_title, {found}}, {asked.source, {asked}}}).size() == 1;
    }
    void keep(const Person &found)
    {
        const auto same = [&found](const Person &known) { return known.keys.key == found.keys.key; };
        if (std::none_of(m_known.cbegin(), m_known.cend(), same))
            m_known.append(found);
    }

    std::shared_ptr<Directory> m_first;
    QString m_title;
    QList<Person> m_people;
    std::vector<Lane> m_lanes;
    QList<QStringList> m_names; ///< still to be tried
    qsizetype m_next = 0;
    QList<Person> m_known;
};

} // namespace

JobPtr<QList<Person>> knownToFirst(
    const std::shared_ptr<Directory> &first, const QString &title, const QList<Person> &people)
{
    return JobPtr<QList<Person>>(new KnownToFirst(first, title, people));
}

} // namespace likeness
