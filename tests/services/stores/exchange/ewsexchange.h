// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/exchanges.h"

#include <QXmlStreamReader>

namespace likeness::test {

inline HttpReply ewsReplyOf(const QString &name)
{
    return replyFromText(exchange(QStringLiteral("exchange/") + name + QStringLiteral(".reply.txt")));
}

/// A document as lines of what it means: names with their namespaces, attributes, text; however it is
/// indented and whatever its prefixes are.
inline QStringList meaningOf(const QByteArray &document)
{
    QStringList lines;
    QXmlStreamReader reader(document);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            lines.append(QLatin1Char('{') + reader.namespaceUri() + QLatin1Char('}') + reader.name());
            const QXmlStreamAttributes attributes = reader.attributes();
            for (const QXmlStreamAttribute &each : attributes)
                lines.append(QLatin1Char('@') + each.name() + QLatin1Char('=') + each.value());
        } else if (reader.isEndElement()) {
            lines.append(QStringLiteral("end"));
        } else if (reader.isCharacters() && !reader.isWhitespace()) {
            lines.append(reader.text().toString());
        }
    }
    if (reader.hasError() && !document.trimmed().isEmpty())
        lines.append(reader.errorString());
    return lines;
}

} // namespace likeness::test
