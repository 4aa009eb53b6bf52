// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/exchange/ewserrors.h"

#include "services/stores/webreplies.h"

#include <QHash>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostWords = 600;

const QHash<QString, Errc> &ewsCodes()
{
    static const QHash<QString, Errc> codes {
        {u"ErrorAccessDenied"_s, Errc::Forbidden},
        {u"ErrorImpersonateUserDenied"_s, Errc::Forbidden},
        {u"ErrorImpersonationDenied"_s, Errc::Forbidden},
        {u"ErrorImpersonationFailed"_s, Errc::Forbidden},
        {u"ErrorUserNotAllowedByPolicy"_s, Errc::Forbidden},
        {u"ErrorNonExistentMailbox"_s, Errc::NotFound},
        {u"ErrorRecipientNotFound"_s, Errc::NotFound},
        {u"ErrorMailRecipientNotFound"_s, Errc::NotFound},
        {u"ErrorInvalidSmtpAddress"_s, Errc::NotFound},
        {u"ErrorNonPrimarySmtpAddress"_s, Errc::NotFound},
        {u"ErrorNameResolutionNoResults"_s, Errc::NotFound},
        {u"ErrorNameResolutionNoMailbox"_s, Errc::NotFound},
        {u"ErrorNameResolutionMultipleResults"_s, Errc::Ambiguous},
        {u"ErrorServerBusy"_s, Errc::Throttled},
        {u"ErrorExceededConnectionCount"_s, Errc::Throttled},
        {u"ErrorTimeoutExpired"_s, Errc::Timeout},
        {u"ErrorADUnavailable"_s, Errc::Offline},
        {u"ErrorConnectionFailed"_s, Errc::Offline},
        {u"ErrorMailboxStoreUnavailable"_s, Errc::Offline},
        {u"ErrorInternalServerTransientError"_s, Errc::Offline},
        {u"ErrorDataSizeLimitExceeded"_s, Errc::TooLarge},
        {u"ErrorQuotaExceeded"_s, Errc::Refused},
        {u"ErrorContentConversionFailed"_s, Errc::Refused},
        {u"ErrorInvalidArgument"_s, Errc::Refused},
        {u"ErrorADOperation"_s, Errc::Refused},
        {u"ErrorInvalidPhotoSize"_s, Errc::Unsupported},
        {u"ErrorIncorrectSchemaVersion"_s, Errc::Unsupported},
        {u"ErrorInvalidOperation"_s, Errc::Unsupported},
        {u"ErrorInvalidRequest"_s, Errc::Unsupported},
        {u"ErrorInvalidSchemaVersionForMailboxVersion"_s, Errc::Unsupported},
        {u"ErrorInvalidServerVersion"_s, Errc::Unsupported},
        {u"ErrorSchemaValidation"_s, Errc::Unsupported},
        {u"ErrorWrongServerVersion"_s, Errc::Unsupported},
        {u"ErrorInternalServerError"_s, Errc::BadReply},
    };
    return codes;
}

Errc errcOfEwsStatus(int status)
{
    switch (status) {
    case 401:
    case 440: // Exchange's own: the sign-in of a form has run out
        return Errc::SignInNeeded;
    case 403:
        return Errc::Forbidden;
    case 404:
    case 405:
    case 410:
        return Errc::BadInput; // nothing there that speaks EWS: the URL is wrong
    case 408:
        return Errc::Timeout;
    case 413:
        return Errc::TooLarge;
    case 429:
    case 503:
        return Errc::Throttled;
    case 502:
    case 504:
        return Errc::Offline;
    default:
        return Errc::BadReply;
    }
}

} // namespace

std::optional<Errc> errcOfEwsCode(const QString &code)
{
    const auto found = ewsCodes().constFind(code);
    return found == ewsCodes().constEnd() ? std::nullopt : std::optional(*found);
}

QString ewsTrace(const HttpReply &reply)
{
    const QString ids = traceOf(reply,
        {"request-id", "RequestId", "X-CalculatedBETarget", "X-FEServer", "X-BEServer", "x-ms-diagnostics",
            "X-AutoDiscovery-Error"});
    const QString status = u"HTTP "_s + QString::number(reply.status);
    return ids.isEmpty() ? status : QString(status % u", " % ids);
}

Error errorOf(const EwsTrouble &trouble, const HttpReply &reply)
{
    QString detail = trouble.code;
    if (!trouble.text.isEmpty())
        detail += (detail.isEmpty() ? u""_s : u": "_s) + trouble.text.left(mostWords);
    return {errcOfEwsCode(trouble.code).value_or(Errc::BadReply), detail, ewsTrace(reply),
        trouble.retryAfter ? trouble.retryAfter : retryAfterOf(reply)};
}

Error ewsStatusError(const HttpReply &reply)
{
    QString detail = u"HTTP status "_s + QString::number(reply.status);
    if (reply.status >= 300 && reply.status < 400)
        detail
            += u", to "_s + QString::fromLatin1(reply.header("Location").value_or("nowhere").left(mostWords));
    return {errcOfEwsStatus(reply.status), detail, ewsTrace(reply), retryAfterOf(reply)};
}

Error ewsBadReply(const QString &what, const HttpReply &reply)
{
    return {Errc::BadReply, what, ewsTrace(reply)};
}

} // namespace likeness
