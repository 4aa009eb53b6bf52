// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/directory/directory.h"

#include <QMap>
#include <optional>

namespace likeness {

/// A directory that knows groups and nothing else.
class GroupDirectory final : public Directory
{
public:
    QMap<QString, QStringList> members; ///< keys, by group
    std::optional<Error> fault;
    int asked = 0;

    JobPtr<PeoplePage> find(const QString &, int, const QByteArray &) override
    {
        return readyJob<PeoplePage>(PeoplePage {});
    }
    JobPtr<Person> person(const QString &key) override
    {
        return readyJob<Person>(Person {{key, {}, {}, {}, {}}, key, {}, {}, {}, {}});
    }
    JobPtr<QStringList> memberships(const PersonKeys &person, const QStringList &groups) override
    {
        ++asked;
        if (fault)
            return readyJob<QStringList>(*fault);
        QStringList found;
        for (const QString &group : groups) {
            if (members.value(group).contains(person.key))
                found.append(group);
        }
        return readyJob<QStringList>(found);
    }
};

} // namespace likeness
