// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/sandbox/servers/logintokens.h"
#include "services/sandbox/servers/sandboxreplies.h"

namespace likeness {

/// Microsoft Graph: people, their photos, $batch and the photo settings of the tenant, for bearers of a token
/// of the issuer beside it. Keeps nothing but the world; any thread.
class GraphServer final
{
public:
    GraphServer(SandboxWorld &world, const LoginTokens &tokens)
        : m_world(world)
        , m_tokens(tokens)
    {
    }
    SandboxReply answer(const SandboxRequest &request) const;

private:
    SandboxReply answerOne(const SandboxRequest &request, const LoginGrant &grant) const;
    SandboxReply batch(const SandboxRequest &request, const LoginGrant &grant) const;

    SandboxWorld &m_world;
    const LoginTokens &m_tokens;
};

/// Who asks Graph, and what they may.
struct GraphCaller
{
    SandboxAccount account;
    QStringList scopes; ///< without the resource in front

    bool hasOneOf(std::initializer_list<QLatin1StringView> wanted) const;
    bool mayRead(const Person &person) const;
    bool mayWrite(const Person &person) const;
};

/// Below …/users/{id} or …/me: "photo", "photo/$value", "photos", "photos/{size}", "photos/{size}/$value".
SandboxReply graphPhotoReply(SandboxWorld &world, const GraphCaller &caller, const Person &person,
    const QString &resource, const SandboxRequest &request);
/// GET …/users with $search, $filter, $select, $top, $count.
SandboxReply graphUsersReply(const SandboxWorld &world, const SandboxRequest &request);
/// One user, with $select.
SandboxReply graphUserReply(const Person &person, const SandboxRequest &request);
/// admin/people/photoUpdateSettings of the beta.
SandboxReply photoSettingsReply(
    SandboxWorld &world, const GraphCaller &caller, const SandboxRequest &request);

} // namespace likeness
