// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/ledgernames.h"

namespace likeness {

using namespace Qt::StringLiterals;

QLatin1String nameOf(LedgerEntry::Action action)
{
    switch (action) {
    case LedgerEntry::Action::Upload:
        return "upload"_L1;
    case LedgerEntry::Action::Restore:
        return "restore"_L1;
    case LedgerEntry::Action::Remove:
        return "remove"_L1;
    case LedgerEntry::Action::Keep:
        return "keep"_L1;
    }
    Q_UNREACHABLE();
}

QLatin1String nameOf(LedgerEntry::Outcome outcome)
{
    switch (outcome) {
    case LedgerEntry::Outcome::Started:
        return "started"_L1;
    case LedgerEntry::Outcome::Written:
        return "written"_L1;
    case LedgerEntry::Outcome::Verified:
        return "verified"_L1;
    case LedgerEntry::Outcome::Failed:
        return "failed"_L1;
    case LedgerEntry::Outcome::Conflict:
        return "conflict"_L1;
    case LedgerEntry::Outcome::Cancelled:
        return "cancelled"_L1;
    }
    Q_UNREACHABLE();
}

QLatin1String nameOf(Workload workload)
{
    switch (workload) {
    case Workload::ActiveDirectory:
        return "activeDirectory"_L1;
    case Workload::Ldap:
        return "ldap"_L1;
    case Workload::Exchange:
        return "exchange"_L1;
    case Workload::Microsoft365:
        return "microsoft365"_L1;
    case Workload::SharePoint:
        return "sharePoint"_L1;
    case Workload::Folder:
        return "folder"_L1;
    case Workload::WebAddress:
        return "webAddress"_L1;
    }
    Q_UNREACHABLE();
}

std::optional<LedgerEntry::Outcome> outcomeNamed(const QString &name)
{
    for (int at = 0; at <= static_cast<int>(LedgerEntry::Outcome::Cancelled); ++at) {
        const auto outcome = static_cast<LedgerEntry::Outcome>(at);
        if (name == nameOf(outcome))
            return outcome;
    }
    return std::nullopt;
}

} // namespace likeness
