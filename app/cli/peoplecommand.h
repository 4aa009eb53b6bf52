// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "app/cli/workplace.h"
#include "models/people/person.h"

#include <QCoreApplication>

namespace likeness {

/// `likeness-cli people QUERY`: the people whose name, key or address begins with the words.
class PeopleCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(PeopleCommand)
public:
    static CommandSpec spec();

    PeopleCommand(const CommandContext &context, QString words, int limit);
    QString subject() const override { return tr("Directory"); }

private:
    void doStart() override;
    void search(const std::shared_ptr<Workplace> &workplace);
    void report(const PeoplePage &page);

    CommandContext m_context;
    const QString m_words;
    const int m_limit;
    std::shared_ptr<Workplace> m_workplace;
};

} // namespace likeness
