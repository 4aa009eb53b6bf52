// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <optional>

namespace likeness {

/// An element of a request, with everything in it.
struct XmlElement
{
    QString ns;
    QString name;
    QMap<QString, QString> attributes; ///< those in no namespace
    QString text; ///< of the element itself, as it stands
    QList<XmlElement> children;

    /// The first child of that name, nullptr = none.
    const XmlElement *child(const QString &childName) const;
    /// The text of that child, trimmed; empty = none.
    QString textOf(const QString &childName) const;
};

/// nullopt = not well-formed, with a DTD, or nested too deeply.
std::optional<XmlElement> xmlElement(const QByteArray &document);

} // namespace likeness
