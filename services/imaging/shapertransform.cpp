// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/shapertransform.h"

#include "services/imaging/tonecurves.h"

#include <algorithm>
#include <cmath>

#include <lcms2.h>

namespace likeness {

namespace {

constexpr int matrixShift = 13;
constexpr int matrixOne = 1 << matrixShift;
constexpr int lightShift = 16; ///< light is 0..65535, and SrgbEncoding::full is 2^14
constexpr int lightFull = (1 << lightShift) - 1;
static_assert(SrgbEncoding::full == 1 << 14);

/// A quarter of a sample's precision is enough: 1/16 of an 8-bit step.
constexpr int fineShift = 2;
constexpr int fineHalf = 1 << (fineShift - 1);

constexpr int fineIndex(int sample)
{
    return ((sample + fineHalf) >> fineShift) - ((lowestSample + fineHalf) >> fineShift);
}

/// Light for every sample there can be, head-room included, so that none needs a check. Between the 256 exact
/// values a straight line: a tone curve is smooth.
std::vector<quint16> lightTable(const std::array<double, 256> &curve)
{
    std::vector<quint16> table(static_cast<std::size_t>(fineIndex(highestSample)) + 1);
    for (int index = 0; index < static_cast<int>(table.size()); ++index) {
        const double sample = std::clamp((index - fineIndex(0)) << fineShift, 0, fullSample);
        const double position = sample / (1 << sampleShift);
        const auto value = std::min(static_cast<std::size_t>(position), std::size_t(254));
        const double light
            = curve[value] + (curve[value + 1] - curve[value]) * (position - static_cast<double>(value));
        table[static_cast<std::size_t>(index)]
            = static_cast<quint16>(std::lround(std::clamp(light, 0.0, 1.0) * lightFull));
    }
    return table;
}

bool readCurve(void *profile, cmsTagSignature tag, std::array<double, 256> &curve)
{
    const auto *tone = static_cast<const cmsToneCurve *>(cmsReadTag(profile, tag));
    if (!tone)
        return false;
    for (std::size_t value = 0; value < curve.size(); ++value)
        curve[value] = static_cast<double>(cmsEvalToneCurveFloat(tone, static_cast<float>(value) / 255.0F));
    return true;
}

/// Light of 8-bit pixels is summed with this many bits more than SrgbEncoding has.
constexpr int valueShift = 8;

/// Linear light in 1/16384 to an 8-bit value.
const std::vector<uchar> &srgbValues()
{
    static const std::vector<uchar> values = [] {
        constexpr int half = 1 << (sampleShift - 1);
        std::vector<uchar> table;
        for (int light = 0; light <= SrgbEncoding::full; ++light)
            table.push_back(
                static_cast<uchar>((SrgbEncoding::instance().sample(light) + half) >> sampleShift));
        return table;
    }();
    return values;
}

/// What lies this close to sRGB is sRGB: a hundredth of the smallest visible difference, rounding in the
/// profile.
constexpr double srgbTolerance = 0.004;

} // namespace

bool ShaperProfile::isSrgb() const
{
    double farthest = 0.0;
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column)
            farthest = std::max(farthest, std::abs(toSrgb[row][column] - (row == column ? 1.0 : 0.0)));
        for (std::size_t value = 0; value < 256; ++value)
            farthest = std::max(
                farthest, std::abs(curves[row][value] - linearOfSrgb(static_cast<double>(value) / 255)));
    }
    return farthest < srgbTolerance;
}

std::optional<ShaperProfile> greyShaper(void *profile)
{
    ShaperProfile shaper;
    if (!readCurve(profile, cmsSigGrayTRCTag, shaper.curves[0]))
        return std::nullopt;
    shaper.curves[1] = shaper.curves[2] = shaper.curves[0];
    return shaper;
}

std::optional<ShaperProfile> rgbShaper(void *profile)
{
    // CIE XYZ under D50 to linear sRGB, Bradford-adapted
    static constexpr std::array<std::array<double, 3>, 3> srgbOfXyz {{{3.1338561, -1.6168667, -0.4906146},
        {-0.9787684, 1.9161415, 0.0334540}, {0.0719453, -0.2289914, 1.4052427}}};
    static constexpr std::array colorants {
        cmsSigRedColorantTag, cmsSigGreenColorantTag, cmsSigBlueColorantTag};
    static constexpr std::array curves {cmsSigRedTRCTag, cmsSigGreenTRCTag, cmsSigBlueTRCTag};
    ShaperProfile shaper;
    for (std::size_t channel = 0; channel < 3; ++channel) {
        const auto *xyz = static_cast<const cmsCIEXYZ *>(cmsReadTag(profile, colorants[channel]));
        if (!xyz || !readCurve(profile, curves[channel], shaper.curves[channel]))
            return std::nullopt;
        for (std::size_t row = 0; row < 3; ++row)
            shaper.toSrgb[row][channel]
                = srgbOfXyz[row][0] * xyz->X + srgbOfXyz[row][1] * xyz->Y + srgbOfXyz[row][2] * xyz->Z;
    }
    return shaper;
}

