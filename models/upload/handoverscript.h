// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/person.h"
#include "models/upload/handover.h"

#include <QByteArray>

namespace likeness {

/// The script for one store of a handover: text that begins with head(), has one part for each person, and
/// stands in a folder beside the photos. Nothing in it can be read as anything but a name or a photo. Pure.
class HandoverScript
{
public:
    /// `store` is the name in the organisation file.
    HandoverScript(HandoverWay way, QString store);

    /// Its own file: "exchange-mail.ps1", "directory-ad.ldif".
    QString fileName() const;
    /// What the reader of the handover is told to do with it.
    QString instruction() const;
    QByteArray head() const;
    /// nullopt where the tool knows the person by none of their names, or a name holds control characters.
    /// `file` is the photo's, without a folder; a directory's script holds the bytes itself.
    std::optional<QByteArray> part(
        const PersonKeys &person, const QString &file, const QByteArray &photo) const;

private:
    HandoverWay m_way;
    QString m_store;
};

/// "0007-amy.alberts-96.jpg": the number first and only letters, digits, dots and dashes, so that no shell
/// takes it for an option or a command.
QString handoverPhotoName(int number, const QString &key, int edge);

} // namespace likeness
