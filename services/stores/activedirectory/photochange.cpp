// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/activedirectory/photochange.h"

namespace likeness {

std::optional<PhotoAttribute> photoAttribute(const QString &name)
{
    // Numbers: the prefix table of [MS-DRSR] 5.16.4 with the last arc of the attribute's OID
    for (const PhotoAttribute &known : {PhotoAttribute {"thumbnailPhoto", 0x00160023, true},
             PhotoAttribute {"jpegPhoto", 0x0015003c, false}, PhotoAttribute {"photo", 0x00150007, false}}) {
        if (name.compare(QLatin1String(known.name), Qt::CaseInsensitive) == 0)
            return known;
    }
    return std::nullopt;
}

QList<LdapChange> photoSwap(const std::optional<QByteArray> &before, const std::optional<QByteArray> &after)
{
    QList<LdapChange> changes;
    if (before)
        changes.append({LdapChange::Kind::Delete, {*before}});
    if (after)
        changes.append({LdapChange::Kind::Add, {*after}});
    return changes;
}

LdapModification assertedPhotoSwap(const QByteArray &attribute, const QByteArray &changeNumber, bool hasPhoto,
    const std::optional<QByteArray> &after)
{
    LdapModification modification;
    modification.attribute = attribute;
    if (!hasPhoto) {
        modification.assertion = "(!(" + attribute + "=*))";
        modification.changes = {{LdapChange::Kind::Add, {after.value_or(QByteArray())}}};
        return modification;
    }
    modification.assertion = "(entryCSN=" + ldapEscaped(changeNumber) + ')';
    if (after)
        modification.changes = {{LdapChange::Kind::Replace, {*after}}};
    else
        modification.changes = {{LdapChange::Kind::Delete, {}}};
    return modification;
}

} // namespace likeness
