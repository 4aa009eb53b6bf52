// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/microsoft365/graphdirectory.h"

#include "services/job/readyjob.h"
#include "services/net/httpcall.h"
#include "services/stores/microsoft365/graphreplies.h"
#include "services/stores/microsoft365/graphrequests.h"

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

Result<PeoplePage> pageIn(const HttpReply &reply)
{
    return graph::people(reply).transform([](const graph::PeopleFound &found) {
        return PeoplePage {found.people, found.nextLink.toUtf8()};
    });
}

Result<Person> onlyOneIn(const HttpReply &reply, const QString &name)
{
    const Result<graph::PeopleFound> found = graph::people(reply);
    if (!found)
        return found.error();
    if (found->people.isEmpty())
        return Error {Errc::NotFound, u"nobody is called '"_s + name + u"'"_s};
    if (found->people.size() > 1)
        return Error {Errc::Ambiguous, u"several people are called '"_s + name + u"'"_s};
    return found->people.first();
}

/// By UPN, and where nobody has it, by the other names.
class GraphPerson final : public JobOf<Person>
{
public:
    GraphPerson(const QUrl &service, std::shared_ptr<HttpTransport> transport, const QString &name)
        : m_service(service)
        , m_transport(std::move(transport))
        , m_name(name)
    {
    }

private:
    void doStart() override
    {
        attempt(httpCall<Person>(*m_transport, graph::person(m_service, m_name),
                    [](const HttpReply &reply) { return graph::person(reply); }),
            &GraphPerson::askForOtherNames);
    }
    void askForOtherNames(const Result<Person> &byUpn)
    {
        if (byUpn || byUpn.error().code != Errc::NotFound)
            return finish(byUpn);
        step(httpCall<Person>(*m_transport, graph::peopleNamed(m_service, m_name),
                 [name = m_name](const HttpReply &reply) { return onlyOneIn(reply, name); }),
            &GraphPerson::deliver);
    }
    void deliver(const Person &person) { finish(person); }

    QUrl m_service;
    std::shared_ptr<HttpTransport> m_transport;
    QString m_name;
};

} // namespace

GraphDirectory::GraphDirectory(const QUrl &service, std::shared_ptr<HttpTransport> transport)
    : m_service(service)
    , m_transport(std::move(transport))
{
}

JobPtr<PeoplePage> GraphDirectory::find(const QString &words, int limit, const QByteArray &cookie)
{
    Q_ASSERT(limit >= 1 && limit <= 500);
    const Result<HttpRequest> request = cookie.isEmpty()
        ? graph::people(m_service, words, limit)
        : graph::nextPage(m_service, QString::fromUtf8(cookie));
    return request ? httpCall<PeoplePage>(*m_transport, *request, pageIn)
                   : readyJob<PeoplePage>(request.error());
}

JobPtr<Person> GraphDirectory::person(const QString &name)
{
    return JobPtr<Person>(new GraphPerson(m_service, m_transport, name.trimmed()));
}

JobPtr<PeoplePage> GraphDirectory::employee(const QString &id)
{
    return httpCall<PeoplePage>(*m_transport, graph::employees(m_service, id.trimmed()), pageIn);
}

} // namespace likeness
