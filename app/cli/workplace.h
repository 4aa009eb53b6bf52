// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "app/cli/runsecrets.h"
#include "services/ledger/importruns.h"
#include "services/ledger/ledger.h"
#include "services/ledger/scanqueue.h"
#include "services/ledger/sightinghistory.h"
#include "services/ledger/standings.h"
#include "services/session/organisation.h"
#include "services/settings/organisationfile.h"

namespace likeness {

/// The organisation a command works in and what belongs to it.
struct Workplace
{
    std::unique_ptr<RunSecrets> secrets;
    std::unique_ptr<Ledger> ledger;
    SightingHistory *history = nullptr; ///< part of the ledger, as the next
    Standings *standings = nullptr;
    ScanQueue *scanQueue = nullptr;
    ImportRuns *imports = nullptr;
    std::shared_ptr<Organisation> organisation; ///< uses secrets and ledger
};

/// The file named on the command line, else the one the window uses. Errors: BadInput.
Result<OrganisationFile> organisationFile(const GlobalOptions &options);

/// Reads the organisation file, gets the password (keychain, standard input or a question at the terminal),
/// makes the stores and opens the ledger. Errors: BadInput (no organisation is named, or its file cannot be
/// used), Local.
JobPtr<std::shared_ptr<Workplace>> openWorkplace(const CommandContext &context);

} // namespace likeness
