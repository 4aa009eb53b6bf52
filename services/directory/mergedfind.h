// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/mergepeople.h"
#include "services/directory/mergedcookie.h"
#include "services/directory/mergeddirectory.h"

#include <functional>

namespace likeness {

/// One page out of several directories; what MergedDirectory says of pages happens here.
class MergedFind final : public JobOf<PeoplePage>
{
public:
    using Part = MergedDirectory::Part;
    /// What is asked of one directory; the cookie is its own.
    using Ask = std::function<JobPtr<PeoplePage>(Directory &directory, const QByteArray &cookie)>;

    MergedFind(std::vector<Part> parts, std::shared_ptr<Pacing> pacing, Ask ask, MergedPlace place);

private:
    struct Asked
    {
        JobPtr<PeoplePage> job {};
        std::optional<Result<PeoplePage>> answer {};

        bool waits() const { return job && !answer; }
    };

    void doStart() override;
    void doCancel() override;
    void askRound();
    void askPart(std::size_t part);
    void take(std::size_t part, const Result<PeoplePage> &answer);
    bool isComplete() const;
    bool isWorthShowing() const;
    void settle();
    bool settleFirst();
    void settleOther(std::size_t part);
    void meetStrangers();
    void addKnown(const QList<Person> &known);
    void deliver(const QList<Person> &rows);
    void remember(const QList<Person> &rows);
    bool firstGoesOn() const { return !m_place.parts.constFirst().ended; }
    void note(std::size_t part, PeopleNote::Kind kind, const Error &error = {});

    const std::vector<Part> m_parts;
    const std::shared_ptr<Pacing> m_pacing;
    const Ask m_ask;
    MergedPlace m_place;
    std::vector<Asked> m_asked; ///< one for each part, in this round
    int m_round = 0;
    bool m_timing = false; ///< the others have only so long left
    bool m_timeUp = false;
    QList<PeopleAnswer> m_answers;
    QList<PeopleNote> m_notes;
};

} // namespace likeness
