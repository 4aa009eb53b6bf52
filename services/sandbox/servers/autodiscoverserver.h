// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/sandbox/servers/httphost.h"
#include "services/sandbox/servers/sandboxworld.h"

#include <QUrl>

namespace likeness {

/// Autodiscover in both forms, SOAP and POX, on a server of its own as in most organisations. Any thread.
class AutodiscoverServer final
{
public:
    explicit AutodiscoverServer(const SandboxWorld &world)
        : m_world(world)
    {
    }
    /// Where it sends people; before the first request.
    void setEws(const QUrl &url) { m_ews = url; }
    SandboxReply answer(const SandboxRequest &request) const;

private:
    SandboxReply pox(const SandboxRequest &request) const;
    SandboxReply soap(const SandboxRequest &request) const;
    QString userResponse(const QString &mailbox, const QStringList &settings) const;
    std::optional<QString> setting(const Person &person, const QString &name) const;

    const SandboxWorld &m_world;
    QUrl m_ews;
};

} // namespace likeness
