// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/imaging/picture.h"

#include <chrono>
#include <optional>
#include <stop_token>

namespace likeness {

/// Tells a decoder when to give up: cancelled, or out of time. Asked between rows; any thread.
class DecodeWatch final
{
public:
    DecodeWatch(std::chrono::milliseconds allowed, std::stop_token stop)
        : m_allowed(allowed)
        , m_end(std::chrono::steady_clock::now() + allowed)
        , m_stop(std::move(stop))
    {
    }

    std::optional<Error> tripped() const
    {
        if (m_stop.stop_requested())
            return Error {Errc::Cancelled};
        if (std::chrono::steady_clock::now() > m_end)
            return Error {
                Errc::PictureTooSlow, QStringLiteral("not decoded in %1 ms").arg(m_allowed.count())};
        return std::nullopt;
    }

private:
    std::chrono::milliseconds m_allowed;
    std::chrono::steady_clock::time_point m_end;
    std::stop_token m_stop;
};

} // namespace likeness
