// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/kernels.h"

#if defined(__x86_64__)

#include <array>
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

/// 64 samples of a row, or sums of them.
struct Block
{
    __m256i a;
    __m256i b;
    __m256i c;
    __m256i d;
};

LIKENESS_AVX2_INLINE Block zeros()
{
    const __m256i zero = _mm256_setzero_si256();
    return {zero, zero, zero, zero};
}

LIKENESS_AVX2_INLINE Block blockAt(const qint16 *from)
{
    return {load256(from), load256(from + 16), load256(from + 32), load256(from + 48)};
}

LIKENESS_AVX2_INLINE void addProducts(Block &sums, const Block &row, qint16 by)
{
    const __m256i weight = _mm256_set1_epi16(by);
    sums.a = _mm256_add_epi16(sums.a, _mm256_mulhrs_epi16(row.a, weight));
    sums.b = _mm256_add_epi16(sums.b, _mm256_mulhrs_epi16(row.b, weight));
    sums.c = _mm256_add_epi16(sums.c, _mm256_mulhrs_epi16(row.c, weight));
    sums.d = _mm256_add_epi16(sums.d, _mm256_mulhrs_epi16(row.d, weight));
}

LIKENESS_AVX2_INLINE void storeClamped(qint16 *to, const Block &sums)
{
    store256(to, clamped256(sums.a));
    store256(to + 16, clamped256(sums.b));
    store256(to + 32, clamped256(sums.c));
    store256(to + 48, clamped256(sums.d));
}

LIKENESS_AVX2 void verticalAvx2(
    const qint16 *const *rows, const qint16 *weights, int taps, qint16 *out, int count)
{
    static_assert(SamplePlane::blockSamples == 64);
    for (int i = 0; i < count; i += 64) {
        Block sums = zeros();
        for (int k = 0; k < taps; ++k)
            addProducts(sums, blockAt(rows[k] + i), weights[k]);
        storeClamped(out + i, sums);
    }
}

/// What both need is read once.
LIKENESS_AVX2 void verticalPairAvx2(
    const qint16 *const *rows, const qint16 *weights, int taps, int shift, qint16 *const *out, int count)
{
    if (shift >= taps)
        return verticalTwice<verticalAvx2>(rows, weights, taps, shift, out, count);
    const qint16 *oddWeights = weights + taps - shift; // by the row's number
    for (int i = 0; i < count; i += 64) {
        Block even = zeros();
        Block odd = zeros();
        for (int k = 0; k < shift; ++k)
            addProducts(even, blockAt(rows[k] + i), weights[k]);
        for (int k = shift; k < taps; ++k) {
            const Block row = blockAt(rows[k] + i);
            addProducts(even, row, weights[k]);
            addProducts(odd, row, oddWeights[k]);
        }
        for (int k = taps; k < taps + shift; ++k)
            addProducts(odd, blockAt(rows[k] + i), oddWeights[k]);
        storeClamped(out[0] + i, even);
        storeClamped(out[1] + i, odd);
    }
}

/// Four pixels out of the partial sums of each.
LIKENESS_AVX2_INLINE __m256i fourPixels(__m256i a, __m256i b, __m256i c, __m256i d)
{
    const __m256i ab = _mm256_add_epi16(_mm256_unpacklo_epi64(a, b), _mm256_unpackhi_epi64(a, b));
    const __m256i cd = _mm256_add_epi16(_mm256_unpacklo_epi64(c, d), _mm256_unpackhi_epi64(c, d));
    return clamped256(
        _mm256_add_epi16(_mm256_permute2x128_si256(ab, cd, 0x20), _mm256_permute2x128_si256(ab, cd, 0x31)));
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
        store256(out + 4 * i, fourPixels(a, b, c, d));
    }
    if (i < outputs)
        ssse3Kernels().horizontal(row, taps + i, weights, groups, outputs - i, out + 4 * i);
}

