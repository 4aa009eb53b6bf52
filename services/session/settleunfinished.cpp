// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/settleunfinished.h"

#include "services/imaging/samepicture.h"

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

/// One entry after the other; one member function a step.
class UnfinishedSettler final : public JobOf<QList<LedgerEntry>>
{
public:
    UnfinishedSettler(Organisation &organisation, Ledger &ledger)
        : m_organisation(organisation)
        , m_ledger(ledger)
    {
    }

private:
    void doStart() override
    {
        const Result<QList<LedgerEntry>> unfinished = m_ledger.unfinished();
        if (!unfinished)
            return finish(unfinished.error());
        m_left = *unfinished;
        next();
    }

    void next()
    {
        while (!m_left.isEmpty()) {
            m_entry = m_left.takeFirst();
            m_store = m_organisation.store(m_entry.store.instance);
            if (m_entry.organisation != m_organisation.id || !m_store || m_store->id() != m_entry.store)
                continue;
            if (m_organisation.directory)
                attempt(m_organisation.directory->person(m_entry.personKey), &UnfinishedSettler::readOf);
            else
                readKeys({m_entry.personKey, {}, {}, {}, {}});
            return;
        }
        finish(m_settled);
    }

    void readOf(const Result<Person> &person)
    {
        if (person)
            readKeys(person->keys);
        else
            next();
    }

    void readKeys(const PersonKeys &keys)
    {
        m_keys = keys;
        attempt(m_store->read(keys), &UnfinishedSettler::judge);
    }

    void judge(const Result<std::optional<StoredPhoto>> &found)
    {
        if (!found)
            return next();
        const ExpectedPhoto now = *found ? ExpectedPhoto((*found)->photo) : std::nullopt;
        if (shows(now, m_entry.afterSha256))
            attempt(m_store->readBack(m_keys, {kept(m_entry.beforeSha256), kept(m_entry.afterSha256)}),
                &UnfinishedSettler::judgeWhole);
        else if (mayStillSettle())
            next();
        else if (shows(now, m_entry.beforeSha256))
            settle(LedgerEntry::Outcome::Failed, u"The program ended before the store was written"_s);
        else
            settle(LedgerEntry::Outcome::Failed,
                u"The program ended in the middle of the write, and another photo stands there since"_s);
    }

    /// Some stores keep several files of a photo.
    void judgeWhole(const Result<std::optional<StoredPhoto>> &found)
    {
        if (!found)
            return next();
        const ExpectedPhoto now = *found ? ExpectedPhoto((*found)->photo) : std::nullopt;
        if (shows(now, m_entry.afterSha256))
            settle(LedgerEntry::Outcome::Verified, {});
        else if (mayStillSettle())
            next();
        else
            settle(LedgerEntry::Outcome::Written,
                u"The program ended in the middle of the write: some sizes still show the former photo"_s);
    }

    ExpectedPhoto kept(const QString &sha256) const
    {
        const Result<EncodedPhoto> photo = m_ledger.photo(sha256);
        return photo ? ExpectedPhoto(*photo) : std::nullopt;
    }

    /// A store that takes its time may have written, and not show it yet.
    bool mayStillSettle() const
    {
        return QDateTime::currentDateTimeUtc() < m_entry.at.addSecs(m_store->traits().settles.count());
    }

    /// One photo a store, and rarely any: not worth a worker.
    bool shows(const ExpectedPhoto &now, const QString &sha256) const
    {
        if (!now || sha256.isEmpty())
            return !now && sha256.isEmpty();
        if (now->sha256 == sha256 || m_store->traits().keepsBytes)
            return now->sha256 == sha256;
        const ExpectedPhoto photo = kept(sha256);
        return photo && samePicture(*now, *photo);
    }

    void settle(LedgerEntry::Outcome outcome, const QString &detail)
    {
        const Result<Done> kept = m_ledger.finish(m_entry.id, outcome, detail);
        if (!kept)
            return finish(kept.error());
        m_entry.outcome = outcome;
        m_entry.errorDetail = detail;
        m_settled.append(m_entry);
        next();
    }

    Organisation &m_organisation;
    Ledger &m_ledger;
    QList<LedgerEntry> m_left;
    QList<LedgerEntry> m_settled;
    LedgerEntry m_entry;
    PersonKeys m_keys;
    PhotoStore *m_store = nullptr;
};

} // namespace

JobPtr<QList<LedgerEntry>> settleUnfinished(Organisation &organisation, Ledger &ledger)
{
    return JobPtr<QList<LedgerEntry>>(new UnfinishedSettler(organisation, ledger));
}

} // namespace likeness
