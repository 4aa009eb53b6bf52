// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/servers/loginserver.h"
#include "services/sandbox/servers/sandboxreplies.h"

#include <QJsonArray>
#include <QSet>

namespace likeness {

using namespace Qt::StringLiterals;

SandboxReply loginRefusalReply(const LoginRefusal &refusal)
{
    const QString trace = QString::fromLatin1(newRequestId());
    const QString time = QDateTime::currentDateTimeUtc().toString(u"yyyy-MM-dd HH:mm:ss'Z'"_s);
    const QString words = u"AADSTS%1: %2 Trace ID: %3 Correlation ID: %3 Timestamp: %4"_s.arg(
        QString::number(refusal.number), QString::fromUtf8(refusal.words), trace, time);
    SandboxReply reply
        = jsonReply({{u"error"_s, QString::fromLatin1(refusal.error)}, {u"error_description"_s, words},
                        {u"error_codes"_s, QJsonArray {refusal.number}}, {u"timestamp"_s, time},
                        {u"trace_id"_s, trace}, {u"correlation_id"_s, trace}},
            400, "application/json; charset=utf-8");
    reply.add("x-ms-request-id", trace.toLatin1());
    return reply;
}

std::optional<LoginRefusal> accountRefusal(const SandboxAccount &account, bool silently)
{
    switch (account.state) {
    case SandboxAccount::State::Active:
        return std::nullopt;
    case SandboxAccount::State::Locked:
        return LoginRefusal {"invalid_grant", 50053, "The account is locked."};
    case SandboxAccount::State::Disabled:
        return LoginRefusal {"invalid_grant", 50057, "The user account is disabled."};
    case SandboxAccount::State::PasswordExpired:
        return LoginRefusal {"invalid_grant", 50055, "The password is expired."};
    case SandboxAccount::State::SecondFactorNeeded:
        if (!silently)
            return std::nullopt;
        return LoginRefusal {"interaction_required", 50076,
            "You must use multi-factor authentication to access the resource."};
    case SandboxAccount::State::BlockedByPolicy:
        return LoginRefusal {silently ? "invalid_grant" : "access_denied", 53003,
            "Access has been blocked by Conditional Access policies."};
    case SandboxAccount::State::ConsentMissing:
        return LoginRefusal {silently ? "invalid_grant" : "consent_required", 65001,
            "The user or administrator has not consented to use the application."};
    }
    return std::nullopt;
}

std::optional<LoginRefusal> scopeRefusal(const QStringList &scopes)
{
    static const QSet<QString> signIn {u"openid"_s, u"profile"_s, u"email"_s, u"offline_access"_s};
    static const QSet<QString> known {u".default"_s, u"User.Read"_s, u"User.ReadWrite"_s,
        u"User.ReadBasic.All"_s, u"User.Read.All"_s, u"User.ReadWrite.All"_s, u"ProfilePhoto.Read.All"_s,
        u"ProfilePhoto.ReadWrite.All"_s, u"PeopleSettings.Read.All"_s, u"PeopleSettings.ReadWrite.All"_s,
        u"AllSites.Read"_s, u"AllSites.Write"_s, u"EWS.AccessAsUser.All"_s};
    QSet<QString> resources;
    for (const QString &scope : scopes) {
        if (signIn.contains(scope))
            continue;
        const qsizetype slash = scope.lastIndexOf(u'/');
        if (!known.contains(scope.mid(slash + 1)))
            return LoginRefusal {
                "invalid_scope", 70011, "The provided value for the input parameter 'scope' is not valid."};
        resources += scope.left(std::max<qsizetype>(slash, 0));
    }
    if (scopes.isEmpty())
        return LoginRefusal {
            "invalid_request", 900144, "The request body must contain the parameter 'scope'."};
    if (resources.size() > 1)
        return LoginRefusal {"invalid_scope", 28000, "The scopes belong to more than one resource."};
    return std::nullopt;
}

} // namespace likeness
