// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "services/directory/ldapmessages.h"
#include "services/directory/ldaprequests.h"
#include "services/directory/ldapsettings.h"

#include <QDateTime>
#include <QHash>
#include <QSet>
#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>

struct ldap;
struct ldapmsg;
struct ldapcontrol;

namespace likeness {

class LdapGuard;

struct LdapEntry
{
    QString dn;
    QHash<QByteArray, QList<QByteArray>> values; ///< by attribute name in lower case

    QByteArray first(const QByteArray &attribute) const { return values.value(attribute.toLower()).value(0); }
    QString text(const QByteArray &attribute) const { return QString::fromUtf8(first(attribute)); }
};

struct LdapFound
{
    QList<LdapEntry> entries;
    QByteArray cookie; ///< of the next page, empty = no more
    bool cutShort = false; ///< the server's size limit ended the answer
};

/// What the server says about itself without being asked anything else.
struct LdapServerInfo
{
    QString name; ///< dnsHostName, empty = not told
    QString configurationDn;
    QString serverDn; ///< below the site it is in; empty = not told
    QString settingsDn; ///< of a domain controller: its NTDS Settings
    bool isActiveDirectory = false;
    bool assertsBeforeWrite = false; ///< RFC 4528
    std::optional<QDateTime> clock {}; ///< of a domain controller: currentTime when we signed in
    QDateTime clockHere {}; ///< and what it was here then
};

/// One signed-in connection to one server. Lives in a worker thread, used by one job at a time; requests wait
/// in short turns, so that a stop token or the time limit ends them. After a failure that leaves its state
/// unknown it is no longer usable() and has to be dropped. Server certificates are always verified.
class LdapConnection
{
public:
    static Result<std::unique_ptr<LdapConnection>> open(
        const LdapSettings &settings, const QByteArray &password, std::stop_token stop);
    ~LdapConnection();
    Q_DISABLE_COPY_MOVE(LdapConnection)

    const LdapSettings &settings() const { return m_settings; }
    const LdapServerInfo &server() const { return m_server; }
    /// Different for each connection of this run; paged searches go on only where they began.
    quint64 serial() const { return m_serial; }
    bool usable() const { return m_usable; }
    /// For a kept connection: nothing has come in or ended while nobody looked, but for a page that was
    /// asked for ahead.
    bool quiet() const;
    /// Whose wish to stop counts from now on.
    void serve(std::stop_token stop) { m_stop = std::move(stop); }

    /// Fails with BadReply, and stays usable, where the place of a page is no longer known.
    Result<LdapFound> search(const LdapSearch &search);
    /// Of a domain controller: which database it is, 16 bytes; asked for once, empty = not told.
    QByteArray invocationId();
    /// Of the domain controller whose database that is (16 bytes); each is asked for once, empty = not told.
    QString controllerName(const QByteArray &invocationId);
    /// Offline or Timeout after the change was sent means that nobody knows whether it was made; detail says
    /// so.
    Result<Done> modify(const LdapModification &modification);

private:
    using Message = std::unique_ptr<ldapmsg, int (*)(ldapmsg *)>;

    LdapConnection(const LdapSettings &settings, std::stop_token stop);
    Result<Done> initialise();
    Result<Done> encrypt();
    Result<Done> signIn(const QByteArray &password);
    Result<Done> signInSimply(const QByteArray &password);
    Result<Done> signInByTicket();
    Result<Done> readRootDse();
    Result<int> send(const LdapSearch &search);
    Result<int> sentAheadOrNow(const LdapSearch &search);
    Result<LdapFound> endOf(ldapmsg *message);
    void askAhead(const LdapSearch &search, const QByteArray &cookie);
    Result<Message> answer(int messageId, LdapPhase phase);
    Error failure(LdapPhase phase, int code, const QString &diagnostic = {});
    Error connectFailure(LdapPhase phase, int code);
    QString diagnostic() const;
    void limitBlocking();

    const LdapSettings m_settings;
    const quint64 m_serial;
    std::stop_token m_stop;
    const std::unique_ptr<LdapGuard> m_guard;
    ldap *m_ldap = nullptr;
    LdapServerInfo m_server;
    std::chrono::steady_clock::time_point m_opened;
    bool m_usable = true;
    struct PageAhead
    {
        LdapSearch search;
        int messageId = 0;
    };
    std::optional<PageAhead> m_ahead;
    QSet<QByteArray> m_spent; ///< cookies of pages that were asked for ahead and given up
    std::optional<QByteArray> m_invocationId;
    QHash<QByteArray, QString> m_controllerNames; ///< by the id of their database
};

} // namespace likeness
