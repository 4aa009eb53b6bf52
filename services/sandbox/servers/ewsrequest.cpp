// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/servers/ewsrequest.h"

#include <QRegularExpression>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

/// The year in a RequestServerVersion, 0 = no value of the schema.
int schemaYear(const QString &version)
{
    static const QRegularExpression known(u"^(?:Exchange(2007|2009|2010|2012|2013|2015|2016)"
                                          "|Exchange(2007)_SP1|Exchange(2010)_SP[12]|Exchange(2013)_SP1"
                                          "|V(2015|2016|2017)_\\d\\d_\\d\\d)$"_s);
    const QRegularExpressionMatch match = known.match(version);
    return match.hasMatch() ? match.captured(match.lastCapturedIndex()).toInt() : 0;
}

int newestSchema(SandboxSettings::Exchange exchange)
{
    return exchange == SandboxSettings::Exchange::Server2013 ? 2013 : 2017;
}

SandboxReply refusedEnvelope(QLatin1StringView soap, const QString &message)
{
    return ewsFaultReply(
        soap, {u"ErrorSchemaValidation"_s, u"The request failed schema validation: "_s + message});
}

/// Version and impersonation of the header; a fault if they are not allowed.
std::optional<SandboxReply> readHeader(EwsRequest &to, const XmlElement &header, const SandboxWorld &world)
{
    if (const XmlElement *version = header.child(u"RequestServerVersion"_s)) {
        const QString value = version->attributes.value(u"Version"_s);
        to.schema = schemaYear(value);
        if (to.schema == 0)
            return refusedEnvelope(
                to.soap, u"The 'Version' attribute is invalid - the value '"_s + value + u"'."_s);
        if (to.schema > newestSchema(world.settings().exchange))
            return ewsFaultReply(
                to.soap, {u"ErrorInvalidServerVersion"_s, u"The specified server version is invalid."_s});
    }
    const XmlElement *impersonation = header.child(u"ExchangeImpersonation"_s);
    if (!impersonation)
        return std::nullopt;
    const XmlElement *sid = impersonation->child(u"ConnectingSID"_s);
    const QString name = sid && !sid->children.isEmpty() ? sid->children.first().text.trimmed() : QString();
    const std::optional<SandboxAccount> account = world.account(name);
    if (!account || !to.asker.writesEverybody)
        return ewsFaultReply(to.soap,
            {account ? u"ErrorImpersonateUserDenied"_s : u"ErrorNonExistentMailbox"_s,
                u"The account does not have permission to impersonate the requested user."_s});
    to.actsAs = account->upn;
    return std::nullopt;
}

EwsParsed refused(const SandboxReply &reply)
{
    return {{}, reply};
}

} // namespace

std::optional<EwsOutcome> schemaFault(const XmlElement &operation, const QList<EwsPart> &parts)
{
    const auto fault = [&operation](const QString &what) {
        return EwsOutcome {u"ErrorSchemaValidation"_s,
            u"The request failed schema validation: The element '%1' %2."_s.arg(operation.name, what)};
    };
    auto part = parts.cbegin();
    for (const XmlElement &each : operation.children) {
        while (part != parts.cend() && part->name != each.name && !part->needed)
            ++part;
        if (part == parts.cend() || part->name != each.name || each.ns != ewsMessages)
            return fault(u"has invalid child element '%1'"_s.arg(each.name));
        if (part->needed && each.children.isEmpty() && each.attributes.isEmpty()
            && each.text.trimmed().isEmpty())
            return fault(u"has an empty child element '%1'"_s.arg(each.name));
        ++part;
    }
    const auto missing = std::find_if(part, parts.cend(), [](const EwsPart &each) { return each.needed; });
    return missing == parts.cend() ? std::nullopt
                                   : std::optional(fault(u"lacks the element '%1'"_s.arg(missing->name)));
}

EwsParsed parsedEwsRequest(
    const SandboxWorld &world, const SandboxAccount &asker, const SandboxRequest &request)
{
    const QByteArray type = request.header("Content-Type").value_or(QByteArray()).toLower();
    if (!type.startsWith("text/xml") && !type.startsWith("application/soap+xml"))
        return refused({.status = 415});
    const std::optional<XmlElement> envelope = xmlElement(request.body);
    if (!envelope || envelope->name != "Envelope"_L1 || (envelope->ns != soap11 && envelope->ns != soap12))
        return refused(refusedEnvelope(soap11, u"The document is not a SOAP envelope."_s));
    EwsRequest parsed {.soap = envelope->ns == soap12 ? soap12 : soap11, .asker = asker};
    parsed.ifNoneMatch = request.header("If-None-Match").value_or(QByteArray());
    if (const XmlElement *header = envelope->child(u"Header"_s)) {
        if (const auto refusal = readHeader(parsed, *header, world))
            return refused(*refusal);
    }
    const XmlElement *body = envelope->child(u"Body"_s);
    if (!body || body->children.size() != 1 || body->children.first().ns != ewsMessages)
        return refused(refusedEnvelope(parsed.soap, u"The element 'Body' has no operation."_s));
    parsed.operation = body->children.first();
    return {parsed, {}};
}

} // namespace likeness
