// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QString>
#include <cstdint>

namespace bench {

/// A small generator whose numbers are the same everywhere (the ones of <random> are not, once distributed).
class Numbers
{
public:
    explicit Numbers(std::uint32_t seed)
        : m_state(seed * 2654435769U + 1)
    {
    }
    std::uint32_t next()
    {
        m_state ^= m_state << 13;
        m_state ^= m_state >> 17;
        m_state ^= m_state << 5;
        return m_state;
    }
    double unit() { return next() / 4294967296.0; }
    /// Bell-shaped, mean 0, deviation 1.
    double bell() { return (unit() + unit() + unit() + unit() + unit() + unit() - 3.0) * 1.41421356; }

private:
    std::uint32_t m_state;
};

/// The photograph of that name in `folder`, or, where it is absent, a scene drawn by code: `photograph` says
/// which.
struct Content
{
    QImage image; ///< Format_RGB888, upright
    bool photograph = false;
};
Content contentFor(const QString &folder, const QString &name, std::uint32_t seed);

} // namespace bench
