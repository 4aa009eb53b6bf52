// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/net/replyheaders.h"

#include <QLocale>
#include <QStringList>
#include <QTimeZone>
#include <algorithm>

namespace likeness {
namespace {

using namespace Qt::StringLiterals;

constexpr std::chrono::seconds longestRetryAfter {24 * 60 * 60};

std::optional<QDateTime> parsedDate(const QByteArray &text)
{
    const QDateTime date
        = QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    if (!date.isValid())
        return std::nullopt;
    return QDateTime(date.date(), date.time(), QTimeZone::utc()).toUTC();
}

} // namespace

std::optional<QDateTime> dateIn(const HttpReply &reply, const QByteArray &name)
{
    return parsedDate(reply.header(name).value_or(QByteArray()));
}

std::optional<std::chrono::seconds> retryAfterOf(const HttpReply &reply)
{
    const QByteArray value = reply.header("Retry-After").value_or(QByteArray()).trimmed();
    bool isNumber = false;
    qint64 seconds = value.toLongLong(&isNumber);
    if (!isNumber) {
        const auto until = parsedDate(value);
        const auto now = dateIn(reply, "Date");
        if (!until || !now)
            return std::nullopt;
        seconds = now->secsTo(*until);
    }
    return std::clamp(std::chrono::seconds(seconds), std::chrono::seconds(0), longestRetryAfter);
}

bool isCutShort(const QByteArray &verb, const HttpReply &reply)
{
    if (verb == "HEAD" || reply.status == 204 || reply.status == 304 || reply.header("Content-Encoding"))
        return false;
    bool isNumber = false;
    const qint64 promised = reply.header("Content-Length").value_or(QByteArray()).toLongLong(&isNumber);
    return isNumber && reply.body.size() < promised;
}

QString traceOf(const HttpReply &reply, const QList<QByteArray> &names)
{
    QStringList found;
    for (const QByteArray &name : names) {
        if (const std::optional<QByteArray> value = reply.header(name); value && !value->isEmpty())
            found.append(QString::fromLatin1(name) + u' ' + QString::fromLatin1(value->left(200)));
    }
    return found.join(u", "_s);
}

QString serverTraceOf(const HttpReply &reply)
{
    return traceOf(reply,
        {"request-id", "client-request-id", "X-FEServer", "X-CalculatedBETarget", "SPRequestGuid", "Date"});
}

} // namespace likeness
