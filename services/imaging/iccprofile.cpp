// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/iccprofile.h"

#include <QStringList>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <lcms2.h>

using namespace Qt::StringLiterals;

namespace likeness {
namespace {

cmsColorSpaceSignature colourModel(IccProfile::Pixels pixels)
{
    switch (pixels) {
    case IccProfile::Pixels::Rgba:
        return cmsSigRgbData;
    case IccProfile::Pixels::Grey:
        return cmsSigGrayData;
    case IccProfile::Pixels::Cmyk:
    case IccProfile::Pixels::CmykInverted:
        return cmsSigCmykData;
    }
    return cmsSigRgbData;
}

cmsUInt32Number pixelLayout(IccProfile::Pixels pixels)
{
    switch (pixels) {
    case IccProfile::Pixels::Rgba:
        return TYPE_RGBA_8;
    case IccProfile::Pixels::Grey:
        return TYPE_GRAY_8;
    case IccProfile::Pixels::Cmyk:
        return TYPE_CMYK_8;
    case IccProfile::Pixels::CmykInverted:
        return TYPE_CMYK_8_REV;
    }
    return TYPE_RGBA_8;
}

/// The red and green primaries of well-known spaces as profiles keep them: XYZ adapted to D50.
struct KnownSpace
{
    std::array<double, 3> red;
    std::array<double, 3> green;
    QLatin1StringView name;
};
constexpr std::array<KnownSpace, 5> knownSpaces {{
    {{0.5151, 0.2412, -0.0011}, {0.2920, 0.6922, 0.0419}, "Display P3"_L1},
    {{0.6097, 0.3111, 0.0195}, {0.2053, 0.6257, 0.0609}, "Adobe RGB (1998)"_L1},
    {{0.7977, 0.2880, 0.0000}, {0.1352, 0.7119, 0.0000}, "ProPhoto RGB"_L1},
    {{0.6735, 0.2790, -0.0019}, {0.1657, 0.6753, 0.0300}, "Rec. 2020"_L1},
    {{0.4361, 0.2225, 0.0139}, {0.3851, 0.7169, 0.0971}, "sRGB"_L1},
}};

bool isNear(const cmsCIEXYZ *colour, const std::array<double, 3> &known)
{
    constexpr double tolerance = 0.004;
    return colour && std::abs(colour->X - known[0]) < tolerance && std::abs(colour->Y - known[1]) < tolerance
        && std::abs(colour->Z - known[2]) < tolerance;
}

QString knownSpaceName(cmsHPROFILE profile)
{
    const auto *red = static_cast<const cmsCIEXYZ *>(cmsReadTag(profile, cmsSigRedColorantTag));
    const auto *green = static_cast<const cmsCIEXYZ *>(cmsReadTag(profile, cmsSigGreenColorantTag));
    for (const KnownSpace &space : knownSpaces) {
        if (isNear(red, space.red) && isNear(green, space.green))
            return space.name;
    }
    return {};
}

QString profileDescription(cmsHPROFILE profile)
{
    std::array<wchar_t, 128> text {};
    const auto bytes = static_cast<cmsUInt32Number>((text.size() - 1) * sizeof(wchar_t));
    cmsGetProfileInfo(profile, cmsInfoDescription, "en", "US", text.data(), bytes);
    return QString::fromWCharArray(text.data()).simplified();
}

} // namespace

struct IccProfile::Handles
{
    struct CloseProfile
    {
        void operator()(void *profile) const { cmsCloseProfile(profile); }
    };
    struct DeleteTransform
    {
        void operator()(void *transform) const { cmsDeleteTransform(transform); }
    };
    using ProfileHandle = std::unique_ptr<void, CloseProfile>;
    using TransformHandle = std::unique_ptr<void, DeleteTransform>;

    TransformHandle makeTransform(cmsUInt32Number extraFlags) const
    {
        const ProfileHandle srgb(cmsCreate_sRGBProfile());
        const cmsUInt32Number alpha = pixels == Pixels::Rgba ? cmsFLAGS_COPY_ALPHA : 0U;
        return TransformHandle(cmsCreateTransform(profile.get(), pixelLayout(pixels), srgb.get(), TYPE_RGBA_8,
            INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_BLACKPOINTCOMPENSATION | alpha | extraFlags));
    }

    ProfileHandle profile;
    Pixels pixels = Pixels::Rgba;
    /// For a few colours: made at once, slow a pixel.
    TransformHandle probe;
    /// For rows: its tables cost milliseconds, so they are made for the first row.
    mutable TransformHandle transform;
};

IccProfile::IccProfile(std::shared_ptr<const Handles> handles)
    : m_handles(std::move(handles))
{
}

std::optional<IccProfile> IccProfile::read(const QByteArray &bytes, Pixels pixels)
{
    Handles::ProfileHandle profile(
        cmsOpenProfileFromMem(bytes.constData(), static_cast<cmsUInt32Number>(bytes.size())));
    if (!profile || cmsGetColorSpace(profile.get()) != colourModel(pixels))
        return std::nullopt;
    auto handles = std::make_shared<Handles>();
    handles->profile = std::move(profile);
    handles->pixels = pixels;
    handles->probe = handles->makeTransform(cmsFLAGS_NOOPTIMIZE);
    if (!handles->probe)
        return std::nullopt;
    return IccProfile(std::move(handles));
}

QString IccProfile::name() const
{
    if (m_handles->pixels == Pixels::Grey)
        return u"Grey"_s;
    if (m_handles->pixels == Pixels::Rgba) {
        if (isLikeSrgb())
            return u"sRGB"_s;
        if (const QString known = knownSpaceName(m_handles->profile.get()); !known.isEmpty())
            return known;
        const QString description = profileDescription(m_handles->profile.get());
        return description.isEmpty() ? u"RGB"_s : description;
    }
    const QString description = profileDescription(m_handles->profile.get());
    return description.isEmpty() ? u"CMYK"_s : u"CMYK (%1)"_s.arg(description);
}

bool IccProfile::isLikeSrgb() const
{
    constexpr int tolerance = 2;
    constexpr std::array<uchar, 6> levels {0, 51, 102, 153, 204, 255};
    const bool grey = m_handles->pixels == Pixels::Grey;
    if (!grey && m_handles->pixels != Pixels::Rgba)
        return false;
    for (int i = 0; i < (grey ? 256 : 216); ++i) {
        const auto level = uchar(i);
        const std::array<uchar, 4> in = grey
            ? std::array<uchar, 4> {level, level, level, 255}
            : std::array<uchar, 4> {
                levels[std::size_t(i % 6)], levels[std::size_t(i / 6 % 6)], levels[std::size_t(i / 36)], 255};
        std::array<uchar, 4> out {};
        cmsDoTransform(m_handles->probe.get(), in.data(), out.data(), 1);
        for (std::size_t channel = 0; channel < 3; ++channel) {
            if (std::abs(int(in[channel]) - int(out[channel])) > tolerance)
                return false;
        }
    }
    return true;
}

void IccProfile::toSrgb(const uchar *row, uchar *rgba, int pixels) const
{
    if (m_handles->pixels != Pixels::Rgba)
        std::fill_n(rgba, std::size_t(pixels) * 4, uchar(255));
    if (!m_handles->transform)
        m_handles->transform = m_handles->makeTransform(0);
    cmsDoTransform(m_handles->transform.get(), row, rgba, static_cast<cmsUInt32Number>(pixels));
}

} // namespace likeness
