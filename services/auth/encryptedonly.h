// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/error.h"

#include <QUrl>
#include <optional>

namespace likeness {

/// Nothing that proves who asks goes to an address without TLS. Names no more of it than the server.
inline std::optional<Error> encryptionMissing(const QUrl &url)
{
    if (url.scheme() == QStringLiteral("https"))
        return std::nullopt;
    return Error {Errc::EncryptionNeeded, QStringLiteral("no TLS, so no sign-in: ") + url.host()};
}

} // namespace likeness
