// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/kernels.h"

#if defined(__x86_64__)

#include <immintrin.h>

// always_inline: a helper that is not inlined would cost more than the work it does
#define LIKENESS_SSSE3 __attribute__((target("ssse3")))
#define LIKENESS_SSSE3_INLINE __attribute__((target("ssse3"), always_inline)) inline

namespace likeness {

namespace {

LIKENESS_SSSE3_INLINE __m128i load128(const void *from)
{
    return _mm_loadu_si128(static_cast<const __m128i *>(from));
}
LIKENESS_SSSE3_INLINE void store128(void *to, __m128i value)
{
    _mm_storeu_si128(static_cast<__m128i *>(to), value);
}

LIKENESS_SSSE3_INLINE __m128i clamped128(__m128i sums)
{
    return _mm_min_epi16(_mm_max_epi16(sums, _mm_set1_epi16(lowestSample)), _mm_set1_epi16(highestSample));
}

LIKENESS_SSSE3 void widenSsse3(const uchar *values, qint16 *samples, int count)
{
    const __m128i zero = _mm_setzero_si128();
    int i = 0;
    for (; i + 16 <= count; i += 16) {
        const __m128i bytes = load128(values + i);
        store128(samples + i, _mm_slli_epi16(_mm_unpacklo_epi8(bytes, zero), sampleShift));
        store128(samples + i + 8, _mm_slli_epi16(_mm_unpackhi_epi8(bytes, zero), sampleShift));
    }
    for (; i < count; ++i)
        samples[i] = static_cast<qint16>(values[i] << sampleShift);
}

LIKENESS_SSSE3_INLINE __m128i rounded128(const qint16 *samples)
{
    return _mm_srai_epi16(
        _mm_add_epi16(load128(samples), _mm_set1_epi16(1 << (sampleShift - 1))), sampleShift);
}

LIKENESS_SSSE3 void narrowSsse3(const qint16 *samples, uchar *pixels, int pixelCount)
{
    const __m128i opaque = _mm_set1_epi32(static_cast<int>(0xFF000000U));
    int i = 0;
    for (; i + 4 <= pixelCount; i += 4) {
        const qint16 *from = samples + 4 * i;
        store128(
            pixels + 4 * i, _mm_or_si128(_mm_packus_epi16(rounded128(from), rounded128(from + 8)), opaque));
    }
    for (; i < pixelCount; ++i) {
        const __m128i values = _mm_srai_epi16(_mm_add_epi16(_mm_loadl_epi64(static_cast<const __m128i *>(
                                                                static_cast<const void *>(samples + 4 * i))),
                                                  _mm_set1_epi16(1 << (sampleShift - 1))),
            sampleShift);
        const int pixel = _mm_cvtsi128_si32(_mm_or_si128(_mm_packus_epi16(values, values), opaque));
        __builtin_memcpy(pixels + 4 * i, &pixel, sizeof pixel);
    }
}

LIKENESS_SSSE3 void verticalSsse3(
    const qint16 *const *rows, const qint16 *weights, int taps, qint16 *out, int count)
{
    for (int i = 0; i < count; i += 32) {
        __m128i a = _mm_setzero_si128();
        __m128i b = a;
        __m128i c = a;
        __m128i d = a;
        for (int k = 0; k < taps; ++k) {
            const __m128i weight = _mm_set1_epi16(weights[k]);
            const qint16 *row = rows[k] + i;
            a = _mm_add_epi16(a, _mm_mulhrs_epi16(load128(row), weight));
            b = _mm_add_epi16(b, _mm_mulhrs_epi16(load128(row + 8), weight));
            c = _mm_add_epi16(c, _mm_mulhrs_epi16(load128(row + 16), weight));
            d = _mm_add_epi16(d, _mm_mulhrs_epi16(load128(row + 24), weight));
        }
        store128(out + i, clamped128(a));
        store128(out + i + 8, clamped128(b));
        store128(out + i + 16, clamped128(c));
        store128(out + i + 24, clamped128(d));
    }
}

LIKENESS_SSSE3 void horizontalSsse3(
    const qint16 *row, const HorizontalTap *taps, const qint16 *weights, int groups, int outputs, qint16 *out)
{
    for (int i = 0; i < outputs; ++i) {
        const qint16 *source = row + taps[i].first * samplesPerPixel;
        const qint16 *weight = weights + taps[i].weights;
        __m128i a = _mm_setzero_si128();
        __m128i b = a;
        for (int k = 0; k < groups * HorizontalWeights::groupSamples; k += HorizontalWeights::groupSamples) {
            a = _mm_add_epi16(a, _mm_mulhrs_epi16(load128(source + k), load128(weight + k)));
            b = _mm_add_epi16(b, _mm_mulhrs_epi16(load128(source + k + 8), load128(weight + k + 8)));
        }
        a = _mm_add_epi16(a, b);
        a = _mm_add_epi16(a, _mm_srli_si128(a, 8));
        _mm_storel_epi64(
            static_cast<__m128i *>(static_cast<void *>(out + i * samplesPerPixel)), clamped128(a));
    }
}

} // namespace

const ResampleKernels &ssse3Kernels()
{
    static constexpr ResampleKernels kernels {widenSsse3, narrowSsse3, verticalSsse3,
        verticalTwice<verticalSsse3>, horizontalSsse3, horizontalTwice<horizontalSsse3>};
    return kernels;
}

} // namespace likeness

#endif
