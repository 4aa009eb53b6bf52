// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/sandbox/servers/ewsanswers.h"
#include "services/sandbox/servers/xmlelement.h"

namespace likeness {

/// A SOAP request to Exchange that has passed what every request has to pass.
struct EwsRequest
{
    QLatin1StringView soap = soap11; ///< the version it came in, and is answered in
    SandboxAccount asker;
    int schema = 0; ///< RequestServerVersion as year: 2007 … 2017, 0 = none given
    QString actsAs {}; ///< ExchangeImpersonation
    QByteArray ifNoneMatch {};
    XmlElement operation {};
};

/// An element an operation may hold, in the order of the schema.
struct EwsPart
{
    QString name;
    bool needed = true;
};

/// What a fault says about a request that does not keep the schema: the parts in order, nothing else, text
/// where it may not be empty. nullopt = it does.
std::optional<EwsOutcome> schemaFault(const XmlElement &operation, const QList<EwsPart> &parts);

/// Takes the envelope apart; the other side is the fault or status Exchange answers.
struct EwsParsed
{
    EwsRequest request;
    std::optional<SandboxReply> refusal {};
};
EwsParsed parsedEwsRequest(
    const SandboxWorld &world, const SandboxAccount &asker, const SandboxRequest &request);

} // namespace likeness
