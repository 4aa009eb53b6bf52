// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/session/policy/policyjudge.h"
#include "services/stores/photostore.h"

namespace likeness {

/// A store under the organisation's policy: reads go through, changes are made only where the judge permits
/// them, whoever asks (docs/decisions/008-managed-policy.md). It is given the largest rendition that is
/// allowed there. The composition root puts it around every store that a rule concerns.
class PolicedStore final : public PhotoStore
{
public:
    PolicedStore(std::unique_ptr<PhotoStore> store, std::shared_ptr<PolicyJudge> judge);

    StoreId id() const override { return m_store->id(); }
    const StoreTraits &traits() const override { return m_traits; }
    JobPtr<std::optional<StoredPhoto>> read(const PersonKeys &person) override;
    JobPtr<Done> write(
        const PersonKeys &person, const EncodedPhoto &photo, const ExpectedPhoto &expected) override;
    JobPtr<Done> remove(const PersonKeys &person, const ExpectedPhoto &expected) override;
    JobPtr<std::optional<StoredPhoto>> readBack(
        const PersonKeys &person, const ReplacedPhoto &change) override;
    JobPtr<Done> permits(const PersonKeys &person, std::optional<QSize> pixels) override;
    JobPtr<WriteRight> mayWrite(const PersonKeys &person) override;
    JobPtr<StoreSight> see(const PersonKeys &person, const StoreSight &known) override;
    QString handoverPlace(const PersonKeys &person) const override { return m_store->handoverPlace(person); }
    JobPtr<QString> probe() override;

private:
    class Right;

    const std::unique_ptr<PhotoStore> m_store;
    const std::shared_ptr<PolicyJudge> m_judge;
    const StoreTraits m_traits;
};

} // namespace likeness
