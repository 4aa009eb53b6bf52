// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/common/nodewords.h"

#include <QCoreApplication>

namespace likeness {

namespace {

/// The translation context of this file.
class NodeTexts
{
    Q_DECLARE_TR_FUNCTIONS(likeness::NodeTexts)
};

} // namespace

QString shownTitle(SyncNode node)
{
    switch (node) {
    case SyncNode::PublicUrl:
        //: a workload: a photo that is a picture on the web
        return NodeTexts::tr("Web address");
    case SyncNode::ExchangeFiles:
        //: a workload: copies of photos as files on an Exchange server
        return NodeTexts::tr("Exchange photo files");
    case SyncNode::AddressBook:
        //: a workload: of Lync and Skype for Business
        return NodeTexts::tr("Address book");
    case SyncNode::OfflineAddressBook:
        //: a workload: of Outlook
        return NodeTexts::tr("Offline address book");
    case SyncNode::OutlookWeb:
        //: a workload: Outlook in a browser
        return NodeTexts::tr("Outlook on the web");
    default:
        return titleOf(node);
    }
}

} // namespace likeness
