// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/sandbox/servers/httphost.h"
#include "services/sandbox/servers/sandboxworld.h"

namespace likeness {

/// Exchange Web Services below /ews: the photo by GET, and SOAP. Keeps nothing but the world; any thread.
class EwsServer final
{
public:
    explicit EwsServer(SandboxWorld &world)
        : m_world(world)
    {
    }
    SandboxReply answer(const SandboxRequest &request) const;

private:
    SandboxReply photo(const SandboxRequest &request) const;
    SandboxReply soap(const SandboxAccount &asker, const SandboxRequest &request) const;

    SandboxWorld &m_world;
};

} // namespace likeness
