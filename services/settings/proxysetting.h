// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <optional>

namespace likeness {

/// How web servers are reached: as the system says, directly, or through an HTTP proxy. Value.
struct ProxySetting
{
    enum class Kind { System, None, Server };
    Kind kind = Kind::System;
    QString host {}; ///< of a Server
    quint16 port = 0;

    /// "system", "none" or HOST:PORT ([ADDRESS]:PORT for IPv6); nullopt = none of these.
    static std::optional<ProxySetting> of(const QString &text);
    QString text() const;

    friend bool operator==(const ProxySetting &, const ProxySetting &) = default;
};

} // namespace likeness
