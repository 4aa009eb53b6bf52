// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/kernels.h"

#include <algorithm>
#include <atomic>

namespace likeness {

namespace {

std::atomic<SimdLevel> simdLimit {SimdLevel::Avx2};

/// What pmulhrsw does.
int roundedProduct(qint16 sample, qint16 weight)
{
    return (sample * weight + (1 << 14)) >> 15;
}

qint16 clampedSample(int sum)
{
    return std::clamp(static_cast<qint16>(sum), lowestSample, highestSample);
}

void widenScalar(const uchar *values, qint16 *samples, int count)
{
    for (int i = 0; i < count; ++i)
        samples[i] = static_cast<qint16>(values[i] << sampleShift);
}

void narrowScalar(const qint16 *samples, uchar *pixels, int pixelCount)
{
    constexpr int half = 1 << (sampleShift - 1);
    for (int i = 0; i < pixelCount * samplesPerPixel; ++i)
        pixels[i] = i % samplesPerPixel == 3
            ? uchar(255)
            : static_cast<uchar>(std::clamp((samples[i] + half) >> sampleShift, 0, 255));
}

void verticalScalar(const qint16 *const *rows, const qint16 *weights, int taps, qint16 *out, int count)
{
    for (int i = 0; i < count; ++i) {
        int sum = 0;
        for (int k = 0; k < taps; ++k)
            sum += roundedProduct(rows[k][i], weights[k]);
        out[i] = clampedSample(sum);
    }
}

void horizontalScalar(
    const qint16 *row, const HorizontalTap *taps, const qint16 *weights, int groups, int outputs, qint16 *out)
{
    const int count = groups * HorizontalWeights::groupSamples;
    for (int i = 0; i < outputs; ++i) {
        const qint16 *source = row + taps[i].first * samplesPerPixel;
        const qint16 *weight = weights + taps[i].weights;
        int sums[samplesPerPixel] = {};
        for (int k = 0; k < count; ++k)
            sums[k % samplesPerPixel] += roundedProduct(source[k], weight[k]);
        for (int channel = 0; channel < samplesPerPixel; ++channel)
            out[i * samplesPerPixel + channel] = clampedSample(sums[channel]);
    }
}

} // namespace

SimdLevel supportedSimdLevel()
{
#if defined(__x86_64__)
    static const SimdLevel level = __builtin_cpu_supports("avx2") ? SimdLevel::Avx2
        : __builtin_cpu_supports("ssse3")                         ? SimdLevel::Ssse3
                                                                  : SimdLevel::Scalar;
    return level;
#else
    return SimdLevel::Scalar;
#endif
}

void limitSimdLevel(std::optional<SimdLevel> level)
{
    simdLimit = level.value_or(SimdLevel::Avx2);
}

const ResampleKernels &resampleKernels()
{
#if defined(__x86_64__)
    switch (std::min(supportedSimdLevel(), simdLimit.load(std::memory_order_relaxed))) {
    case SimdLevel::Avx2:
        return avx2Kernels();
    case SimdLevel::Ssse3:
        return ssse3Kernels();
    case SimdLevel::Scalar:
        break;
    }
#endif
    static constexpr ResampleKernels scalar {widenScalar, narrowScalar, verticalScalar,
        verticalTwice<verticalScalar>, horizontalScalar, horizontalTwice<horizontalScalar>};
    return scalar;
}

} // namespace likeness
