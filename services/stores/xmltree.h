// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <utility>

namespace likeness {

/// One element of an answer, by its local name: which prefix a server writes is its own affair, and the
/// answers we read never hold two elements that differ in their namespace only.
struct XmlNode
{
    QString name;
    QString text; ///< directly in it, trimmed
    QList<std::pair<QString, QString>> attributes;
    QList<XmlNode> children;

    /// The first child of that name; null = none.
    const XmlNode *child(QStringView wanted) const;
    /// The first of that name below, in the order of the document; null = none.
    const XmlNode *find(QStringView wanted) const;
    /// Their text, empty where they are not there.
    QString childText(QStringView wanted) const;
    QString foundText(QStringView wanted) const;
    QString attribute(QStringView wanted) const;
};

/// Reads a whole document that anybody may have sent: no entities but the five of XML, no document type, at
/// most 64 levels, 20 000 elements and 16 MiB. Errors: BadReply.
Result<XmlNode> xmlTreeOf(const QByteArray &document);

} // namespace likeness
