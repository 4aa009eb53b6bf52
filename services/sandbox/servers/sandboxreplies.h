// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/sandbox/servers/httphost.h"
#include "services/sandbox/servers/sandboxworld.h"

#include <QJsonObject>

namespace likeness {

// What the servers of the sandbox have in common when they answer.

SandboxReply jsonReply(
    const QJsonObject &content, int status = 200, const QByteArray &type = "application/json");
SandboxReply pictureReply(const QByteArray &picture);
/// `{"error": {"code", "message", "innerError"}}` as Graph tells what went wrong.
SandboxReply graphErrorReply(int status, const QByteArray &code, const QString &message);
SandboxReply graphErrorReply(int status, const QByteArray &code, const char *message);

/// A new id, as servers give one to each request.
QByteArray newRequestId();
/// "Wed, 05 Aug 2026 10:00:00 GMT"
QByteArray httpDate(const QDateTime &time);
/// By the first bytes, as the servers tell JPEG, PNG and BMP apart; empty = none of them.
QByteArray pictureTypeOf(const QByteArray &bytes);

/// Who asks, by name and password; nullopt = nobody who may.
std::optional<SandboxAccount> basicAccount(const SandboxWorld &world, const SandboxRequest &request);
/// Whether that account may change the photo of the person with that key.
bool mayChange(const SandboxAccount &account, const Person &person);

} // namespace likeness
