// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/exchange/soapreply.h"

#include "services/stores/exchange/ewserrors.h"

#include <QStringList>
#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

/// Exchange leaves its name for an error behind any prefix.
QString localPart(const QString &qualified)
{
    return qualified.mid(qualified.lastIndexOf(u':') + 1).trimmed();
}

/// <Value Name="BackOffMilliseconds">…</Value> and its like, anywhere below.
void readTroubleValues(const XmlNode &node, EwsTrouble &trouble)
{
    for (const XmlNode &each : node.children) {
        const QString name = each.name == u"Value" ? each.attribute(u"Name") : QString();
        if (name == u"BackOffMilliseconds") {
            const qint64 wait = std::clamp<qint64>(each.text.toLongLong(), 0, 86'400'000);
            trouble.retryAfter = std::chrono::ceil<std::chrono::seconds>(std::chrono::milliseconds(wait));
        } else if (name == u"InnerErrorResponseCode" && errcOfEwsCode(each.text)) {
            trouble.code = each.text; // says more than the ErrorInternalServerError around it
        } else if (name == u"InnerErrorMessageText" && trouble.text.isEmpty()) {
            trouble.text = each.text;
        }
        readTroubleValues(each, trouble);
    }
}

/// Of SOAP 1.1 (faultcode, faultstring, detail) and 1.2 (Code, Reason, Detail).
Error faultError(const XmlNode &fault, const HttpReply &reply)
{
    EwsTrouble trouble;
    trouble.code = fault.foundText(u"ResponseCode");
    trouble.text = fault.childText(u"faultstring");
    if (trouble.code.isEmpty())
        trouble.code = localPart(fault.childText(u"faultcode"));
    if (const XmlNode *code = fault.child(u"Code"); code && trouble.code.isEmpty()) {
        const XmlNode *sub = code->child(u"Subcode");
        trouble.code = localPart((sub ? sub : code)->childText(u"Value"));
    }
    if (trouble.text.isEmpty())
        trouble.text = fault.child(u"Reason") ? fault.child(u"Reason")->childText(u"Text") : QString();
    if (trouble.text.isEmpty())
        trouble.text = fault.foundText(u"Message");
    readTroubleValues(fault, trouble);
    return errorOf(trouble, reply);
}

std::optional<EwsVersion> versionOf(const XmlNode &header)
{
    const XmlNode *info = header.child(u"ServerVersionInfo");
    if (!info)
        return std::nullopt;
    // Exchange.asmx has attributes, autodiscover.svc has elements
    const auto number = [info](QStringView name) {
        const QString attribute = info->attribute(name);
        return (attribute.isEmpty() ? info->childText(name) : attribute).toInt();
    };
    const EwsVersion version {number(u"MajorVersion"), number(u"MinorVersion"), number(u"MajorBuildNumber"),
        number(u"MinorBuildNumber")};
    return version.major > 0 ? std::optional(version) : std::nullopt;
}

} // namespace

std::optional<EwsVersion> EwsVersion::of(const QString &text)
{
    const QStringList parts = text.split(u'.');
    const auto number = [&parts](qsizetype at) { return parts.value(at).toInt(); };
    const EwsVersion version {number(0), number(1), number(2), number(3)};
    return version.major > 0 ? std::optional(version) : std::nullopt;
}

QString EwsVersion::name() const
{
    QString year;
    if (major == 14)
        year = u" 2010"_s;
    else if (major == 15)
        year = QStringList {u" 2013"_s, u" 2016"_s, u" 2019 or Subscription Edition"_s}.value(minor);
    return QStringLiteral("Exchange%1 (%2.%3.%4.%5)")
        .arg(year)
        .arg(major)
        .arg(minor)
        .arg(build)
        .arg(revision);
}

bool isSoapEnvelope(const HttpReply &reply)
{
    const Result<XmlNode> root = xmlTreeOf(reply.body);
    return root && root->name == u"Envelope" && root->child(u"Body");
}

Result<SoapAnswer> soapAnswer(const HttpReply &reply)
{
    if (!reply.isSuccess() && reply.status != 500)
        return ewsStatusError(reply);
    const Result<XmlNode> root = xmlTreeOf(reply.body);
    if (!root)
        return reply.isSuccess() ? ewsBadReply(root.error().detail, reply) : ewsStatusError(reply);
    const XmlNode *body = root->name == u"Envelope" ? root->child(u"Body") : nullptr;
    if (!body || body->children.isEmpty())
        return reply.isSuccess() ? ewsBadReply(u"The answer is no SOAP envelope"_s, reply)
                                 : ewsStatusError(reply);
    const XmlNode &content = body->children.front();
    if (content.name == u"Fault") // some servers answer 200 with it
        return faultError(content, reply);
    if (!reply.isSuccess())
        return ewsStatusError(reply);
    const XmlNode *header = root->child(u"Header");
    return SoapAnswer {content, header ? versionOf(*header) : std::nullopt};
}

const XmlNode &ewsMessage(const XmlNode &content)
{
    const XmlNode *wrapped = content.child(u"ResponseMessages");
    return wrapped && !wrapped->children.isEmpty() ? wrapped->children.front() : content;
}

Result<Done> ewsVerdict(const XmlNode &message, const HttpReply &reply)
{
    const QString judgement = message.attribute(u"ResponseClass");
    const QString code = message.childText(u"ResponseCode");
    if (judgement == u"Success" || judgement == u"Warning" || (judgement.isEmpty() && code == u"NoError"))
        return Done {};
    if (judgement != u"Error" && code.isEmpty())
        return ewsBadReply(u"The answer does not say whether it worked"_s, reply);
    EwsTrouble trouble {code, message.childText(u"MessageText"), {}};
    readTroubleValues(message, trouble);
    return errorOf(trouble, reply);
}

} // namespace likeness
