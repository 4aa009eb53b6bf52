// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/xmltree.h"

#include <QXmlStreamReader>
#include <vector>

namespace likeness {
namespace {

constexpr qsizetype mostDocumentBytes = 16 * 1024 * 1024;
constexpr std::size_t mostLevels = 64;
constexpr int mostElements = 20'000;

Error badXml(const QString &what)
{
    return {Errc::BadReply, u"The answer is no XML we read: " % what};
}

XmlNode startedNode(const QXmlStreamReader &reader)
{
    XmlNode node;
    node.name = reader.name().toString();
    const QXmlStreamAttributes attributes = reader.attributes();
    for (const QXmlStreamAttribute &attribute : attributes)
        node.attributes.append({attribute.name().toString(), attribute.value().toString()});
    return node;
}

/// Holds the elements that are open, the document itself first.
class XmlTreeBuilder
{
public:
    /// Empty = go on.
    QString take(const QXmlStreamReader &reader)
    {
        switch (reader.tokenType()) {
        case QXmlStreamReader::DTD:
        case QXmlStreamReader::EntityReference:
            return QStringLiteral("it defines or uses entities");
        case QXmlStreamReader::StartElement:
            if (m_open.size() > mostLevels || ++m_elements > mostElements)
                return QStringLiteral("it is nested too deeply or too long");
            m_open.push_back(startedNode(reader));
            break;
        case QXmlStreamReader::Characters:
            m_open.back().text += reader.text();
            break;
        case QXmlStreamReader::EndElement:
            close();
            break;
        default:
            break;
        }
        return {};
    }
    XmlNode takeRoot() { return std::move(m_open.front().children.front()); }

private:
    void close()
    {
        XmlNode node = std::move(m_open.back());
        m_open.pop_back();
        node.text = node.text.trimmed();
        m_open.back().children.append(std::move(node));
    }

    std::vector<XmlNode> m_open {XmlNode {}};
    int m_elements = 0;
};

} // namespace

const XmlNode *XmlNode::child(QStringView wanted) const
{
    for (const XmlNode &each : children) {
        if (each.name == wanted)
            return &each;
    }
    return nullptr;
}

const XmlNode *XmlNode::find(QStringView wanted) const
{
    for (const XmlNode &each : children) {
        if (each.name == wanted)
            return &each;
        if (const XmlNode *below = each.find(wanted))
            return below;
    }
    return nullptr;
}

QString XmlNode::childText(QStringView wanted) const
{
    const XmlNode *node = child(wanted);
    return node ? node->text : QString();
}

QString XmlNode::foundText(QStringView wanted) const
{
    const XmlNode *node = find(wanted);
    return node ? node->text : QString();
}

QString XmlNode::attribute(QStringView wanted) const
{
    for (const auto &[key, value] : attributes) {
        if (key == wanted)
            return value;
    }
    return {};
}

Result<XmlNode> xmlTreeOf(const QByteArray &document)
{
    if (document.size() > mostDocumentBytes)
        return badXml(QStringLiteral("it is too long"));
    QXmlStreamReader reader(document);
    XmlTreeBuilder builder;
    while (!reader.atEnd()) {
        reader.readNext();
        if (const QString objection = builder.take(reader); !objection.isEmpty())
            return badXml(objection);
    }
    if (reader.hasError())
        return badXml(reader.errorString() % u" (line " % QString::number(reader.lineNumber()) % u')');
    return builder.takeRoot();
}

} // namespace likeness
