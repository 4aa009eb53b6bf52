// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/net/http.h"

#include <QDateTime>

namespace likeness {

/// What the server wants us to wait: seconds, or a date against the answer's own Date. [RFC 9110] 10.2.3
std::optional<std::chrono::seconds> retryAfterOf(const HttpReply &reply);

/// A header that is a date, in the one form servers have to send [RFC 9110] 5.6.7; UTC. nullopt = not there,
/// or something else.
std::optional<QDateTime> dateIn(const HttpReply &reply, const QByteArray &name);

/// Whether the body of an answer to `verb` has fewer bytes than its Content-Length promised; unpacked ones
/// cannot be told.
bool isCutShort(const QByteArray &verb, const HttpReply &reply);

/// "name value" of every header that is there; what an administrator can look up.
QString traceOf(const HttpReply &reply, const QList<QByteArray> &names);

/// The request ids and server names that Exchange, Graph and SharePoint send along.
QString serverTraceOf(const HttpReply &reply);

} // namespace likeness
