// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/servers/sandboxreplies.h"

#include <QJsonDocument>
#include <QLocale>
#include <QUuid>

namespace likeness {

using namespace Qt::StringLiterals;

SandboxReply jsonReply(const QJsonObject &content, int status, const QByteArray &type)
{
    return {.status = status, .type = type, .body = QJsonDocument(content).toJson(QJsonDocument::Compact)};
}

SandboxReply pictureReply(const QByteArray &picture)
{
    const QByteArray type = pictureTypeOf(picture);
    return {.type = type.isEmpty() ? "image/jpeg" : type, .body = picture};
}

SandboxReply graphErrorReply(int status, const QByteArray &code, const QString &message)
{
    const QString id = QString::fromLatin1(newRequestId());
    const QJsonObject inner {{u"date"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)},
        {u"request-id"_s, id}, {u"client-request-id"_s, id}};
    SandboxReply reply = jsonReply({{u"error"_s,
                                       QJsonObject {{u"code"_s, QString::fromLatin1(code)},
                                           {u"message"_s, message}, {u"innerError"_s, inner}}}},
        status);
    reply.add("request-id", id.toLatin1());
    return reply;
}

SandboxReply graphErrorReply(int status, const QByteArray &code, const char *message)
{
    return graphErrorReply(status, code, QString::fromUtf8(message));
}

QByteArray newRequestId()
{
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

QByteArray httpDate(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
}

QByteArray pictureTypeOf(const QByteArray &bytes)
{
    if (bytes.startsWith("\xff\xd8\xff"))
        return "image/jpeg";
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return "image/png";
    return bytes.startsWith("BM") ? "image/bmp" : QByteArray();
}

std::optional<SandboxAccount> basicAccount(const SandboxWorld &world, const SandboxRequest &request)
{
    const QByteArray header = request.header("Authorization").value_or(QByteArray());
    if (header.left(6).toLower() != "basic ")
        return std::nullopt;
    const QByteArray pair = QByteArray::fromBase64(header.mid(6).trimmed());
    const qsizetype colon = pair.indexOf(':');
    const auto account = world.account(QString::fromUtf8(pair.left(colon)));
    const bool enters = account && colon > 0 && account->password == pair.mid(colon + 1)
        && account->state == SandboxAccount::State::Active;
    return enters ? account : std::nullopt;
}

bool mayChange(const SandboxAccount &account, const Person &person)
{
    return account.writesEverybody || account.upn == person.keys.upn;
}

} // namespace likeness
