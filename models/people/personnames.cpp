// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/people/mergepeople.h"

#include <QUuid>
#include <QtEndian>
#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostAddresses = 50;

} // namespace

bool goesBy(const Person &person, const QString &name)
{
    const auto is = [&name](const QString &text) {
        return !text.isEmpty() && text.compare(name, Qt::CaseInsensitive) == 0;
    };
    const PersonKeys &keys = person.keys;
    const qsizetype domain = name.indexOf(u'\\') + 1;
    const bool account = domain > 0 && !person.traces.account.isEmpty()
        && person.traces.account.compare(name.mid(domain), Qt::CaseInsensitive) == 0;
    return account || is(keys.key) || is(keys.upn) || is(keys.mail) || is(keys.dn) || is(keys.objectGuid)
        || is(person.traces.account) || is(person.traces.dn)
        || std::any_of(person.traces.addresses.cbegin(), person.traces.addresses.cend(), is);
}

QString guidText(const QByteArray &bytes)
{
    if (bytes.size() != 16)
        return {};
    const auto *data = bytes.constData();
    QUuid uuid;
    uuid.data1 = qFromLittleEndian<quint32>(data);
    uuid.data2 = qFromLittleEndian<quint16>(data + 4);
    uuid.data3 = qFromLittleEndian<quint16>(data + 6);
    std::copy_n(data + 8, 8, uuid.data4);
    return uuid.toString(QUuid::WithoutBraces);
}

QString guidOfImmutableId(const QString &id)
{
    const auto bytes
        = QByteArray::fromBase64Encoding(id.trimmed().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return bytes ? guidText(*bytes) : QString();
}

QStringList mailAddressesIn(const QStringList &proxyAddresses)
{
    QStringList addresses;
    for (const QString &each : proxyAddresses.first(std::min(proxyAddresses.size(), mostAddresses))) {
        if (each.startsWith("smtp:"_L1, Qt::CaseInsensitive) && each.indexOf(u'@') > 5)
            addresses.append(each.mid(5));
    }
    return addresses;
}

} // namespace likeness
