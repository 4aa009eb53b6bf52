// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/ledgerserver.h"

#include "models/base/jsonfields.h"

#include <QHostAddress>

namespace likeness {

using namespace Qt::StringLiterals;

bool LedgerServer::isLocal() const
{
    return host.startsWith(u'/') || host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

QString LedgerServer::secretKey() const
{
    return u"ledger:%1@%2:%3/%4"_s.arg(user, host).arg(port).arg(database);
}

QString LedgerServer::title() const
{
    return u"%1 on %2"_s.arg(database, host);
}

Result<LedgerServer> LedgerServer::fromJson(const QJsonObject &object)
{
    JsonFields fields(object, u"ledger"_s);
    LedgerServer server;
    server.host = fields.neededText(u"host"_s);
    server.port = static_cast<int>(fields.number(u"port"_s, usualPort, 1, 65535));
    server.database = fields.neededText(u"database"_s);
    server.user = fields.neededText(u"user"_s);
    server.caFile = fields.text(u"caFile"_s);
    for (const auto &[name, value] : {std::pair {u"host"_s, server.host}, {u"caFile"_s, server.caFile}}) {
        if (value.contains(u';')) // divides the options of the connection
            fields.refuse(name, u"must not contain a semicolon"_s);
    }
    if (fields.error())
        return *fields.error();
    return server;
}

QJsonObject LedgerServer::toJson() const
{
    QJsonObject object {{u"host"_s, host}, {u"database"_s, database}, {u"user"_s, user}};
    if (port != usualPort)
        object.insert(u"port"_s, port);
    if (!caFile.isEmpty())
        object.insert(u"caFile"_s, caFile);
    return object;
}

} // namespace likeness