ShaperTransform::ShaperTransform(const ShaperProfile &profile)
{
    constexpr double most = 1000.0; // no real profile comes near; keeps hostile ones from overflowing
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column)
            m_matrix[row][column]
                = std::llround(std::clamp(profile.toSrgb[row][column], -most, most) * matrixOne);
    }
    for (std::size_t channel = 0; channel < 3; ++channel) {
        m_light[channel] = channel > 0 && profile.curves[channel] == profile.curves[0]
            ? m_light[0]
            : std::make_shared<const LightTable>(lightTable(profile.curves[channel]));
        for (std::size_t value = 0; value < 256; ++value) {
            const double light = std::clamp(profile.curves[channel][value], 0.0, 1.0);
            m_tones[channel][value] = static_cast<qint16>(std::lround(light * fullSample));
            addValueLight(channel, value, light);
        }
    }
}

void ShaperTransform::addValueLight(std::size_t channel, std::size_t value, double light)
{
    constexpr double most = 1 << 29; // three of them do not overflow
    for (std::size_t row = 0; row < 3; ++row) {
        const double part = light * static_cast<double>(m_matrix[row][channel]) / matrixOne
            * (SrgbEncoding::full << valueShift);
        m_valueLight[channel][value][row] = static_cast<qint32>(std::lround(std::clamp(part, -most, most)));
    }
    m_valueLight[channel][value][3] = 0;
}

void ShaperTransform::toSrgb(qint16 *samples, int pixels) const
{
    constexpr int shift = matrixShift + lightShift - 14;
    const SrgbEncoding &encoding = SrgbEncoding::instance();
    const quint16 *red = m_light[0]->data();
    const quint16 *green = m_light[1]->data();
    const quint16 *blue = m_light[2]->data();
    const Matrix matrix = m_matrix; // a copy, which the samples cannot overlap
    for (qint16 *pixel = samples; pixel != samples + pixels * samplesPerPixel; pixel += samplesPerPixel) {
        const qint64 r = red[fineIndex(pixel[0])];
        const qint64 g = green[fineIndex(pixel[1])];
        const qint64 b = blue[fineIndex(pixel[2])];
        for (std::size_t channel = 0; channel < 3; ++channel) {
            const auto &row = matrix[channel];
            const qint64 light = (row[0] * r + row[1] * g + row[2] * b + (qint64(1) << (shift - 1))) >> shift;
            pixel[channel]
                = encoding.sample(static_cast<int>(std::clamp<qint64>(light, 0, SrgbEncoding::full)));
        }
    }
}

void ShaperTransform::toSrgb(const uchar *from, uchar *to, int pixels) const
{
    constexpr qint32 half = 1 << (valueShift - 1);
    constexpr qint32 mostLight = SrgbEncoding::full;
    const uchar *values = srgbValues().data();
    for (int i = 0; i < pixels * samplesPerPixel; i += samplesPerPixel) {
        const auto &red = m_valueLight[0][from[i]];
        const auto &green = m_valueLight[1][from[i + 1]];
        const auto &blue = m_valueLight[2][from[i + 2]];
        std::array<qint32, 4> light; // all four at once, before any byte is written
        for (std::size_t row = 0; row < 4; ++row)
            light[row] = std::clamp((red[row] + green[row] + blue[row] + half) >> valueShift, 0, mostLight);
        to[i] = values[light[0]];
        to[i + 1] = values[light[1]];
        to[i + 2] = values[light[2]];
        to[i + 3] = 255;
    }
}

void ShaperTransform::linearToSrgb(qint16 *samples, int pixels) const
{
    for (qint16 *pixel = samples; pixel != samples + pixels * samplesPerPixel; pixel += samplesPerPixel) {
        const qint64 r = pixel[0];
        const qint64 g = pixel[1];
        const qint64 b = pixel[2];
        for (std::size_t channel = 0; channel < 3; ++channel) {
            const auto &row = m_matrix[channel];
            const qint64 light = (row[0] * r + row[1] * g + row[2] * b + matrixOne / 2) / matrixOne;
            pixel[channel] = static_cast<qint16>(std::clamp<qint64>(light, lowestSample, highestSample));
        }
    }
}

} // namespace likeness
