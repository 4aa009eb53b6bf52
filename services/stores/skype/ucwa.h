// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/photo/encodedphoto.h"
#include "services/net/http.h"

#include <QStringList>

namespace likeness::ucwa {

// Requests and answers of the Unified Communications Web API of Skype for Business Server 2015 and later
// (docs/protocols/skype-for-business.md); pure. Links in answers are made absolute with the address asked.

/// Where discovery leads next; each may be missing.
struct Discovery
{
    QUrl redirect;
    QUrl user;
    QUrl applications;
};

/// What the server gives to one program of one account.
struct Application
{
    QStringList addresses; ///< the account's own: mail addresses and SIP address, lower case, without "sip:"
    QUrl ownPhoto; ///< empty = the server shows none
    QUrl search; ///< empty = this account may not look for others
};

HttpRequest discoveryRequest(const QUrl &address);
/// BadInput: nothing of the kind answers at that address.
Result<Discovery> discoveryIn(const HttpReply &reply, const QUrl &asked);

/// `endpointId` tells this program from the account's others: the same for as long as it runs.
HttpRequest applicationRequest(const QUrl &applications, const QString &endpointId);
Result<Application> applicationIn(const HttpReply &reply, const QUrl &asked);

HttpRequest searchRequest(const QUrl &search, const QString &address);
/// The photo of whom that address belongs to; NotFound when nobody has it.
Result<QUrl> contactPhotoIn(const HttpReply &reply, const QUrl &asked, const QString &address);

HttpRequest photoRequest(const QUrl &photo, int edge);
/// nullopt = no photo. Forbidden: photos are switched off; Unsupported: the mailbox is of an Exchange that
/// keeps none.
Result<std::optional<EncodedPhoto>> photoIn(const HttpReply &reply);

/// The server has forgotten the application, as it does when nobody has used it for a while.
bool hasForgottenApplication(const HttpReply &reply);

} // namespace likeness::ucwa
