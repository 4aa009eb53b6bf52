// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/stores/photostore.h"

#include <QStringList>
#include <functional>
#include <map>

namespace likeness {

/// A store in memory that keeps the contract, holds the photo of one person, and goes wrong where a test says
/// so.
class ScriptedStore final : public QObject, public PhotoStore
{
    Q_OBJECT
public:
    enum class Verb { Read, Write, Remove, MayWrite };

    ScriptedStore(StoreId id, StoreTraits traits);

    /// The next call fails and does nothing.
    void failNext(Verb verb, Errc code);
    /// The same for every call from now on.
    void failAlways(Verb verb, Errc code);
    /// The next call does what it should, and its answer is lost.
    void loseNextAnswer(Verb verb, Errc code);
    /// Calls wait for release().
    void hold(Verb verb);
    void release();

    Signs signs {}; ///< what it tells besides, to see()
    ExpectedPhoto held; ///< tests play "somebody else" by changing it
    WriteRight right = WriteRight::Yes;
    std::function<EncodedPhoto(const EncodedPhoto &)> remake; ///< what the store makes of what it is given
    std::function<void()> beforeWrite; ///< runs between the request and the comparison
    std::function<void()> afterWrite; ///< runs before the answer
    std::optional<ExpectedPhoto> shownToClients; ///< by readBack(), else what read() gives
    int slowReads = 0; ///< so many reads after a write are given the photo before
    QStringList *journal = nullptr; ///< calls are noted here: "ad write"

    StoreId id() const override { return m_id; }
    const StoreTraits &traits() const override { return m_traits; }
    JobPtr<std::optional<StoredPhoto>> read(const PersonKeys &person) override;
    JobPtr<Done> write(
        const PersonKeys &person, const EncodedPhoto &photo, const ExpectedPhoto &expected) override;
    JobPtr<Done> remove(const PersonKeys &person, const ExpectedPhoto &expected) override;
    JobPtr<std::optional<StoredPhoto>> readBack(
        const PersonKeys &person, const ReplacedPhoto &change) override;
    JobPtr<WriteRight> mayWrite(const PersonKeys &person) override;
    JobPtr<StoreSight> see(const PersonKeys &person, const StoreSight &known) override;
    JobPtr<QString> probe() override;

signals:
    void released();

private:
    struct Fault
    {
        Errc code;
        bool answerOnly;
        bool stays = false;
    };
    template <class T>
    class Call;
    template <class T>
    JobPtr<T> call(Verb verb, std::function<Result<T>()> act);
    ExpectedPhoto nextShown();
    Result<Done> replace(const ExpectedPhoto &photo, const ExpectedPhoto &expected);
    void note(Verb verb);

    StoreId m_id;
    StoreTraits m_traits;
    std::map<Verb, Fault> m_faults;
    std::optional<Verb> m_heldVerb;
    ExpectedPhoto m_former;
    int m_readsOfFormer = 0;
};

} // namespace likeness
