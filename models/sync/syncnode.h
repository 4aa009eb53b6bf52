// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <optional>

namespace likeness {

/// A workload as the flows know it: anything that shows photos. One product may be several, for Exchange
/// Server and Exchange Online go by other rules. In the order of the board, column by column.
enum class SyncNode {
    // stores
    Exchange, ///< a mailbox of Exchange Server 2013 or later
    ActiveDirectory,
    Microsoft365, ///< the profile photo of Entra ID
    ExchangeOnline,
    PublicUrl, ///< a picture on the web, named in Lync
    // caches: copies taken from a store, by rules of their own
    ExchangeFiles, ///< photo files on an Exchange server
    SharePoint2010,
    SharePoint, ///< Server 2013 and later
    SharePointOnline, ///< and OneDrive
    AddressBook, ///< the Address Book Web Query of Lync and Skype for Business
    OfflineAddressBook,
    // viewers
    Outlook,
    OutlookWeb,
    Lync2010,
    SkypeForBusiness,
    Teams,
    Delve,
    VivaEngage,
};

enum class SyncColumn { Stores, Caches, Viewers };

inline constexpr int syncNodeCount = 18;

QList<SyncNode> allSyncNodes();
SyncColumn columnOf(SyncNode node);
/// Has no interface to look at, or one that few organisations let be asked (SyncSettings::asked): what it
/// shows follows from rules and is marked as derived.
bool isDerived(SyncNode node);
/// As flows.json, the ledger and `status --json` spell it: "ad", "exop", "sp13".
QLatin1String idOf(SyncNode node);
std::optional<SyncNode> syncNodeOf(const QString &id);
/// A product's name, in English where there is no product (ui/common/nodewords.h has that in all languages):
/// "Active Directory", "Skype for Business".
QString titleOf(SyncNode node);

} // namespace likeness
