// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakes/scriptedstore.h"

namespace likeness {

using namespace Qt::StringLiterals;

/// A call on its way: it may have to wait, and what it does may go wrong.
template <class T>
class ScriptedStore::Call final : public JobOf<T>
{
public:
    Call(ScriptedStore &store, Verb verb, std::function<Result<T>()> act)
        : m_store(store)
        , m_verb(verb)
        , m_act(std::move(act))
    {
    }

private:
    void doStart() override
    {
        m_store.note(m_verb);
        if (m_store.m_heldVerb != m_verb)
            return act();
        m_waiting = QObject::connect(&m_store, &ScriptedStore::released, this, [this] { act(); });
    }
    void doCancel() override { QObject::disconnect(m_waiting); }

    void act()
    {
        QObject::disconnect(m_waiting);
        const auto fault = m_store.m_faults.find(m_verb);
        if (fault == m_store.m_faults.end())
            return this->finish(m_act());
        const Fault happening = fault->second;
        if (!happening.stays)
            m_store.m_faults.erase(fault);
        const Result<T> lost = happening.answerOnly ? m_act() : Result<T>(Error {happening.code});
        this->finish(Error {happening.code, lost ? u"the answer was lost"_s : u"the call failed"_s});
    }

    ScriptedStore &m_store;
    Verb m_verb;
    std::function<Result<T>()> m_act;
    QMetaObject::Connection m_waiting;
};

ScriptedStore::ScriptedStore(StoreId id, StoreTraits traits)
    : m_id(std::move(id))
    , m_traits(std::move(traits))
{
}

void ScriptedStore::failNext(Verb verb, Errc code)
{
    m_faults.insert_or_assign(verb, Fault {code, false});
}

void ScriptedStore::failAlways(Verb verb, Errc code)
{
    m_faults.insert_or_assign(verb, Fault {code, false, true});
}

void ScriptedStore::loseNextAnswer(Verb verb, Errc code)
{
    m_faults.insert_or_assign(verb, Fault {code, true});
}

void ScriptedStore::hold(Verb verb)
{
    m_heldVerb = verb;
}

void ScriptedStore::release()
{
    m_heldVerb.reset();
    emit released();
}

JobPtr<std::optional<StoredPhoto>> ScriptedStore::read(const PersonKeys &)
{
    using Answer = std::optional<StoredPhoto>;
    return call<Answer>(Verb::Read, [this]() -> Result<Answer> {
        const ExpectedPhoto shown = nextShown();
        return shown ? Answer({*shown, {}}) : Answer();
    });
}

ExpectedPhoto ScriptedStore::nextShown()
{
    const ExpectedPhoto shown = m_readsOfFormer > 0 ? m_former : held;
    m_readsOfFormer = std::max(0, m_readsOfFormer - 1);
    return shown;
}

JobPtr<Done> ScriptedStore::write(
    const PersonKeys &, const EncodedPhoto &photo, const ExpectedPhoto &expected)
{
    return call<Done>(Verb::Write, [this, photo, expected] { return replace(photo, expected); });
}

JobPtr<Done> ScriptedStore::remove(const PersonKeys &, const ExpectedPhoto &expected)
{
    return call<Done>(Verb::Remove, [this, expected] { return replace(std::nullopt, expected); });
}

JobPtr<std::optional<StoredPhoto>> ScriptedStore::readBack(const PersonKeys &person, const ReplacedPhoto &)
{
    using Answer = std::optional<StoredPhoto>;
    if (!shownToClients)
        return read(person);
    return call<Answer>(Verb::Read, [shown = *shownToClients]() -> Result<Answer> {
        return shown ? Answer({*shown, {}}) : Answer();
    });
}

JobPtr<WriteRight> ScriptedStore::mayWrite(const PersonKeys &)
{
    return call<WriteRight>(Verb::MayWrite, [this]() -> Result<WriteRight> { return right; });
}

JobPtr<StoreSight> ScriptedStore::see(const PersonKeys &, const StoreSight &)
{
    return call<StoreSight>(Verb::Read, [this]() -> Result<StoreSight> {
        StoreSight sight;
        sight.signs = signs;
        if (const ExpectedPhoto shown = nextShown())
            sight.add(0, *shown);
        return sight;
    });
}

JobPtr<QString> ScriptedStore::probe()
{
    return call<QString>(Verb::Read, []() -> Result<QString> { return u"a store in memory"_s; });
}

template <class T>
JobPtr<T> ScriptedStore::call(Verb verb, std::function<Result<T>()> act)
{
    return JobPtr<T>(new Call<T>(*this, verb, std::move(act)));
}

Result<Done> ScriptedStore::replace(const ExpectedPhoto &photo, const ExpectedPhoto &expected)
{
    if (beforeWrite)
        beforeWrite();
    if (held != expected)
        return Error {Errc::Conflict};
    m_former = held;
    m_readsOfFormer = slowReads;
    held = photo && remake ? ExpectedPhoto(remake(*photo)) : photo;
    if (afterWrite)
        afterWrite();
    return Done {};
}

void ScriptedStore::note(Verb verb)
{
    static const std::map<Verb, QString> names {{Verb::Read, u"read"_s}, {Verb::Write, u"write"_s},
        {Verb::Remove, u"remove"_s}, {Verb::MayWrite, u"may write"_s}};
    if (journal)
        journal->append(m_id.instance + u' ' + names.at(verb));
}

} // namespace likeness
