// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/sandbox/servers/logintokens.h"
#include "services/sandbox/servers/sandboxreplies.h"

namespace likeness {

/// A call of the REST interface after its addresses are taken apart.
struct SharePointCall
{
    SandboxRequest request;
    SandboxAccount asker;
    bool bearer = false; ///< signed in by a token: no form digest is asked for
    bool verboseOnly = false; ///< 2013 writes no other JSON
    QString method; ///< the verb, or what X-HTTP-Method says instead
    QString path; ///< behind /_api/, decoded, with the aliases (@v) filled in

    /// odata=verbose wraps everything in "d".
    bool verbose() const;
    SandboxReply reply(const QJsonObject &content) const;
    /// A single value: under `name` when verbose, else under "value".
    SandboxReply reply(const QString &name, const QJsonValue &value) const;
    SandboxReply error(int status, const QString &code, const QString &message) const;
};

/// The My Site host of a SharePoint Server: PeopleManager, the library User Photos, userphoto.aspx. Keeps the
/// world, the key of its digests, and what userphoto.aspx has cached; any thread.
class SharePointServer final
{
public:
    SharePointServer(SandboxWorld &world, const LoginTokens &tokens);
    SandboxReply answer(const SandboxRequest &request);

private:
    std::optional<SharePointCall> signedIn(const SandboxRequest &request) const;
    SandboxReply api(const SharePointCall &call);
    SandboxReply contextInfo(const SharePointCall &call) const;
    QByteArray digest(const QString &upn, const QDateTime &time) const;
    bool hasDigest(const SharePointCall &call) const;
    SandboxReply userPhoto(const SharePointCall &call);
    SandboxReply shownPhoto(const Person &person, char size) const;

    struct Cached
    {
        SandboxReply reply;
        QDateTime until;
    };
    SandboxWorld &m_world;
    const LoginTokens &m_tokens;
    const QByteArray m_digestKey;
    std::mutex m_lock; // guards what follows
    QMap<QByteArray, Cached> m_cache; // by query
};

/// Below …/SP.UserProfiles.PeopleManager/.
SandboxReply peopleManagerReply(SandboxWorld &world, const SharePointCall &call, const QString &function);
/// The web service that sets properties of profiles since before there was REST; the only one in 2013.
SandboxReply userProfileServiceReply(SandboxWorld &world, const SharePointCall &call);
void setProfileProperty(SandboxWorld &world, const QString &key, const QString &name, const QString &value);
/// web/GetFileByServerRelativeUrl… and web/GetFolderByServerRelativeUrl….
SandboxReply sharePointFileReply(SandboxWorld &world, const SharePointCall &call);
/// A file of the library by its own address.
SandboxReply libraryFileReply(const SandboxWorld &world, const QString &path);

/// What opening one's own profile does: if imports are on and the last one is older than the expiration, the
/// mailbox photo becomes the three files.
void pullFromExchange(SandboxWorld &world, const QString &key);
/// S, M and L out of one picture; false = not a picture.
bool makeThumbnails(SandboxWorld &world, const QString &key, const QByteArray &picture, bool fromExchange);
/// "/User Photos/Profile Pictures/lablike_KEY_MThumb.jpg"
QString libraryPath(const QString &key, char size);
/// Whose account "i:0#.w|domain\user", "i:0#.f|membership|upn" or a bare name is.
std::optional<Person> personOfAccount(const SandboxWorld &world, const QString &account);
/// What is shown of somebody without a photo.
QByteArray sharePointPlaceholder();

} // namespace likeness
