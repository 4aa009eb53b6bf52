// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakes/peoplestore.h"

#include "services/job/readyjob.h"

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

std::optional<Error> takenFault(std::map<QString, QList<Error>> &faults, const QString &key)
{
    const auto found = faults.find(key);
    if (found == faults.end() || found->second.isEmpty())
        return std::nullopt;
    return found->second.takeFirst();
}

} // namespace

ExpectedPhoto PeopleStore::of(const QString &key) const
{
    const auto found = held.find(key);
    return found == held.end() ? std::nullopt : ExpectedPhoto(found->second);
}

JobPtr<std::optional<StoredPhoto>> PeopleStore::read(const PersonKeys &person)
{
    if (asked)
        asked(person.key);
    if (const auto fault = takenFault(readFaults, person.key))
        return readyJob<std::optional<StoredPhoto>>(*fault);
    const ExpectedPhoto photo = of(person.key);
    return readyJob<std::optional<StoredPhoto>>(photo ? std::optional(StoredPhoto {*photo}) : std::nullopt);
}

Result<Done> PeopleStore::replace(
    const QString &key, const ExpectedPhoto &photo, const ExpectedPhoto &expected)
{
    journal.append((photo ? u"write "_s : u"remove "_s) + key);
    if (const auto fault = takenFault(writeFaults, key))
        return *fault;
    if (of(key) != expected)
        return Error {Errc::Conflict};
    if (photo)
        held.insert_or_assign(key, *photo);
    else
        held.erase(key);
    if (written)
        written(key);
    if (loseAnswer.erase(key) > 0)
        return Error {Errc::Timeout, u"the answer was lost"_s};
    return Done {};
}

JobPtr<Done> PeopleStore::write(
    const PersonKeys &person, const EncodedPhoto &photo, const ExpectedPhoto &expected)
{
    return readyJob<Done>(replace(person.key, photo, expected));
}

JobPtr<Done> PeopleStore::remove(const PersonKeys &person, const ExpectedPhoto &expected)
{
    return readyJob<Done>(replace(person.key, std::nullopt, expected));
}

JobPtr<WriteRight> PeopleStore::mayWrite(const PersonKeys &person)
{
    return readyJob<WriteRight>(forbidden.contains(person.key) ? WriteRight::No : WriteRight::Yes);
}

JobPtr<QString> PeopleStore::probe()
{
    return readyJob<QString>(u"here"_s);
}

} // namespace likeness
