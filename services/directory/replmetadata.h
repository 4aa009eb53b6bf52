// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <optional>

namespace likeness {

/// When and by which controller one attribute was last written, as Active Directory replicates it.
struct ReplStamp
{
    QDateTime at; ///< UTC
    QString controller; ///< server name, empty = only its invocation id is known
    QByteArray invocationId; ///< 16 bytes as stored, empty = unknown

    friend bool operator==(const ReplStamp &, const ReplStamp &) = default;
};

/// "CN=NTDS Settings,CN=DC1,CN=Servers,…" names DC1; empty when it is not such a name.
QString controllerFromSettingsDn(const QString &dn);

/// Out of one value of msDS-ReplAttributeMetaData (XML, [MS-ADTS] 3.1.1.4.5.16), if it is about this
/// attribute.
std::optional<ReplStamp> stampFromReplXml(const QByteArray &xml, const QByteArray &attribute);

/// Out of replPropertyMetaData ([MS-DRSR] 5.162), for servers that do not compute the XML. Takes any bytes:
/// what does not fit the format gives nullopt.
std::optional<ReplStamp> stampFromReplBlob(const QByteArray &blob, quint32 attributeId);

} // namespace likeness
