// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/servers/xmlelement.h"

#include <QXmlStreamReader>
#include <algorithm>

namespace likeness {

namespace {

constexpr int deepestXml = 40;

/// The reader stands on the element's start; afterwards on its end.
XmlElement readElement(QXmlStreamReader &reader, int depth)
{
    XmlElement element {reader.namespaceUri().toString(), reader.name().toString(), {}, {}, {}};
    for (const QXmlStreamAttribute &attribute : reader.attributes()) {
        if (attribute.namespaceUri().isEmpty())
            element.attributes[attribute.name().toString()] = attribute.value().toString();
    }
    if (depth > deepestXml)
        reader.raiseError(QStringLiteral("nested too deeply"));
    while (!reader.atEnd()) {
        const QXmlStreamReader::TokenType token = reader.readNext();
        if (token == QXmlStreamReader::EndElement)
            break;
        if (token == QXmlStreamReader::StartElement)
            element.children += readElement(reader, depth + 1);
        else if (token == QXmlStreamReader::Characters)
            element.text += reader.text();
    }
    return element;
}

} // namespace

const XmlElement *XmlElement::child(const QString &childName) const
{
    const auto found = std::find_if(children.cbegin(), children.cend(),
        [&childName](const XmlElement &each) { return each.name == childName; });
    return found == children.cend() ? nullptr : &*found;
}

QString XmlElement::textOf(const QString &childName) const
{
    const XmlElement *found = child(childName);
    return found ? found->text.trimmed() : QString();
}

std::optional<XmlElement> xmlElement(const QByteArray &document)
{
    QXmlStreamReader reader(document);
    std::optional<XmlElement> root;
    while (!reader.atEnd()) {
        const QXmlStreamReader::TokenType token = reader.readNext();
        if (token == QXmlStreamReader::DTD)
            return std::nullopt;
        if (token == QXmlStreamReader::StartElement)
            root = readElement(reader, 1);
    }
    return reader.hasError() ? std::nullopt : root;
}

} // namespace likeness