LIKENESS_AVX2 void horizontalAvx2(
    const qint16 *row, const HorizontalTap *taps, const qint16 *weights, int groups, int outputs, qint16 *out)
{
    static constexpr std::array unrolled {horizontalGroupsAvx2<0>, horizontalGroupsAvx2<1>,
        horizontalGroupsAvx2<2>, horizontalGroupsAvx2<3>, horizontalGroupsAvx2<4>, horizontalGroupsAvx2<5>};
    const auto known
        = static_cast<std::size_t>(groups) < unrolled.size() ? static_cast<std::size_t>(groups) : 0;
    unrolled[known](row, taps, weights, groups, outputs, out);
}

struct PartialPair
{
    __m256i even;
    __m256i odd;
};

/// The same of two rows: each weight is read once for both.
template <int Groups>
LIKENESS_AVX2_INLINE PartialPair partialPair(
    const qint16 *const *rows, HorizontalTap tap, const qint16 *weights, int groups)
{
    const qint16 *even = rows[0] + tap.first * samplesPerPixel;
    const qint16 *odd = rows[1] + tap.first * samplesPerPixel;
    const qint16 *weight = weights + tap.weights;
    const int count = Groups ? Groups : groups;
    const __m256i first = load256(weight);
    PartialPair sums {_mm256_mulhrs_epi16(load256(even), first), _mm256_mulhrs_epi16(load256(odd), first)};
    for (int k = 1; k < count; ++k) {
        const __m256i next = load256(weight + 16 * k);
        sums.even = _mm256_add_epi16(sums.even, _mm256_mulhrs_epi16(load256(even + 16 * k), next));
        sums.odd = _mm256_add_epi16(sums.odd, _mm256_mulhrs_epi16(load256(odd + 16 * k), next));
    }
    return sums;
}

template <int Groups>
LIKENESS_AVX2 void horizontalPairGroupsAvx2(const qint16 *const *rows, const HorizontalTap *taps,
    const qint16 *weights, int groups, int outputs, qint16 *const *out)
{
    int i = 0;
    for (; i + 4 <= outputs; i += 4) {
        const PartialPair a = partialPair<Groups>(rows, taps[i], weights, groups);
        const PartialPair b = partialPair<Groups>(rows, taps[i + 1], weights, groups);
        const PartialPair c = partialPair<Groups>(rows, taps[i + 2], weights, groups);
        const PartialPair d = partialPair<Groups>(rows, taps[i + 3], weights, groups);
        store256(out[0] + 4 * i, fourPixels(a.even, b.even, c.even, d.even));
        store256(out[1] + 4 * i, fourPixels(a.odd, b.odd, c.odd, d.odd));
    }
    if (i < outputs) {
        for (int row = 0; row < 2; ++row)
            ssse3Kernels().horizontal(rows[row], taps + i, weights, groups, outputs - i, out[row] + 4 * i);
    }
}

LIKENESS_AVX2 void horizontalPairAvx2(const qint16 *const *rows, const HorizontalTap *taps,
    const qint16 *weights, int groups, int outputs, qint16 *const *out)
{
    static constexpr std::array unrolled {horizontalPairGroupsAvx2<0>, horizontalPairGroupsAvx2<1>,
        horizontalPairGroupsAvx2<2>, horizontalPairGroupsAvx2<3>, horizontalPairGroupsAvx2<4>,
        horizontalPairGroupsAvx2<5>};
    const auto known
        = static_cast<std::size_t>(groups) < unrolled.size() ? static_cast<std::size_t>(groups) : 0;
    unrolled[known](rows, taps, weights, groups, outputs, out);
}

} // namespace

const ResampleKernels &avx2Kernels()
{
    static constexpr ResampleKernels kernels {
        widenAvx2, narrowAvx2, verticalAvx2, verticalPairAvx2, horizontalAvx2, horizontalPairAvx2};
    return kernels;
}

} // namespace likeness

#endif
