// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/policy/policedstore.h"

#include "services/imaging/jpegheader.h"

namespace likeness {

namespace {

/// Asks the judge first; the change itself is not even begun where the answer is no.
class PolicedChange final : public JobOf<Done>
{
public:
    using Change = std::function<JobPtr<Done>()>;
    PolicedChange(JobPtr<Done> judging, Change change)
        : m_judging(std::move(judging))
        , m_change(std::move(change))
    {
    }

private:
    void doStart() override { step(std::move(m_judging), &PolicedChange::make); }
    void make(const Done &) { attempt(m_change(), &PolicedChange::end); }
    void end(const Result<Done> &made) { finish(made); }

    JobPtr<Done> m_judging;
    const Change m_change;
};

/// From the bytes that are about to be sent, whatever the caller thinks of them.
QSize pixelsIn(const QByteArray &bytes)
{
    const Result<JpegHeader> header = readJpegHeader(bytes);
    return header ? header->size : QSize();
}

StoreTraits policedTraits(StoreTraits traits, const StoreId &store, const Policy &policy)
{
    traits.writes = largestAllowed(policy, store, traits.writes);
    return traits;
}

} // namespace

/// No by policy is a no; otherwise the store is asked.
class PolicedStore::Right final : public JobOf<WriteRight>
{
public:
    Right(JobPtr<Done> judging, PhotoStore &store, PersonKeys person)
        : m_judging(std::move(judging))
        , m_store(store)
        , m_person(std::move(person))
    {
    }

private:
    void doStart() override { attempt(std::move(m_judging), &Right::ask); }
    void ask(const Result<Done> &permit)
    {
        if (!permit)
            return finish(WriteRight::No);
        attempt(m_store.mayWrite(m_person), &Right::end);
    }
    void end(const Result<WriteRight> &right) { finish(right); }

    JobPtr<Done> m_judging;
    PhotoStore &m_store;
    const PersonKeys m_person;
};

PolicedStore::PolicedStore(std::unique_ptr<PhotoStore> store, std::shared_ptr<PolicyJudge> judge)
    : m_store(std::move(store))
    , m_judge(std::move(judge))
    , m_traits(policedTraits(m_store->traits(), m_store->id(), m_judge->policy()))
{
}

JobPtr<std::optional<StoredPhoto>> PolicedStore::read(const PersonKeys &person)
{
    return m_store->read(person);
}

JobPtr<Done> PolicedStore::write(
    const PersonKeys &person, const EncodedPhoto &photo, const ExpectedPhoto &expected)
{
    return JobPtr<Done>(new PolicedChange(permits(person, pixelsIn(photo.bytes)),
        [this, person, photo, expected] { return m_store->write(person, photo, expected); }));
}

JobPtr<Done> PolicedStore::remove(const PersonKeys &person, const ExpectedPhoto &expected)
{
    return JobPtr<Done>(new PolicedChange(permits(person, std::nullopt),
        [this, person, expected] { return m_store->remove(person, expected); }));
}

JobPtr<std::optional<StoredPhoto>> PolicedStore::readBack(
    const PersonKeys &person, const ReplacedPhoto &change)
{
    return m_store->readBack(person, change);
}

JobPtr<Done> PolicedStore::permits(const PersonKeys &person, std::optional<QSize> pixels)
{
    return PolicyJudge::judge(m_judge, id(), person, pixels);
}

JobPtr<WriteRight> PolicedStore::mayWrite(const PersonKeys &person)
{
    const int edge = m_traits.writes.edge();
    return JobPtr<WriteRight>(new Right(permits(person, QSize(edge, edge)), *m_store, person));
}

JobPtr<StoreSight> PolicedStore::see(const PersonKeys &person, const StoreSight &known)
{
    return m_store->see(person, known);
}

JobPtr<QString> PolicedStore::probe()
{
    return m_store->probe();
}

} // namespace likeness
