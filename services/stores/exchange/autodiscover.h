// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/net/http.h"
#include "services/stores/exchange/autodiscoverreply.h"

#include <QStringList>
#include <functional>
#include <memory>

namespace likeness {

/// How Autodiscover may look around. The look-ups may be left out; the transports may not.
struct AutodiscoverWays
{
    std::shared_ptr<HttpTransport> signedIn; ///< gets https only
    std::shared_ptr<HttpTransport> plain; ///< carries no credential
    /// The URLs an Active Directory names, best first (service connection points).
    std::function<JobPtr<QList<QUrl>>()> servicePoints {};
    /// The hosts DNS names for _autodiscover._tcp of a domain, best first.
    std::function<JobPtr<QStringList>(const QString &domain)> hostsInDns {};
    /// Whether a host outside of the address's own domain may be signed in to, when only an unencrypted
    /// answer or DNS named it; left out = no.
    std::function<bool(const QString &host)> mayTrust {};
};

/// Finds the Exchange of an address: directory, https://<domain>, https://autodiscover.<domain>, a redirect
/// by http, DNS; each by SOAP, then by plain XML; at most ten redirects. A credential goes to https only.
/// Errors: NotFound when no server knows of the address or of Exchange at all, otherwise the most telling
/// one.
JobPtr<AutodiscoverSettings> autodiscovered(const AutodiscoverWays &ways, const QString &address);

} // namespace likeness
