// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/stores/photostore.h"

#include <QPointer>
#include <QStringList>
#include <functional>
#include <map>
#include <set>

namespace likeness {

/// A store in memory for any number of people that keeps the contract, and goes wrong for those a test names.
class PeopleStore final : public PhotoStore
{
public:
    PeopleStore(StoreId id, StoreTraits traits)
        : m_id(std::move(id))
        , m_traits(std::move(traits))
    {
    }

    std::map<QString, EncodedPhoto> held; ///< by key; tests play "somebody else" by changing it
    std::set<QString> forbidden;
    std::map<QString, QList<Error>>
        writeFaults; ///< the next writes for that person fail like this, and do nothing
    std::map<QString, QList<Error>> readFaults;
    std::set<QString> loseAnswer; ///< the next write is done, and its answer is lost
    std::function<void(const QString &key)> asked; ///< before a read is answered
    std::function<void(const QString &key)> written; ///< what the write brings about elsewhere
    QStringList journal; ///< "write amy", "remove amy"

    StoreId id() const override { return m_id; }
    const StoreTraits &traits() const override { return m_traits; }
    JobPtr<std::optional<StoredPhoto>> read(const PersonKeys &person) override;
    JobPtr<Done> write(
        const PersonKeys &person, const EncodedPhoto &photo, const ExpectedPhoto &expected) override;
    JobPtr<Done> remove(const PersonKeys &person, const ExpectedPhoto &expected) override;
    JobPtr<WriteRight> mayWrite(const PersonKeys &person) override;
    JobPtr<QString> probe() override;

    ExpectedPhoto of(const QString &key) const;

private:
    Result<Done> replace(const QString &key, const ExpectedPhoto &photo, const ExpectedPhoto &expected);

    StoreId m_id;
    StoreTraits m_traits;
};

} // namespace likeness
