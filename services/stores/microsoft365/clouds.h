// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QUrl>
#include <array>

namespace likeness {

/// One cloud of Microsoft 365: its Graph and the login that belongs to it. Tokens of one are worth nothing in
/// another [M16]. Anything else (a gateway, a sandbox) is a pair of URLs of its own.
struct MicrosoftCloud
{
    const char *name; ///< the word in an organisation file
    const char *graph;
    const char *login;

    QUrl graphUrl() const { return QUrl(QString::fromLatin1(graph)); }
    QUrl loginUrl() const { return QUrl(QString::fromLatin1(login)); }
};

inline constexpr std::array<MicrosoftCloud, 4> microsoftClouds {{
    {"global", "https://graph.microsoft.com", "https://login.microsoftonline.com"},
    {"usGovernment", "https://graph.microsoft.us", "https://login.microsoftonline.us"},
    {"usDefense", "https://dod-graph.microsoft.us", "https://login.microsoftonline.us"},
    {"china", "https://microsoftgraph.chinacloudapi.cn", "https://login.chinacloudapi.cn"},
}};

} // namespace likeness
