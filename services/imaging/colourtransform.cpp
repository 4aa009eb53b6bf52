// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/colourtransform.h"

#include "services/imaging/shapertransform.h"
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
    void linearToSrgb(qint16 *, int) const override { }

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
            table[0][value] = table[1][value] = table[2][value]
                = static_cast<qint16>(std::lround(light * fullSample));
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
            table.push_back(static_cast<uchar>(
                std::lround(255.0 * srgbOfLinear(static_cast<double>(sample) / fullSample))));
        return table;
    }();
    for (int i = 0; i < pixelCount * samplesPerPixel; ++i) {
        const auto index = static_cast<std::size_t>(std::clamp<int>(samples[i], 0, fullSample));
        pixels[i] = i % samplesPerPixel == 3 ? uchar(255) : values[index];
    }
}

} // namespace likeness
