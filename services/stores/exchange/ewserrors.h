// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/error.h"
#include "services/net/http.h"

namespace likeness {

/// What an EWS answer says went wrong: the code of its schema ("ErrorServerBusy"), words, how long to wait.
struct EwsTrouble
{
    QString code {};
    QString text {};
    std::optional<std::chrono::seconds> retryAfter {};
};

/// nullopt for a code we do not know.
std::optional<Errc> errcOfEwsCode(const QString &code);
Error errorOf(const EwsTrouble &trouble, const HttpReply &reply);

/// An answer whose status alone says that it failed.
Error ewsStatusError(const HttpReply &reply);
/// An answer that is not what was asked for.
Error ewsBadReply(const QString &what, const HttpReply &reply);

/// Status and the ids an administrator finds the request by.
QString ewsTrace(const HttpReply &reply);

} // namespace likeness
