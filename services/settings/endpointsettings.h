// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/photo/photosize.h"

#include <QJsonObject>
#include <QString>
#include <QUrl>
#include <optional>

namespace likeness {

/// One endpoint of an organisation file (docs/organisation-file.md has every field). A value; never holds a
/// secret.
struct EndpointSettings
{
    enum class Kind {
        ActiveDirectory,
        Ldap,
        Folder,
        Exchange,
        Microsoft365,
        SharePoint,
        WebAddress,
        SkypeForBusiness, ///< a viewer that can be asked; no store
    };
    enum class Tls { Ldaps, StartTls, Sealed }; ///< sealed = encrypted by Kerberos instead of TLS
    /// The first three for directories, the others for servers reached by https.
    enum class SignIn { Simple, Gssapi, GssSpnego, Basic, Negotiate, Ntlm, OAuth };
    /// Of Exchange and SharePoint; SharePoint Online is the last.
    enum class Version { V2013, V2016, V2019, Subscription, Online };
    /// Where Microsoft 365 and its sign-in are; tokens of one do not count in another.
    enum class Cloud { Global, UsGovernment, UsDefense, China, Custom };

    static constexpr qsizetype directoryBudget = 10'240;
    static constexpr qsizetype directoryLimit = 102'400;
    static constexpr qsizetype folderBudget = 102'400;
    static constexpr qsizetype folderLimit = 4'194'304;
    static constexpr qsizetype webBudget = 102'400;
    static constexpr qsizetype exchangeLimit = 512'000;
    static constexpr qsizetype microsoft365Limit = 4'000'000;
    static constexpr qsizetype sharePointLimit = 5'000'000;
    static constexpr int longestExpirationHours = 10 * 366 * 24; ///< ten years

    Kind kind = Kind::ActiveDirectory;
    QString name; ///< what --store takes and the ledger keeps
    QString title; ///< what people read
    PhotoSize writes = *PhotoSize::of(96);
    qsizetype byteBudget = directoryBudget;
    qsizetype byteLimit = directoryLimit;

    // a directory or a web server
    QUrl url; ///< Exchange: of EWS, empty = Autodiscover; SharePoint: the My Site host; Microsoft 365:
              ///< custom; Skype for Business: where discovery begins
    SignIn signIn = SignIn::Simple;
    QString account;
    QString caFile; ///< as written; OrganisationFile::resolved() makes it absolute

    // a directory
    Tls tls = Tls::Ldaps;
    QString baseDn; ///< empty = what the server names
    QString attribute;

    // Exchange, Microsoft 365
    std::optional<bool> findsPeople {}; ///< "directory"; nullopt = not said, which means yes

    // Exchange, SharePoint
    Version version = Version::V2016;

    QString domain; ///< SharePoint: NetBIOS name of the accounts, "CONTOSO" of CONTOSO\\amy

    // SharePoint: what its administrators have set, for no interface tells
    int photoExpirationHours = 24;
    int photoErrorExpirationHours = 1;
    bool importsPhotos = false; ///< takes them over from Exchange

    // Microsoft 365, and SharePoint Online
    Cloud cloud = Cloud::Global;
    QString tenant; ///< a domain or GUID
    QString clientId; ///< of the app registration
    QUrl loginUrl; ///< custom clouds only

    // pictures on the web
    QString photoAddress; ///< https, with placeholders (models/photo/photoaddress.h)

    // a folder
    QString path;
    QString people; ///< a CSV file

    QJsonObject source {}; ///< as it was read: what we do not know survives

    /// What the password (OAuth: the refresh token) is kept under: it belongs to an account on a server, and
    /// is never sent to another one.
    QString secretKey() const;
    bool isDirectory() const { return kind == Kind::ActiveDirectory || kind == Kind::Ldap; }
    bool isWeb() const { return !isDirectory() && kind != Kind::Folder; }
    bool asksPassword() const;
    /// Photos are kept there, and can be given to it or at least taken from it.
    bool isStore() const { return kind != Kind::SkypeForBusiness; }
    /// Likeness may put photos there.
    bool isWritten() const { return isStore() && kind != Kind::WebAddress; }
    /// What an endpoint of this kind starts from.
    static EndpointSettings ofKind(Kind kind);
    /// `where` is the path that errors begin with, "endpoints[0]".
    static Result<EndpointSettings> fromJson(const QJsonObject &object, const QString &where);
    QJsonObject toJson() const;
};

} // namespace likeness
