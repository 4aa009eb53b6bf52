// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/activedirectory/sightqueue.h"

#include "services/stores/activedirectory/photoswap.h"

#include <algorithm>

namespace likeness {

namespace {

constexpr std::size_t searchesAtOnce = 2; ///< the service has as many workers for questions
constexpr qsizetype mostASearch = 32; ///< people; a photo may have 100 KB

} // namespace

/// Somebody's sight, until a search has answered.
class WaitingSight final : public JobOf<StoreSight>
{
public:
    WaitingSight(std::shared_ptr<SightQueue> queue, PersonKeys person)
        : m_queue(std::move(queue))
        , m_person(std::move(person))
    {
    }

    const PersonKeys &person() const { return m_person; }
    void tell(const Result<StoreSight> &sight) { finish(sight); }

private:
    void doStart() override { m_queue->add(this); }

    const std::shared_ptr<SightQueue> m_queue;
    const PersonKeys m_person;
};

SightQueue::SightQueue(std::shared_ptr<LdapService> service, PhotoAttribute attribute)
    : m_service(std::move(service))
    , m_attribute(std::move(attribute))
{
}

JobPtr<StoreSight> SightQueue::see(const PersonKeys &person)
{
    return JobPtr<StoreSight>(new WaitingSight(shared_from_this(), person));
}

void SightQueue::add(WaitingSight *sight)
{
    m_waiting.append(sight);
    if (std::exchange(m_willGoOn, true))
        return;
    QMetaObject::invokeMethod(this, &SightQueue::goOn, Qt::QueuedConnection); // others may be about to come
}

void SightQueue::goOn()
{
    m_willGoOn = false;
    m_waiting.removeIf([](const QPointer<WaitingSight> &sight) { return !sight || sight->isFinished(); });
    while (!m_waiting.isEmpty() && m_searches.size() < searchesAtOnce) {
        const auto free = static_cast<qsizetype>(searchesAtOnce - m_searches.size());
        const qsizetype share = std::min(mostASearch, (m_waiting.size() + free - 1) / free);
        const auto next = m_waiting.mid(0, share);
        m_waiting.remove(0, share);
        begin(next);
    }
}

void SightQueue::begin(const QList<QPointer<WaitingSight>> &sights)
{
    QList<PersonKeys> people;
    for (const QPointer<WaitingSight> &sight : sights)
        people.append(sight->person());
    const int number = m_begun++;
    auto &search = m_searches[number];
    search = m_service->run<Answers>(
        LdapRepeat::Safe, [people, attribute = m_attribute](LdapConnection &connection) {
            return seePhotos(connection, people, attribute);
        });
    search->onFinished(this, [this, number, sights](const Result<Answers> &answers) {
        const Result<Answers> kept = answers; // NOLINT(performance-unnecessary-copy-initialization)
        m_searches.extract(number).mapped().release()->deleteLater(); // it is what called
        goOn();
        tell(sights, kept);
    });
    search->start();
}

void SightQueue::tell(const QList<QPointer<WaitingSight>> &sights, const Result<Answers> &answers)
{
    const auto stays = shared_from_this(); // the last of them may let go of it
    for (qsizetype at = 0; at < sights.size(); ++at) {
        if (const QPointer<WaitingSight> &sight = sights.at(at))
            sight->tell(answers ? answers->at(at) : Result<StoreSight>(answers.error()));
    }
}

} // namespace likeness
