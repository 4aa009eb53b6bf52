// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/kernels.h"

#if defined(__x86_64__)

#include <immintrin.h>

#define LIKENESS_AVX2 __attribute__((target("avx2")))
#define LIKENESS_AVX2_INLINE __attribute__((target("avx2"), always_inline)) inline

namespace likeness {

namespace {

LIKENESS_AVX2_INLINE __m256i load256(const void *from)
{
    return _mm256_loadu_si256(static_cast<const __m256i *>(from));
}
LIKENESS_AVX2_INLINE void store256(void *to, __m256i value)
{
    _mm256_storeu_si256(static_cast<__m256i *>(to), value);
}

LIKENESS_AVX2_INLINE __m256i clamped256(__m256i sums)
{
    return _mm256_min_epi16(
        _mm256_max_epi16(sums, _mm256_set1_epi16(lowestSample)), _mm256_set1_epi16(highestSample));
}

LIKENESS_AVX2 void widenAvx2(const uchar *values, qint16 *samples, int count)
{
    int i = 0;
    for (; i + 16 <= count; i += 16) {
        const __m128i bytes
            = _mm_loadu_si128(static_cast<const __m128i *>(static_cast<const void *>(values + i)));
        store256(samples + i, _mm256_slli_epi16(_mm256_cvtepu8_epi16(bytes), sampleShift));
    }
    for (; i < count; ++i)
        samples[i] = static_cast<qint16>(values[i] << sampleShift);
}

LIKENESS_AVX2_INLINE __m256i rounded256(const qint16 *samples)
{
    return _mm256_srai_epi16(
        _mm256_add_epi16(load256(samples), _mm256_set1_epi16(1 << (sampleShift - 1))), sampleShift);
}

LIKENESS_AVX2 void narrowAvx2(const qint16 *samples, uchar *pixels, int pixelCount)
{
    constexpr int inOrder = 0xD8; // packing works in 128-bit lanes: put the four quarters right
    const __m256i opaque = _mm256_set1_epi32(static_cast<int>(0xFF000000U));
    int i = 0;
    for (; i + 8 <= pixelCount; i += 8) {
        const qint16 *from = samples + 4 * i;
        const __m256i packed = _mm256_packus_epi16(rounded256(from), rounded256(from + 16));
        store256(pixels + 4 * i, _mm256_or_si256(_mm256_permute4x64_epi64(packed, inOrder), opaque));
    }
    if (i < pixelCount)
        ssse3Kernels().narrow(samples + 4 * i, pixels + 4 * i, pixelCount - i);
}

LIKENESS_AVX2 void verticalAvx2(
    const qint16 *const *rows, const qint16 *weights, int taps, qint16 *out, int count)
{
    static_assert(SamplePlane::blockSamples == 64);
    for (int i = 0; i < count; i += 64) {
        __m256i a = _mm256_setzero_si256();
        __m256i b = a;
        __m256i c = a;
        __m256i d = a;
        for (int k = 0; k < taps; ++k) {
            const __m256i weight = _mm256_set1_epi16(weights[k]);
            const qint16 *row = rows[k] + i;
            a = _mm256_add_epi16(a, _mm256_mulhrs_epi16(load256(row), weight));
            b = _mm256_add_epi16(b, _mm256_mulhrs_epi16(load256(row + 16), weight));
            c = _mm256_add_epi16(c, _mm256_mulhrs_epi16(load256(row + 32), weight));
            d = _mm256_add_epi16(d, _mm256_mulhrs_epi16(load256(row + 48), weight));
        }
        store256(out + i, clamped256(a));
        store256(out + i + 16, clamped256(b));
        store256(out + i + 32, clamped256(c));
        store256(out + i + 48, clamped256(d));
    }
}

/// Four partial pixels; `Groups` = 0 takes the number at run time.
template <int Groups>
LIKENESS_AVX2_INLINE __m256i partialSums(
    const qint16 *row, HorizontalTap tap, const qint16 *weights, int groups)
{
    const qint16 *source = row + tap.first * samplesPerPixel;
    const qint16 *weight = weights + tap.weights;
    const int count = Groups ? Groups : groups;
    __m256i sums = _mm256_mulhrs_epi16(load256(source), load256(weight));
    for (int k = 1; k < count; ++k)
        sums
            = _mm256_add_epi16(sums, _mm256_mulhrs_epi16(load256(source + 16 * k), load256(weight + 16 * k)));
    return sums;
}

template <int Groups>
LIKENESS_AVX2 void horizontalGroupsAvx2(
    const qint16 *row, const HorizontalTap *taps, const qint16 *weights, int groups, int outputs, qint16 *out)
{
    int i = 0;
    for (; i + 4 <= outputs; i += 4) {
        const __m256i a = partialSums<Groups>(row, taps[i], weights, groups);
        const __m256i b = partialSums<Groups>(row, taps[i + 1], weights, groups);
        const __m256i c = partialSums<Groups>(row, taps[i + 2], weights, groups);
        const __m256i d = partialSums<Groups>(row, taps[i + 3], weights, groups);
        const __m256i ab = _mm256_add_epi16(_mm256_unpacklo_epi64(a, b), _mm256_unpackhi_epi64(a, b));
        const __m256i cd = _mm256_add_epi16(_mm256_unpacklo_epi64(c, d), _mm256_unpackhi_epi64(c, d));
        const __m256i sums = _mm256_add_epi16(
            _mm256_permute2x128_si256(ab, cd, 0x20), _mm256_permute2x128_si256(ab, cd, 0x31));
        store256(out + 4 * i, clamped256(sums));
    }
    if (i < outputs)
        ssse3Kernels().horizontal(row, taps + i, weights, groups, outputs - i, out + 4 * i);
}

LIKENESS_AVX2 void horizontalAvx2(
    const qint16 *row, const HorizontalTap *taps, const qint16 *weights, int groups, int outputs, qint16 *out)
{
    switch (groups) {
    case 1:
        return horizontalGroupsAvx2<1>(row, taps, weights, groups, outputs, out);
    case 2:
        return horizontalGroupsAvx2<2>(row, taps, weights, groups, outputs, out);
    case 3:
        return horizontalGroupsAvx2<3>(row, taps, weights, groups, outputs, out);
    case 4:
        return horizontalGroupsAvx2<4>(row, taps, weights, groups, outputs, out);
    case 5:
        return horizontalGroupsAvx2<5>(row, taps, weights, groups, outputs, out);
    default:
        return horizontalGroupsAvx2<0>(row, taps, weights, groups, outputs, out);
    }
}

} // namespace

const ResampleKernels &avx2Kernels()
{
    static constexpr ResampleKernels kernels {widenAvx2, narrowAvx2, verticalAvx2, horizontalAvx2};
    return kernels;
}

} // namespace likeness

#endif
