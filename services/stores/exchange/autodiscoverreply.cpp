// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/exchange/autodiscoverreply.h"

#include "services/stores/exchange/ewserrors.h"

#include <QHash>
#include <QStringList>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

/// Empty for anything a credential may not go to.
QUrl safeUrl(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const bool safe
        = url.isValid() && url.scheme() == u"https" && !url.host().isEmpty() && url.userInfo().isEmpty();
    return safe ? url : QUrl();
}

QUrl firstSafe(const QStringList &texts)
{
    for (const QString &text : texts) {
        if (const QUrl url = safeUrl(text); !url.isEmpty())
            return url;
    }
    return {};
}

Result<AutodiscoverAnswer> answerOf(const AutodiscoverSettings &settings, const HttpReply &reply)
{
    if (settings.ews.isEmpty())
        return ewsBadReply(u"Autodiscover names no https URL of Exchange Web Services"_s, reply);
    return AutodiscoverAnswer {settings};
}

Errc errcOfDiscoverCode(const QString &code)
{
    if (code == u"InvalidUser" || code == u"InvalidDomain")
        return Errc::NotFound;
    return code == u"ServerBusy" ? Errc::Throttled : Errc::BadReply;
}

/// What an ErrorCode of the SOAP form says; nullopt = there is more to read.
std::optional<Result<AutodiscoverAnswer>> judgedBy(const XmlNode &node, const HttpReply &reply)
{
    const QString code = node.childText(u"ErrorCode");
    const QString target = node.childText(u"RedirectTarget");
    if (code.isEmpty() || code == u"NoError")
        return std::nullopt;
    if (code == u"RedirectAddress" && target.contains(u'@'))
        return AutodiscoverAnswer {.otherAddress = target};
    if (const QUrl url = safeUrl(target); code == u"RedirectUrl" && !url.isEmpty())
        return AutodiscoverAnswer {.elsewhere = url};
    return Error {errcOfDiscoverCode(code), QString(code % u": " % node.childText(u"ErrorMessage").left(300)),
        ewsTrace(reply)};
}

QHash<QString, QString> userSettings(const XmlNode &user)
{
    QHash<QString, QString> values;
    const XmlNode *settings = user.child(u"UserSettings");
    for (const XmlNode &each : settings ? settings->children : QList<XmlNode>())
        values.insert(each.childText(u"Name"), each.childText(u"Value"));
    return values;
}

QUrl photoPage(const QString &controlPanel, const QString &fragment)
{
    return fragment.isEmpty() ? QUrl() : safeUrl(controlPanel + fragment);
}

/// EXPR is the way from outside, EXCH the one from inside; the outside works in more places.
const XmlNode *ewsProtocol(const XmlNode &account)
{
    for (const QStringView wanted : {u"EXPR", u"EXCH"}) {
        for (const XmlNode &each : account.children) {
            const bool offers = each.child(u"EwsUrl") || each.child(u"ASUrl");
            if (each.name == u"Protocol" && each.childText(u"Type") == wanted && offers)
                return &each;
        }
    }
    return nullptr;
}

Error plainXmlError(const XmlNode &error, const HttpReply &reply)
{
    const QString code = error.childText(u"ErrorCode");
    const bool unknown = code == u"500" || code == u"501" || code == u"602";
    return {unknown ? Errc::NotFound : Errc::BadReply,
        QString(code % u": " % error.childText(u"Message").left(300)), ewsTrace(reply)};
}

Result<AutodiscoverAnswer> ofAccount(const XmlNode &response, const XmlNode &account, const HttpReply &reply)
{
    if (account.childText(u"Action") == u"redirectAddr")
        return AutodiscoverAnswer {.otherAddress = account.childText(u"RedirectAddr")};
    if (account.childText(u"Action") == u"redirectUrl") {
        const QUrl url = safeUrl(account.childText(u"RedirectUrl"));
        if (url.isEmpty())
            return ewsBadReply(u"Autodiscover redirects to no https URL"_s, reply);
        return AutodiscoverAnswer {.elsewhere = url};
    }
    AutodiscoverSettings settings;
    const XmlNode *user = response.child(u"User");
    settings.displayName = user ? user->childText(u"DisplayName") : QString();
    if (const XmlNode *protocol = ewsProtocol(account)) {
        settings.ews = firstSafe({protocol->childText(u"EwsUrl"), protocol->childText(u"ASUrl")});
        settings.photoPage = photoPage(protocol->childText(u"EcpUrl"), protocol->childText(u"EcpUrl-photo"));
    }
    return answerOf(settings, reply);
}

} // namespace

Result<AutodiscoverAnswer> userSettingsReply(const HttpReply &reply)
{
    if (const auto url = autodiscoverRedirect(reply))
        return AutodiscoverAnswer {.elsewhere = *url};
    const Result<SoapAnswer> answer = soapAnswer(reply);
    if (!answer)
        return answer.error();
    const XmlNode *response = answer->content.child(u"Response");
    if (!response)
        return ewsBadReply(u"Autodiscover answers nothing"_s, reply);
    if (const auto judged = judgedBy(*response, reply))
        return *judged;
    const XmlNode *user = response->find(u"UserResponse");
    if (!user)
        return ewsBadReply(u"Autodiscover answers for nobody"_s, reply);
    if (const auto judged = judgedBy(*user, reply))
        return *judged;

    const QHash<QString, QString> values = userSettings(*user);
    AutodiscoverSettings settings;
    settings.ews = firstSafe({values[u"ExternalEwsUrl"_s], values[u"InternalEwsUrl"_s]});
    settings.photos = firstSafe({values[u"ExternalPhotosUrl"_s], values[u"InternalPhotosUrl"_s]});
    settings.photoPage = photoPage(values[u"ExternalEcpUrl"_s], values[u"EcpPhotoUrlFragment"_s]);
    settings.displayName = values[u"UserDisplayName"_s];
    settings.version = answer->version ? answer->version : EwsVersion::of(values[u"CasVersion"_s]);
    return answerOf(settings, reply);
}

Result<AutodiscoverAnswer> plainXmlSettingsReply(const HttpReply &reply)
{
    if (const auto url = autodiscoverRedirect(reply))
        return AutodiscoverAnswer {.elsewhere = *url};
    if (!reply.isSuccess())
        return ewsStatusError(reply);
    const Result<XmlNode> root = xmlTreeOf(reply.body);
    if (!root)
        return ewsBadReply(root.error().detail, reply);
    const XmlNode *response = root->name == u"Autodiscover" ? root->child(u"Response") : nullptr;
    if (!response)
        return ewsBadReply(u"The answer is none of Autodiscover"_s, reply);
    if (const XmlNode *error = response->child(u"Error"))
        return plainXmlError(*error, reply);
    const XmlNode *account = response->child(u"Account");
    return account ? ofAccount(*response, *account, reply)
                   : ewsBadReply(u"Autodiscover answers for nobody"_s, reply);
}

std::optional<QUrl> autodiscoverRedirect(const HttpReply &reply)
{
    const bool redirects
        = reply.status == 301 || reply.status == 302 || reply.status == 307 || reply.status == 308;
    const QUrl url
        = redirects ? safeUrl(QString::fromUtf8(reply.header("Location").value_or(QByteArray()))) : QUrl();
    return url.isEmpty() ? std::nullopt : std::optional(url);
}

} // namespace likeness
