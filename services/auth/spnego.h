// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"

#include <QByteArray>
#include <QString>

namespace likeness {

/// The first token for "HTTP@host" with the session's Kerberos ticket, by GSSAPI. Blocks, may ask a KDC over
/// the network; for workers only. The channel binding is empty or [RFC 5929] tls-server-end-point data.
Result<QByteArray> spnegoToken(const QString &host, const QByteArray &channelBinding);

} // namespace likeness
