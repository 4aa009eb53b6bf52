// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/syncnode.h"

#include <array>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

struct NodeRow
{
    SyncNode node;
    SyncColumn column;
    bool derived;
    QLatin1String id;
    QLatin1String title;
};

constexpr std::array<NodeRow, syncNodeCount> nodeRows {{
    {SyncNode::Exchange, SyncColumn::Stores, false, "exop"_L1, "Exchange"_L1},
    {SyncNode::ActiveDirectory, SyncColumn::Stores, false, "ad"_L1, "Active Directory"_L1},
    {SyncNode::Microsoft365, SyncColumn::Stores, false, "m365"_L1, "Microsoft 365"_L1},
    {SyncNode::ExchangeOnline, SyncColumn::Stores, false, "exo"_L1, "Exchange Online"_L1},
    {SyncNode::PublicUrl, SyncColumn::Stores, false, "url"_L1, "Web address"_L1},
    {SyncNode::ExchangeFiles, SyncColumn::Caches, true, "exop_cache"_L1, "Exchange photo files"_L1},
    {SyncNode::SharePoint2010, SyncColumn::Caches, false, "sp10"_L1, "SharePoint 2010"_L1},
    {SyncNode::SharePoint, SyncColumn::Caches, false, "sp13"_L1, "SharePoint"_L1},
    {SyncNode::SharePointOnline, SyncColumn::Caches, false, "spo"_L1, "SharePoint Online"_L1},
    {SyncNode::AddressBook, SyncColumn::Caches, true, "abs"_L1, "Address book"_L1},
    {SyncNode::OfflineAddressBook, SyncColumn::Caches, true, "oab"_L1, "Offline address book"_L1},
    {SyncNode::Outlook, SyncColumn::Viewers, true, "outlook"_L1, "Outlook"_L1},
    {SyncNode::OutlookWeb, SyncColumn::Viewers, true, "owa"_L1, "Outlook on the web"_L1},
    {SyncNode::Lync2010, SyncColumn::Viewers, true, "lync10"_L1, "Lync 2010"_L1},
    {SyncNode::SkypeForBusiness, SyncColumn::Viewers, true, "sfb"_L1, "Skype for Business"_L1},
    {SyncNode::Teams, SyncColumn::Viewers, true, "teams"_L1, "Teams"_L1},
    {SyncNode::Delve, SyncColumn::Viewers, true, "delve"_L1, "Delve"_L1},
    {SyncNode::VivaEngage, SyncColumn::Viewers, true, "yammer"_L1, "Viva Engage"_L1},
}};

const NodeRow &rowOf(SyncNode node)
{
    return nodeRows[static_cast<size_t>(node)]; // the order of the enum, which the test checks
}

} // namespace

QList<SyncNode> allSyncNodes()
{
    QList<SyncNode> nodes;
    for (const NodeRow &row : nodeRows)
        nodes.append(row.node);
    return nodes;
}

SyncColumn columnOf(SyncNode node)
{
    return rowOf(node).column;
}

bool isDerived(SyncNode node)
{
    return rowOf(node).derived;
}

QLatin1String idOf(SyncNode node)
{
    return rowOf(node).id;
}

std::optional<SyncNode> syncNodeOf(const QString &id)
{
    for (const NodeRow &row : nodeRows) {
        if (id == row.id)
            return row.node;
    }
    return std::nullopt;
}

QString titleOf(SyncNode node)
{
    return rowOf(node).title;
}

} // namespace likeness
