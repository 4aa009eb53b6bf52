// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/photo/photosize.h"

#include <QJsonObject>
#include <QString>
#include <QUrl>

namespace likeness {

/// One endpoint of an organisation file (docs/organisation-file.md has every field). A value; never holds a
/// secret.
struct EndpointSettings
{
    enum class Kind { ActiveDirectory, Ldap, Folder };
    enum class Tls { Ldaps, StartTls, Sealed }; ///< sealed = encrypted by Kerberos instead of TLS
    enum class SignIn { Simple, Gssapi, GssSpnego };

    static constexpr qsizetype directoryBudget = 10'240;
    static constexpr qsizetype directoryLimit = 102'400;
    static constexpr qsizetype folderBudget = 102'400;
    static constexpr qsizetype folderLimit = 4'194'304;

    Kind kind = Kind::ActiveDirectory;
    QString name; ///< what --store takes and the ledger keeps
    QString title; ///< what people read
    PhotoSize writes = *PhotoSize::of(96);
    qsizetype byteBudget = directoryBudget;
    qsizetype byteLimit = directoryLimit;

    // a directory
    QUrl url;
    Tls tls = Tls::Ldaps;
    SignIn signIn = SignIn::Simple;
    QString account;
    QString caFile; ///< as written; OrganisationFile::resolved() makes it absolute
    QString baseDn; ///< empty = what the server names
    QString attribute;

    // a folder
    QString path;
    QString people; ///< a CSV file

    QJsonObject source {}; ///< as it was read: what we do not know survives

    /// What the password is kept under: it belongs to an account on a server, and is never sent to another
    /// one.
    QString secretKey() const;
    bool isDirectory() const { return kind != Kind::Folder; }
    /// What an endpoint of this kind starts from.
    static EndpointSettings ofKind(Kind kind);
    /// `where` is the path that errors begin with, "endpoints[0]".
    static Result<EndpointSettings> fromJson(const QJsonObject &object, const QString &where);
    QJsonObject toJson() const;
};

} // namespace likeness
