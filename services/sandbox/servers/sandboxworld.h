// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/person.h"
#include "services/sandbox/servers/sandboxclock.h"
#include "services/sandbox/servers/sandboxphotos.h"

#include <functional>
#include <mutex>

namespace likeness {

/// Somebody who can sign in.
struct SandboxAccount
{
    enum class State {
        Active,
        Locked,
        Disabled,
        PasswordExpired,
        SecondFactorNeeded,
        ConsentMissing,
        BlockedByPolicy, ///< conditional access lets nobody in from here
    };
    QString upn;
    QByteArray password;
    bool writesEverybody = false; ///< may change other people's photos, and sees the settings of the tenant
    State state = State::Active;
};

/// What an administrator has set, and which release the servers are.
struct SandboxSettings
{
    enum class Exchange { Server2013, Server2016, Server2019, ServerSe };
    enum class SharePoint { Server2013, Server2019, Online };
    Exchange exchange = Exchange::Server2019;
    bool ewsEnabled = true;
    int autodiscoverRedirects = 0; ///< how often Autodiscover sends the client on before it answers
    bool sharePointImports = true; ///< UserPhotoImportEnabled
    std::chrono::hours sharePointExpiration {6}; ///< UserPhotoExpiration
    /// Which release the My Site host is; online it stands in the cloud and takes its photos from there.
    SharePoint sharePoint = SharePoint::Server2019;
    bool placeholderByRedirect = false; ///< userphoto.aspx sends on to the placeholder instead of showing it
    QMap<char, int> sharePointEdges {{'S', 48}, {'M', 72}, {'L', 300}};
    std::chrono::seconds photoDelay {0}; ///< so long readers of Exchange and Graph get the photo before
    std::chrono::seconds tokenLifetime {3599}; ///< of access tokens
    std::chrono::seconds deviceLifetime {900};
    std::chrono::seconds deviceInterval {5};
    std::chrono::seconds serversAhead {
        0}; ///< by so much the servers' clocks are wrong: Date of their answers
    QByteArray photoSource {}; ///< photoUpdateSettings: "cloud", "onPremises", empty = both
};

/// Everything the sandbox organisation knows: who is there, who may sign in, who has which photo where, and
/// how late it is. Holds no Qt object and may be used from any thread: each call is atomic. It outlives the
/// servers that show it.
class SandboxWorld final
{
public:
    /// Called, on a server's thread, after Exchange has rewritten somebody's directory photo.
    using TellDirectory = std::function<void(const QString &key, const QByteArray &jpeg)>;
    /// The same for what the directory holds of somebody.
    using AskDirectory = std::function<std::optional<QByteArray>(const QString &key)>;

    /// The dozen and as many others, without any photo, an account for each, and the helpdesk's.
    explicit SandboxWorld(TellDirectory tellDirectory = {}, AskDirectory askDirectory = {}, int others = 0);

    SandboxClock &clock() { return m_clock; }
    const SandboxClock &clock() const { return m_clock; }
    SandboxSettings settings() const;
    void setSettings(const SandboxSettings &settings);

    /// The dozen, the others and the helpdesk; they never change.
    const QList<Person> &people() const { return m_people; }
    /// By key, mail address, UPN, object id or DOMAIN\key; without case.
    std::optional<Person> person(const QString &name) const;

    QList<SandboxAccount> accounts() const;
    /// The one that may write everybody's photo.
    SandboxAccount helpdesk() const;
    std::optional<SandboxAccount> account(const QString &name) const;
    /// Replaces the account of that UPN.
    void setAccount(const SandboxAccount &account);

    /// By a person's key; somebody unknown has nothing.
    SandboxPhotos photos(const QString &key) const;
    /// What readers are given: for a while after a change the photos before it (SandboxSettings::photoDelay).
    SandboxPhotos shownPhotos(const QString &key) const;
    /// Changes what is kept of that person, all at once; `change` must not call back here.
    void changePhotos(const QString &key, const std::function<void(SandboxPhotos &)> &change);

    /// Exchange's way to save: all sizes are made, the tombstone goes, the directory photo is rewritten.
    /// False = not a picture, nothing changed.
    bool saveInExchange(const QString &key, const QByteArray &picture);
    /// Exchange's way to remove: mailbox and directory photo go, and it stays known that this was wanted.
    void removeInExchange(const QString &key);
    /// Remove-UserPhoto -ClearMailboxPhotoRecord: it is forgotten that the photo was removed; the directory's
    /// goes with it.
    void clearRecordInExchange(const QString &key);
    /// thumbnailPhoto: from the directory where there is one, else as the servers were told.
    std::optional<QByteArray> directoryPhoto(const QString &key) const;

    /// What the directory holds: here, and in the directory itself where there is one.
    void setDirectoryPhoto(const QString &key, const std::optional<QByteArray> &photo);

    /// For tests: what a store holds, set without any of the rules. What is no picture is kept as it is.
    std::optional<QByteArray> mailboxPhoto(const QString &key) const;
    void setMailboxPhoto(const QString &key, const std::optional<QByteArray> &photo);
    std::optional<QByteArray> cloudPhoto(const QString &key) const;
    void setCloudPhoto(const QString &key, const std::optional<QByteArray> &photo);
    std::optional<QByteArray> sharePointPhoto(const QString &key, char size) const;
    void setSharePointPhoto(const QString &key, char size, const std::optional<QByteArray> &photo);
    void setWebPicture(const QString &key, const std::optional<QByteArray> &picture);

private:
    void addPerson(const Person &person);
    PreparedPhoto keptPhoto(const QByteArray &bytes) const;

    const TellDirectory m_tellDirectory;
    const AskDirectory m_askDirectory;
    SandboxClock m_clock;
    QList<Person> m_people;
    QMap<QString, QString> m_keys; // by every name, lower case
    mutable std::mutex m_lock; // guards what follows
    SandboxSettings m_settings;
    QMap<QString, SandboxAccount> m_accounts; // by key
    QMap<QString, SandboxPhotos> m_photos; // by key
};

} // namespace likeness
