// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QUrl>
#include <optional>

namespace likeness {

/// What somebody with other rights or tools is asked to do, because no interface we speak can.
enum class HandoverStep {
    SetUserPhoto, ///< Exchange Management Shell, 2013 and later
    RemoveUserPhoto, ///< the mailbox photo and the directory's; leaves "deleted on purpose" behind
    ClearPhotoRecord, ///< takes "deleted on purpose" away again; Exchange 2016 and later
    SetGraphPhoto, ///< Microsoft Graph PowerShell
    RemoveGraphPhoto,
    ReplaceAttribute, ///< OpenLDAP's ldapmodify, for any directory
    RemoveAttribute,
    PublishPicture, ///< on a web server, by whatever means it has
};

struct Handover
{
    HandoverStep step = HandoverStep::SetUserPhoto;
    QString identity; ///< mail address or UPN; for a directory the DN; of a picture its address
    QString file {}; ///< the photo; a name without a folder means the folder PowerShell is in
    QUrl directory {}; ///< ldap(s)://… without a path
    QString attribute = QStringLiteral("thumbnailPhoto");
    bool exchange2013 = false;
    qsizetype byteLimit = 0; ///< of PublishPicture
};

/// How photos get into one store by way of somebody with the right: as far as the organisation file says it.
struct HandoverWay
{
    enum class Tool { Exchange, Graph, Directory };
    Tool tool = Tool::Directory;
    QUrl directory {};
    QString attribute = QStringLiteral("thumbnailPhoto");

    friend bool operator==(const HandoverWay &, const HandoverWay &) = default;
};

/// The lines to copy, quoted so that no name can be read as anything else; for the directory with the input
/// of ldapmodify, signing in as the person's own set-up does. nullopt where there is no such step (clearing
/// the record in 2013), a name holds control characters, or ldapmodify would not find the file: it needs the
/// whole path. Pure.
std::optional<QString> handoverText(const Handover &handover);

/// As one argument of a PowerShell line: in single quotes, of which PowerShell knows five, each doubled.
QString powerShellQuoted(const QString &text);

} // namespace likeness
