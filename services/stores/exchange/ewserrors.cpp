// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/exchange/ewserrors.h"

#include <QDateTime>
#include <QHash>
#include <QLocale>
#include <QStringList>
#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostWords = 600;

/// In seconds, or as a date that counts from the answer's own date: no clock of ours comes into it.
std::optional<std::chrono::seconds> ewsRetryAfter(const HttpReply &reply)
{
    const std::optional<QByteArray> value = reply.header("Retry-After");
    if (!value)
        return std::nullopt;
    bool isNumber = false;
    const qint64 seconds = value->trimmed().toLongLong(&isNumber);
    if (isNumber && seconds >= 0)
        return std::chrono::seconds(std::min<qint64>(seconds, 86'400));
    const auto dateOf = [](const QByteArray &text) {
        QDateTime date = QLocale::c().toDateTime(
            QString::fromLatin1(text.trimmed()), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
        date.setTimeSpec(Qt::UTC);
        return date;
    };
    const QDateTime until = dateOf(*value);
    const QDateTime now = dateOf(reply.header("Date").value_or(QByteArray()));
    if (!until.isValid() || !now.isValid())
        return std::nullopt;
    return std::chrono::seconds(std::clamp<qint64>(now.secsTo(until), 0, 86'400));
}

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
    QStringList parts {u"HTTP "_s + QString::number(reply.status)};
    for (const char *name : {"request-id", "RequestId", "X-CalculatedBETarget", "X-FEServer", "X-BEServer",
             "x-ms-diagnostics", "X-AutoDiscovery-Error"}) {
        if (const auto value = reply.header(name))
            parts.append(
                QString(QLatin1StringView(name) % u' ' % QString::fromLatin1(value->left(mostWords))));
    }
    return parts.join(u", "_s);
}

Error errorOf(const EwsTrouble &trouble, const HttpReply &reply)
{
    QString detail = trouble.code;
    if (!trouble.text.isEmpty())
        detail += (detail.isEmpty() ? u""_s : u": "_s) + trouble.text.left(mostWords);
    return {errcOfEwsCode(trouble.code).value_or(Errc::BadReply), detail, ewsTrace(reply),
        trouble.retryAfter ? trouble.retryAfter : ewsRetryAfter(reply)};
}

Error ewsStatusError(const HttpReply &reply)
{
    QString detail = u"HTTP status "_s + QString::number(reply.status);
    if (reply.status >= 300 && reply.status < 400)
        detail
            += u", to "_s + QString::fromLatin1(reply.header("Location").value_or("nowhere").left(mostWords));
    return {errcOfEwsStatus(reply.status), detail, ewsTrace(reply), ewsRetryAfter(reply)};
}

Error ewsBadReply(const QString &what, const HttpReply &reply)
{
    return {Errc::BadReply, what, ewsTrace(reply)};
}

} // namespace likeness
