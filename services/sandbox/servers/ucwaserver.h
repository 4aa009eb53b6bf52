// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/sandbox/servers/httphost.h"
#include "services/sandbox/servers/sandboxworld.h"

namespace likeness {

/// Skype for Business Server: discovery, web tickets and the part of UCWA that shows photos. It keeps none of
/// its own and hands out what Exchange serves at that moment. Any thread.
class UcwaServer final
{
public:
    explicit UcwaServer(const SandboxWorld &world)
        : m_world(world)
    {
    }
    SandboxReply answer(const SandboxRequest &request);

    /// As after a while in which nobody has used them.
    void forgetApplications();

private:
    struct Ticket
    {
        QString upn;
        QDateTime until;
    };

    SandboxReply ticket(const SandboxRequest &request);
    SandboxReply applications(const QString &upn, const SandboxRequest &request);
    SandboxReply inApplication(const QString &upn, const QString &path, const SandboxRequest &request);
    SandboxReply search(const QString &base, const SandboxRequest &request) const;
    SandboxReply photo(const QString &name, const SandboxRequest &request) const;
    std::optional<QString> signedIn(const SandboxRequest &request) const;

    const SandboxWorld &m_world;
    mutable std::mutex m_lock; // guards what follows
    QMap<QByteArray, Ticket> m_tickets; // by what stands behind "Bearer "
    QMap<QString, QString> m_owners; // of applications, by their number: UPN
};

/// What a request without a ticket gets: who gives tickets out.
SandboxReply ticketWantedReply(const SandboxRequest &request);

} // namespace likeness
