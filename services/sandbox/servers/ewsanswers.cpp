// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/servers/ewsanswers.h"

#include "models/photo/photosize.h"

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

struct EwsRelease
{
    QLatin1StringView version;
    QLatin1StringView minor;
    QLatin1StringView build;
};

EwsRelease releaseOf(SandboxSettings::Exchange exchange)
{
    using enum SandboxSettings::Exchange;
    switch (exchange) {
    case Server2013:
        return {"15.0"_L1, "0"_L1, "1497"_L1};
    case Server2016:
        return {"15.1"_L1, "1"_L1, "2507"_L1};
    case Server2019:
        return {"15.2"_L1, "2"_L1, "1544"_L1};
    case ServerSe:
        return {"15.2"_L1, "2"_L1, "2562"_L1};
    }
    return {};
}

SandboxReply soapReply(int status, QLatin1StringView soap, const QString &header, const QString &body)
{
    const QString envelope = u"<?xml version=\"1.0\" encoding=\"utf-8\"?><s:Envelope xmlns:s=\""_s + soap
        + u"\">"_s + header + u"<s:Body>"_s + body + u"</s:Body></s:Envelope>"_s;
    const QByteArray type = soap == soap12 ? "application/soap+xml" : "text/xml";
    return {.status = status,
        .type = type + "; charset=utf-8",
        .body = envelope.toUtf8(),
        .headers = {{"request-id", newRequestId()}}};
}

} // namespace

SandboxReply ewsReply(const SandboxSettings &settings, QLatin1StringView soap, const QString &body)
{
    const EwsRelease release = releaseOf(settings.exchange);
    const QString header = u"<s:Header><h:ServerVersionInfo MajorVersion=\"15\" MinorVersion=\""_s
        + release.minor + u"\" MajorBuildNumber=\""_s + release.build
        + u"\" MinorBuildNumber=\"4\" Version=\"V2017_07_11\" xmlns:h=\""_s + ewsTypes + u"\"/></s:Header>"_s;
    return soapReply(200, soap, header, body);
}

SandboxReply ewsFaultReply(QLatin1StringView soap, const EwsOutcome &outcome, const QString &messageXml)
{
    const QString text = outcome.message.toHtmlEscaped();
    const QString detail = u"<e:ResponseCode xmlns:e=\""_s + ewsErrors + u"\">"_s + outcome.code
        + u"</e:ResponseCode><e:Message xmlns:e=\""_s + ewsErrors + u"\">"_s + text + u"</e:Message>"_s
        + messageXml;
    const QString code = u"a:"_s + outcome.code;
    const QString types = u" xmlns:a=\""_s + ewsTypes + u"\""_s;
    if (soap == soap12)
        return soapReply(500, soap, {},
            u"<s:Fault><s:Code><s:Value>s:Receiver</s:Value><s:Subcode><s:Value"_s + types + u">"_s + code
                + u"</s:Value></s:Subcode></s:Code><s:Reason><s:Text xml:lang=\"en-US\">"_s + text
                + u"</s:Text></s:Reason><s:Detail>"_s + detail + u"</s:Detail></s:Fault>"_s);
    return soapReply(500, soap, {},
        u"<s:Fault><faultcode"_s + types + u">"_s + code + u"</faultcode><faultstring xml:lang=\"en-US\">"_s
            + text + u"</faultstring><detail>"_s + detail + u"</detail></s:Fault>"_s);
}

SandboxReply ewsBusyReply(std::chrono::milliseconds backOff)
{
    return ewsFaultReply(soap11,
        {u"ErrorServerBusy"_s, u"The server cannot service this request right now. Try again later."_s},
        u"<t:MessageXml xmlns:t=\""_s + ewsTypes + u"\"><t:Value Name=\"BackOffMilliseconds\">"_s
            + QString::number(backOff.count()) + u"</t:Value></t:MessageXml>"_s);
}

std::optional<AnsweredPhoto> servedPhoto(const SandboxWorld &world, const QString &key, int edge)
{
    const SandboxPhotos photos = world.shownPhotos(key);
    if (photos.mailbox)
        return AnsweredPhoto {photos.mailbox->inSize(edge), '"' + photos.mailbox->tag + '"'};
    if (photos.mailboxRemoved)
        return std::nullopt;
    const std::optional<QByteArray> directory = world.directoryPhoto(key);
    if (!directory)
        return std::nullopt;
    return AnsweredPhoto {*directory, '"' + photoTag(*directory) + '"'};
}

int edgeOfSizeCode(const QString &code, const SandboxSettings &settings)
{
    for (const int edge : PhotoSize::ladder) {
        const QString number = QString::number(edge);
        if (code == u"HR"_s + number + u'x' + number) // the "x" in lower case only
            return edge;
    }
    const bool banner = code == "HR1024xN"_L1 || code == "HR1920xN"_L1;
    return banner && settings.exchange == SandboxSettings::Exchange::ServerSe ? 1024 : 0;
}

QString exchangeVersion(SandboxSettings::Exchange exchange)
{
    return releaseOf(exchange).version;
}

} // namespace likeness
