// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "services/net/http.h"

#include <QStringList>

namespace likeness {

// Web tickets of Skype for Business, as values (docs/protocols/skype-for-business.md claims 3 to 6); pure.

/// How somebody proves who asks for a ticket.
enum class TicketGrant {
    Windows, ///< the request itself is signed in, by Kerberos or NTLM
    Password, ///< name and password stand in the form
};

/// Who gives tickets out, as the refusal of a request without one says.
struct TicketIssuer
{
    QUrl address;
    QStringList grants; ///< as named there: "password", "urn:microsoft.rtc:windows"

    bool gives(TicketGrant grant) const;
};
/// nullopt = the refusal names nobody.
std::optional<TicketIssuer> ticketIssuerIn(const HttpReply &refusal);

HttpRequest ticketRequest(const QUrl &issuer);
HttpRequest ticketRequest(const QUrl &issuer, const QString &user, const QByteArray &password);

struct WebTicket
{
    QByteArray token; ///< goes behind "Bearer "
    std::chrono::seconds lifetime {0};
};
/// SignInNeeded where the credentials are refused or a page of a federation server is wanted, Unsupported
/// where this kind of sign-in is switched off, BadReply.
Result<WebTicket> ticketIn(const HttpReply &reply);

/// Whether an address that a server has named may be asked on behalf of somebody who has written `configured`
/// down: the same server, or, behind lyncdiscover or lyncdiscoverinternal, one of that domain; by https only.
bool isOfSameOrganisation(const QUrl &named, const QUrl &configured);

} // namespace likeness
