// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/exchange/ewsdirectory.h"

#include "services/stores/exchange/ewsrequests.h"
#include "services/stores/exchange/peoplereply.h"

#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

/// XML has no place for control characters.
QString searchable(const QString &words)
{
    QString text = words.simplified();
    text.removeIf(
        [](QChar each) { return each.category() == QChar::Other_Control || each.isNonCharacter(); });
    return text;
}

class EwsFind final : public JobOf<PeoplePage>
{
public:
    EwsFind(std::shared_ptr<HttpTransport> transport, const QUrl &ews, EwsPeopleQuery query)
        : m_transport(std::move(transport))
        , m_ews(ews)
        , m_query(std::move(query))
    {
    }

private:
    void doStart() override { step(m_transport->send(findPeopleRequest(m_ews, m_query)), &EwsFind::judge); }

    void judge(const HttpReply &reply)
    {
        const Result<EwsPeople> found = findPeopleReply(reply, m_query.offset);
        if (!found)
            return finish(found.error());
        const int next = m_query.offset + found->rows;
        finish(PeoplePage {found->people, found->complete ? QByteArray() : QByteArray::number(next)});
    }

    std::shared_ptr<HttpTransport> m_transport;
    QUrl m_ews;
    EwsPeopleQuery m_query;
};

class EwsPerson final : public JobOf<Person>
{
public:
    EwsPerson(std::shared_ptr<HttpTransport> transport, const QUrl &ews, QString name)
        : m_transport(std::move(transport))
        , m_ews(ews)
        , m_name(std::move(name))
    {
    }

private:
    void doStart() override
    {
        const QString words = m_name.contains(u'@') ? u"smtp:"_s + m_name : m_name;
        step(m_transport->send(resolveNamesRequest(m_ews, words)), &EwsPerson::judge);
    }

    /// The search is by beginnings; one who bears the very name comes before those.
    void judge(const HttpReply &reply)
    {
        const Result<EwsPeople> found = resolveNamesReply(reply);
        if (!found)
            return finish(found.error());
        QList<Person> people = found->people;
        const auto isMeant = [this](const Person &person) {
            return person.keys.mail.compare(m_name, Qt::CaseInsensitive) == 0;
        };
        if (const auto meant = std::find_if(people.cbegin(), people.cend(), isMeant); meant != people.cend())
            return finish(*meant);
        if (people.size() > 1 || (people.size() == 1 && !found->complete))
            return finish(
                Error {Errc::Ambiguous, QString::number(people.size()) % u" people fit '" % m_name % u'\''});
        if (people.isEmpty())
            return finish(Error {Errc::NotFound, u"Exchange knows nobody of the name '"_s % m_name % u'\''});
        finish(people.front());
    }

    std::shared_ptr<HttpTransport> m_transport;
    QUrl m_ews;
    QString m_name;
};

} // namespace

EwsDirectory::EwsDirectory(const QUrl &ews, std::shared_ptr<HttpTransport> transport)
    : m_ews(ews)
    , m_transport(std::move(transport))
{
}

JobPtr<PeoplePage> EwsDirectory::find(const QString &words, int limit, const QByteArray &cookie)
{
    const EwsPeopleQuery query {searchable(words), cookie.toInt(), std::clamp(limit, 1, 500)};
    return JobPtr<PeoplePage>(new EwsFind(m_transport, m_ews, query));
}

JobPtr<Person> EwsDirectory::person(const QString &name)
{
    return JobPtr<Person>(new EwsPerson(m_transport, m_ews, searchable(name)));
}

} // namespace likeness
