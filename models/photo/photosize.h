// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal> // before <compare>, which the moc of Qt 6.4 cannot read alone
#include <array>
#include <compare>
#include <optional>

namespace likeness {

/// One step of the ladder: the nine "HR" sizes that Exchange and Graph serve, in pixels of one edge
/// ([MS-OXWSPHOTO] 2.2.4.1). Cannot hold any other number.
class PhotoSize
{
public:
    static constexpr std::array<int, 9> ladder {48, 64, 96, 120, 240, 360, 432, 504, 648};

    static constexpr std::optional<PhotoSize> of(int edge)
    {
        for (const int step : ladder) {
            if (step == edge)
                return PhotoSize(edge);
        }
        return std::nullopt;
    }
    static constexpr PhotoSize smallest() { return PhotoSize(ladder.front()); }
    static constexpr PhotoSize largest() { return PhotoSize(ladder.back()); }

    constexpr int edge() const { return m_edge; }
    friend constexpr auto operator<=>(PhotoSize, PhotoSize) = default;

private:
    constexpr explicit PhotoSize(int edge)
        : m_edge(edge)
    {
    }
    int m_edge;
};

} // namespace likeness
