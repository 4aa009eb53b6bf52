// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/personcommand.h"
#include "services/ledger/ledgernames.h"

namespace likeness {

/// `likeness-cli history PERSON`: what this account wrote for a person, newest first.
class HistoryCommand final : public PersonCommand
{
    Q_DECLARE_TR_FUNCTIONS(HistoryCommand)
public:
    static CommandSpec spec();
    using PersonCommand::PersonCommand;

private:
    void begin() override;
    bool settlesFirst() const override { return true; }
};

/// An entry for programs.
QJsonObject jsonOf(const LedgerEntry &entry);

/// An entry's action and outcome in words for people.
QString wordsFor(LedgerEntry::Action action);
QString wordsFor(LedgerEntry::Outcome outcome);
/// How a write turned out that was cut short, for the end of a sentence.
QString endWordsFor(LedgerEntry::Outcome outcome);

} // namespace likeness
