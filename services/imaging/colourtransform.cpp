// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/colourtransform.h"

#include "services/imaging/tonecurves.h"

#include <QList>
#include <algorithm>
#include <cmath>
#include <mutex>

#include <lcms2.h>

namespace likeness {

namespace {

struct ProfileCloser
{
    void operator()(void *profile) const { cmsCloseProfile(profile); }
};
using ProfilePtr = std::unique_ptr<void, ProfileCloser>;

using Matrix3 = std::array<std::array<double, 3>, 3>;

/// What lies this close to sRGB is sRGB: a hundredth of the smallest visible difference, rounding in the profile.
constexpr double srgbTolerance = 0.004;

/// A profile of primaries and curves: linear light per 8-bit value, and the way to linear sRGB.
struct ShaperProfile
{
    std::array<std::array<double, 256>, 3> curves;
    Matrix3 toSrgb {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};

    bool isSrgb() const
    {
        double farthest = 0.0;
        for (std::size_t row = 0; row < 3; ++row) {
            for (std::size_t column = 0; column < 3; ++column)
                farthest = std::max(farthest, std::abs(toSrgb[row][column] - (row == column ? 1.0 : 0.0)));
            for (std::size_t value = 0; value < 256; ++value)
                farthest = std::max(farthest, std::abs(curves[row][value] - linearOfSrgb(static_cast<double>(value) / 255)));
        }
        return farthest < srgbTolerance;
    }
};

bool readCurve(cmsHPROFILE profile, cmsTagSignature tag, std::array<double, 256> &curve)
{
    const auto *tone = static_cast<const cmsToneCurve *>(cmsReadTag(profile, tag));
    if (!tone)
        return false;
    for (std::size_t value = 0; value < curve.size(); ++value)
        curve[value] = static_cast<double>(cmsEvalToneCurveFloat(tone, static_cast<float>(value) / 255.0F));
    return true;
}

std::optional<ShaperProfile> greyShaper(cmsHPROFILE profile)
{
    ShaperProfile shaper;
    if (!readCurve(profile, cmsSigGrayTRCTag, shaper.curves[0]))
        return std::nullopt;
    shaper.curves[1] = shaper.curves[2] = shaper.curves[0];
    return shaper;
}

std::optional<ShaperProfile> rgbShaper(cmsHPROFILE profile)
{
    // CIE XYZ under D50 to linear sRGB, Bradford-adapted
    static constexpr Matrix3 srgbOfXyz {{{3.1338561, -1.6168667, -0.4906146}, {-0.9787684, 1.9161415, 0.0334540},
        {0.0719453, -0.2289914, 1.4052427}}};
    static constexpr std::array colorants {cmsSigRedColorantTag, cmsSigGreenColorantTag, cmsSigBlueColorantTag};
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

class ShaperTransform final : public ColourTransform
{
public:
    explicit ShaperTransform(const ShaperProfile &profile)
        : m_fine(3 * fineSteps)
    {
        for (std::size_t row = 0; row < 3; ++row) {
            for (std::size_t column = 0; column < 3; ++column) {
                m_matrix[row][column] = static_cast<float>(profile.toSrgb[row][column] * SrgbEncoding::full);
                m_wholeMatrix[row][column] = static_cast<int>(std::lround(profile.toSrgb[row][column] * wholeOne));
            }
            fillTables(profile, row);
        }
    }

    void toSrgb(qint16 *samples, int pixels) const override
    {
        const SrgbEncoding &encoding = SrgbEncoding::instance();
        const float *red = m_fine.data();
        const float *green = red + fineSteps;
        const float *blue = green + fineSteps;
        for (qint16 *pixel = samples; pixel != samples + pixels * samplesPerPixel; pixel += samplesPerPixel) {
            const float r = red[fineIndex(pixel[0])];
            const float g = green[fineIndex(pixel[1])];
            const float b = blue[fineIndex(pixel[2])];
            for (std::size_t channel = 0; channel < 3; ++channel) {
                const std::array<float, 3> &row = m_matrix[channel];
                const int light = static_cast<int>(row[0] * r + row[1] * g + row[2] * b + 0.5F);
                pixel[channel] = encoding.sample(std::clamp(light, 0, SrgbEncoding::full));
            }
        }
    }

    void toSrgb(const uchar *from, uchar *to, int pixels) const override
    {
        const ResampleKernels &kernels = resampleKernels();
        std::array<qint16, chunk * samplesPerPixel> samples;
        for (int done = 0; done < pixels; done += chunk) {
            const int count = std::min(chunk, pixels - done);
            kernels.widen(from + done * samplesPerPixel, samples.data(), count * samplesPerPixel);
            toSrgb(samples.data(), count);
            kernels.narrow(samples.data(), to + done * samplesPerPixel, count);
        }
    }

    const ToneTable *linearTones() const override { return &m_tones; }

    void linearToSrgb(qint16 *samples, int pixels) const override
    {
        for (qint16 *pixel = samples; pixel != samples + pixels * samplesPerPixel; pixel += samplesPerPixel) {
            const int r = pixel[0];
            const int g = pixel[1];
            const int b = pixel[2];
            for (std::size_t channel = 0; channel < 3; ++channel) {
                const std::array<int, 3> &row = m_wholeMatrix[channel];
                const int light = (row[0] * r + row[1] * g + row[2] * b + wholeOne / 2) / wholeOne;
                pixel[channel] = static_cast<qint16>(std::clamp<int>(light, lowestSample, highestSample));
            }
        }
    }

private:
    static constexpr int chunk = 256;
    static constexpr int wholeOne = 1 << 13;
    static constexpr int fineShift = 2; ///< a quarter of a sample's precision is enough: 1/16 of an 8-bit step
    static constexpr int fineSteps = (fullSample >> fineShift) + 1;

    static std::size_t fineIndex(qint16 sample)
    {
        return static_cast<std::size_t>(std::clamp((sample + (1 << (fineShift - 1))) >> fineShift, 0, fineSteps - 1));
    }
    /// Between the 256 exact values a straight line: a tone curve is smooth.
    void fillTables(const ShaperProfile &profile, std::size_t channel)
    {
        const std::array<double, 256> &curve = profile.curves[channel];
        constexpr int perValue = 1 << (sampleShift - fineShift);
        for (int step = 0; step < fineSteps; ++step) {
            const auto value = static_cast<std::size_t>(std::min(step / perValue, 254));
            const double part = static_cast<double>(step) / perValue - static_cast<double>(value);
            m_fine[channel * fineSteps + static_cast<std::size_t>(step)]
                = static_cast<float>(curve[value] + (curve[value + 1] - curve[value]) * part);
        }
        for (std::size_t value = 0; value < curve.size(); ++value)
            m_tones[channel][value] = static_cast<qint16>(std::lround(std::clamp(curve[value], 0.0, 1.0) * fullSample));
    }

    std::vector<float> m_fine;
    ToneTable m_tones;
    std::array<std::array<float, 3>, 3> m_matrix;
    std::array<std::array<int, 3>, 3> m_wholeMatrix;
};

/// Any other RGB profile.
class LookupTransform final : public ColourTransform
{
public:
    static std::shared_ptr<const ColourTransform> of(cmsHPROFILE profile)
    {
        const ProfilePtr srgb(cmsCreate_sRGBProfile());
        const auto make = [&](cmsUInt32Number type) {
            // without the one-pixel cache a transform may be used by several threads
            return cmsCreateTransform(
                profile, type, srgb.get(), type, INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOCACHE);
        };
        std::shared_ptr<LookupTransform> result(new LookupTransform);
        result->m_bytes.reset(make(TYPE_RGBA_8));
        result->m_words.reset(make(TYPE_RGBA_16));
        if (!result->m_bytes || !result->m_words)
            return nullptr;
        return result;
    }

    void toSrgb(qint16 *samples, int pixels) const override
    {
        std::array<quint16, chunk * samplesPerPixel> words;
        for (int done = 0; done < pixels; done += chunk) {
            const int count = std::min(chunk, pixels - done);
            qint16 *part = samples + done * samplesPerPixel;
            const auto values = static_cast<std::size_t>(count * samplesPerPixel);
            for (std::size_t i = 0; i < values; ++i)
                words[i] = static_cast<quint16>(std::clamp<int>(part[i], 0, fullSample) * 65535 / fullSample);
            cmsDoTransform(m_words.get(), words.data(), words.data(), static_cast<cmsUInt32Number>(count));
            for (std::size_t i = 0; i < values; ++i)
                part[i] = static_cast<qint16>((words[i] * fullSample + 32767) / 65535);
        }
    }
    void toSrgb(const uchar *from, uchar *to, int pixels) const override
    {
        cmsDoTransform(m_bytes.get(), from, to, static_cast<cmsUInt32Number>(pixels));
        for (int i = 0; i < pixels; ++i)
            to[i * samplesPerPixel + 3] = 255;
    }
    const ToneTable *linearTones() const override { return nullptr; }
    void linearToSrgb(qint16 *, int) const override {}

private:
    static constexpr int chunk = 256;
    struct Deleter
    {
        void operator()(void *transform) const { cmsDeleteTransform(transform); }
    };
    LookupTransform() = default;

    std::unique_ptr<void, Deleter> m_bytes;
    std::unique_ptr<void, Deleter> m_words;
};

struct ReadProfile
{
    bool usable = false;
    std::shared_ptr<const ColourTransform> transform;
};

ReadProfile readProfile(const QByteArray &iccProfile)
{
    const ProfilePtr profile(
        cmsOpenProfileFromMem(iccProfile.constData(), static_cast<cmsUInt32Number>(iccProfile.size())));
    if (!profile)
        return {};
    const cmsColorSpaceSignature space = cmsGetColorSpace(profile.get());
    std::optional<ShaperProfile> shaper;
    if (space == cmsSigGrayData)
        shaper = greyShaper(profile.get());
    else if (space == cmsSigRgbData && cmsIsMatrixShaper(profile.get()))
        shaper = rgbShaper(profile.get());
    if (shaper)
        return {true, shaper->isSrgb() ? nullptr : std::make_shared<const ShaperTransform>(*shaper)};
    if (space != cmsSigRgbData)
        return {};
    const auto lookup = LookupTransform::of(profile.get());
    return {lookup != nullptr, lookup};
}

struct KnownProfile
{
    QByteArray bytes;
    ReadProfile read;
};

ReadProfile knownProfile(const QByteArray &iccProfile)
{
    static constexpr qsizetype mostKept = 8;
    static std::mutex mutex;
    static QList<KnownProfile> known;
    if (iccProfile.isEmpty())
        return {true, nullptr};
    const std::lock_guard lock(mutex);
    for (const KnownProfile &profile : std::as_const(known)) {
        if (profile.bytes == iccProfile)
            return profile.read;
    }
    if (known.size() == mostKept)
        known.removeFirst();
    known.append({iccProfile, readProfile(iccProfile)});
    return known.constLast().read;
}

} // namespace

std::shared_ptr<const ColourTransform> ColourTransform::of(const QByteArray &iccProfile)
{
    return knownProfile(iccProfile).transform;
}

bool ColourTransform::isUsable(const QByteArray &iccProfile)
{
    return knownProfile(iccProfile).usable;
}

const ToneTable &ColourTransform::srgbTones()
{
    static const ToneTable tones = [] {
        ToneTable table;
        for (std::size_t value = 0; value < 256; ++value) {
            const double light = linearOfSrgb(static_cast<double>(value) / 255.0);
            table[0][value] = table[1][value] = table[2][value] = static_cast<qint16>(std::lround(light * fullSample));
        }
        return table;
    }();
    return tones;
}

void ColourTransform::linearToValues(const qint16 *samples, uchar *pixels, int pixelCount)
{
    static const std::vector<uchar> values = [] {
        std::vector<uchar> table;
        for (int sample = 0; sample <= fullSample; ++sample)
            table.push_back(static_cast<uchar>(std::lround(255.0 * srgbOfLinear(static_cast<double>(sample) / fullSample))));
        return table;
    }();
    for (int i = 0; i < pixelCount * samplesPerPixel; ++i) {
        const auto index = static_cast<std::size_t>(std::clamp<int>(samples[i], 0, fullSample));
        pixels[i] = i % samplesPerPixel == 3 ? uchar(255) : values[index];
    }
}

} // namespace likeness
