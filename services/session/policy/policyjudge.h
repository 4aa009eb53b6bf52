// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/policy/policy.h"
#include "services/directory/directory.h"

#include <QElapsedTimer>
#include <QHash>
#include <memory>

namespace likeness {

/// Says whether the policy of an organisation lets a change be made, asking the directory about groups where
/// a rule names some. What the directory said of a person is remembered for a minute. Shared by the policed
/// stores of one organisation and by their jobs; logic thread. The directory, which may be null, outlives
/// them.
class PolicyJudge final
{
public:
    /// `me` is the key of the person who sits here; empty = nobody's photo counts as one's own.
    PolicyJudge(Policy policy, QString me, Directory *directory);

    /// `pixels` as in PolicyCase. Errors: ForbiddenByPolicy, PolicyUnusable.
    static JobPtr<Done> judge(const std::shared_ptr<PolicyJudge> &judge, const StoreId &store,
        const PersonKeys &person, std::optional<QSize> pixels);
    const Policy &policy() const { return m_policy; }

private:
    class Case;
    struct Known
    {
        QStringList groups; ///< that the person is a member of
        QElapsedTimer since;
    };

    std::optional<Error> refusal(
        const StoreId &store, const PersonKeys &person, std::optional<QSize> pixels) const;
    std::optional<QStringList> remembered(const PersonKeys &person) const;
    void remember(const PersonKeys &person, const QStringList &groups);

    const Policy m_policy;
    const QString m_me;
    Directory *const m_directory;
    QStringList m_groups; ///< of all rules
    QHash<QString, Known> m_known; ///< by what tells people apart
};

} // namespace likeness
