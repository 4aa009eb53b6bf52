// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/policy/policyjudge.h"

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 membershipLasts = 60'000; // milliseconds
constexpr qsizetype mostRemembered = 2000; // people

/// The DN too: two directories may know somebody else by the same key.
QString identityOf(const PersonKeys &person)
{
    return person.key + u'\n' + person.dn;
}

} // namespace

/// One question, which may have to go to the directory.
class PolicyJudge::Case final : public JobOf<Done>
{
public:
    Case(std::shared_ptr<PolicyJudge> judge, StoreId store, PersonKeys person, std::optional<QSize> pixels)
        : m_judge(std::move(judge))
        , m_store(std::move(store))
        , m_person(std::move(person))
        , m_pixels(pixels)
    {
    }

private:
    void doStart() override
    {
        if (const auto refusal = m_judge->refusal(m_store, m_person, m_pixels))
            return finish(*refusal);
        m_rules = m_judge->m_policy.groupRules(m_store);
        if (m_rules.isEmpty())
            return finish(Done {});
        if (const auto known = m_judge->remembered(m_person))
            return weigh(*known);
        if (!m_judge->m_directory)
            return take(Error {Errc::Unsupported, u"the organisation has no directory"_s});
        attempt(m_judge->m_directory->memberships(m_person, m_judge->m_groups), &Case::take);
    }
    void take(const Result<QStringList> &memberships)
    {
        if (!memberships) {
            if (memberships.error().code == Errc::Cancelled)
                return finish(memberships.error());
            return finish(unknownMemberRefusal(m_rules.constFirst(), memberships.error()));
        }
        m_judge->remember(m_person, *memberships);
        weigh(*memberships);
    }
    void weigh(const QStringList &memberships)
    {
        for (const PolicyRule &rule : std::as_const(m_rules)) {
            for (const QString &group : rule.groups) {
                if (memberships.contains(group))
                    return finish(memberRefusal(rule, group));
            }
        }
        finish(Done {});
    }

    const std::shared_ptr<PolicyJudge> m_judge;
    const StoreId m_store;
    const PersonKeys m_person;
    const std::optional<QSize> m_pixels;
    QList<PolicyRule> m_rules;
};

PolicyJudge::PolicyJudge(Policy policy, QString me, Directory *directory)
    : m_policy(std::move(policy))
    , m_me(std::move(me))
    , m_directory(directory)
{
    for (const PolicyRule &rule : m_policy.rules)
        m_groups += rule.groups;
    m_groups.removeDuplicates();
}

JobPtr<Done> PolicyJudge::judge(const std::shared_ptr<PolicyJudge> &judge, const StoreId &store,
    const PersonKeys &person, std::optional<QSize> pixels)
{
    return JobPtr<Done>(new Case(judge, store, person, pixels));
}

std::optional<Error> PolicyJudge::refusal(
    const StoreId &store, const PersonKeys &person, std::optional<QSize> pixels) const
{
    const bool ownPhoto = !m_me.isEmpty() && person.key.compare(m_me, Qt::CaseInsensitive) == 0;
    return refusalOf(m_policy, {store, pixels, ownPhoto});
}

std::optional<QStringList> PolicyJudge::remembered(const PersonKeys &person) const
{
    const auto found = m_known.constFind(identityOf(person));
    if (found == m_known.cend() || found->since.hasExpired(membershipLasts))
        return std::nullopt;
    return found->groups;
}

void PolicyJudge::remember(const PersonKeys &person, const QStringList &groups)
{
    if (m_known.size() >= mostRemembered)
        m_known.clear();
    Known known {groups, {}};
    known.since.start();
    m_known.insert(identityOf(person), known);
}

} // namespace likeness
