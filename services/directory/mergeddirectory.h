// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/directory/directory.h"
#include "services/net/pacing.h"

#include <vector>

namespace likeness {

/// The people of several directories as one list (docs/user-guide/people.md). All are asked side by side; who
/// is in several is one row with the keys of the first (models/people/mergepeople.h). The first directory's
/// people come page by page in its order; while it has more, the others only add to them, and whom only they
/// know follows after its last page. Such a person is looked up in the first by UPN and address before, since
/// it may know them by other words, and then has its keys.
///
/// Once the first has answered, the others have `patience` more; who is late comes on the next page. A
/// directory that fails takes nobody else's people away: the page's notes name it. Everybody (no words) is
/// what scans and exports ask for: that is the first directory's people.
class MergedDirectory final : public Directory
{
public:
    static constexpr std::chrono::milliseconds patience {1000};

    struct Part
    {
        QString title; ///< unlike the others'
        std::shared_ptr<Directory> directory;
        bool silentUntilSignedIn = false; ///< nobody is told that nobody has signed in there
    };
    /// Two parts at least, the first one first.
    MergedDirectory(std::vector<Part> parts, std::shared_ptr<Pacing> pacing);

    JobPtr<PeoplePage> find(const QString &words, int limit, const QByteArray &cookie = {}) override;
    JobPtr<SeenPage> everybody(int limit, const QByteArray &cookie, bool photos) override;
    /// The first directory's word counts. Whom it does not know, the others may, by exactly that name;
    /// somebody it knows by another of their names has its keys.
    JobPtr<Person> person(const QString &name) override;
    /// The others are asked where the first knows nobody of that number.
    JobPtr<PeoplePage> employee(const QString &id) override;
    /// Groups are the first directory's; whom it does not know it says nothing about.
    JobPtr<QStringList> memberships(const PersonKeys &person, const QStringList &groups) override;

private:
    using Parts = std::shared_ptr<const std::vector<Part>>;
    class EmployeeJob;
    class PersonJob;

    Parts m_parts; ///< shared with the jobs
    std::shared_ptr<Pacing> m_pacing;
};

} // namespace likeness
