// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/error.h"
#include "services/directory/ldapsettings.h"

#include <optional>
#include <stop_token>

namespace likeness {

/// Why an LDAP connection could not be made, found out by making one with Qt: libldap only says that it
/// failed. Certificates give CertificateUnknownIssuer, CertificateExpired or CertificateWrongName, the rest
/// Offline or Timeout; nullopt = this connection could be made. Blocks; for workers only. Sends no more than
/// a StartTLS request.
std::optional<Error> explainConnection(const LdapSettings &settings, std::stop_token stop);

} // namespace likeness
