// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QImage>
#include <optional>

namespace likeness {

/// What a picture shows, small enough to keep and to compare: 32 x 32 luma, 8 x 8 colour and the shape, about
/// a kilobyte. The same pixels give the same fingerprint on every machine. A value, cheap to copy.
class Fingerprint
{
public:
    static constexpr int lumaEdge = 32;
    static constexpr int chromaEdge = 8;

    /// Of a picture that is not null; transparency counts as nothing.
    static Fingerprint of(const QImage &picture);

    /// As toBytes() wrote them; anything else is no fingerprint.
    static std::optional<Fingerprint> fromBytes(const QByteArray &bytes);
    QByteArray toBytes() const { return m_bytes; }

    double aspect() const; ///< width by height
    int luma(int x, int y) const; ///< 0 … 255
    int blue(int x, int y) const; ///< how much bluer than grey, -128 … 127
    int red(int x, int y) const;

    bool operator==(const Fingerprint &) const = default;

private:
    explicit Fingerprint(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }
    int byteAt(int place) const;

    QByteArray m_bytes;
};

/// How two pictures are alike. Different is everything else, another photo of the same person too.
enum class Likeness {
    Same, ///< in any size of the ladder and any encoding, resampled, enlarged, mildly sharpened
    Cropped, ///< a part of the other, up to about 15 % less at each edge, or shifted by as much
    Mirrored,
    Different
};

struct Comparison
{
    Likeness likeness = Likeness::Different;
    /// 1 is equal, 0 nothing in common. For Same: how clearly, always above 0.5; for Cropped and Mirrored the
    /// same of the parts that show the same; for Different always at most 0.5.
    double score = 0.0;

    bool operator==(const Comparison &) const = default;
};

/// Pure; some microseconds for the same picture, a few milliseconds where crops have to be tried.
Comparison compared(const Fingerprint &a, const Fingerprint &b);

} // namespace likeness
