// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/job/job.h"

#include <QStringList>

namespace likeness {

/// The hosts DNS names for a service at that port, best first [RFC 2782]; none is an answer. Errors: Offline,
/// Timeout.
JobPtr<QStringList> srvHosts(const QString &service, quint16 port);

} // namespace likeness
