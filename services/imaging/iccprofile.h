// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <memory>
#include <optional>

namespace likeness {

/// An ICC profile that was read and found usable for one kind of pixels, and the way from there to sRGB
/// (lcms2; matrix, grey and table profiles). Any thread, one thread at a time.
class IccProfile final
{
public:
    enum class Pixels {
        Rgba, ///< 4 bytes, alpha is kept
        Grey, ///< 1 byte
        Cmyk, ///< 4 bytes, 255 = full ink
        CmykInverted, ///< 4 bytes, 0 = full ink (Adobe)
    };

    /// None when the profile is broken or describes another kind of pixels.
    static std::optional<IccProfile> read(const QByteArray &bytes, Pixels pixels);

    /// As a person knows it: "Display P3", "Adobe RGB (1998)", "sRGB", "Grey", else its own description.
    QString name() const;
    /// Whether converting would change nothing that anyone could see.
    bool isLikeSrgb() const;
    /// One row to RGBA (alpha 255 unless the pixels have their own); in place is allowed for Rgba.
    void toSrgb(const uchar *row, uchar *rgba, int pixels) const;

private:
    struct Handles;
    explicit IccProfile(std::shared_ptr<const Handles> handles);
    std::shared_ptr<const Handles> m_handles;
};

} // namespace likeness
