// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/directory/entrymark.h"

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestMark = 200;

} // namespace

QByteArray markAttribute(const LdapConnection &connection)
{
    return connection.server().isActiveDirectory ? "uSNChanged" : "entryCSN";
}

QString entryMark(LdapConnection &connection, const LdapEntry &entry)
{
    const QByteArray state = entry.first(markAttribute(connection));
    if (state.isEmpty() || state.size() > longestMark)
        return {};
    if (!connection.server().isActiveDirectory)
        return u"csn:"_s + QString::fromUtf8(state);
    const QByteArray database = connection.invocationId();
    if (database.isEmpty())
        return {};
    return u"usn:"_s + QString::fromLatin1(database.toHex()) + u':' + QString::fromUtf8(state);
}

} // namespace likeness
