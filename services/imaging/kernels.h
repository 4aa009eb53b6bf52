// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/imaging/samples.h"
#include "services/imaging/weights.h"

#include <optional>

namespace likeness {

/// The inner loops of the renderer. Every level computes the same bits: a product is rounded to a whole
/// sample (multiply, add half, shift by 15) before it is added, and additions of 16-bit integers may come in
/// any order.
struct ResampleKernels
{
    /// 8-bit values to samples.
    void (*widen)(const uchar *values, qint16 *samples, int count);
    /// Samples to opaque RGBX pixels, rounded and clipped.
    void (*narrow)(const qint16 *samples, uchar *pixels, int pixelCount);
    /// One row out of `taps` rows; `count` is a multiple of SamplePlane::blockSamples.
    void (*vertical)(const qint16 *const *rows, const qint16 *weights, int taps, qint16 *out, int count);
    /// Two rows at once, out of rows[0..taps) and rows[shift..shift + taps): the weights of the one, then
    /// those of the other.
    void (*verticalPair)(
        const qint16 *const *rows, const qint16 *weights, int taps, int shift, qint16 *const *out, int count);
    /// `outputs` pixels out of one row.
    void (*horizontal)(const qint16 *row, const HorizontalTap *taps, const qint16 *weights, int groups,
        int outputs, qint16 *out);
    /// The same of two rows.
    void (*horizontalPair)(const qint16 *const *rows, const HorizontalTap *taps, const qint16 *weights,
        int groups, int outputs, qint16 *const *out);
};

/// The pair where a level gains nothing by two at once.
template <auto Vertical>
void verticalTwice(
    const qint16 *const *rows, const qint16 *weights, int taps, int shift, qint16 *const *out, int count)
{
    Vertical(rows, weights, taps, out[0], count);
    Vertical(rows + shift, weights + taps, taps, out[1], count);
}
template <auto Horizontal>
void horizontalTwice(const qint16 *const *rows, const HorizontalTap *taps, const qint16 *weights, int groups,
    int outputs, qint16 *const *out)
{
    Horizontal(rows[0], taps, weights, groups, outputs, out[0]);
    Horizontal(rows[1], taps, weights, groups, outputs, out[1]);
}

enum class SimdLevel { Scalar, Ssse3, Avx2 };

/// The best this machine has.
SimdLevel supportedSimdLevel();
/// For tests and measurements: never use more than this until called with nullopt. Any thread.
void limitSimdLevel(std::optional<SimdLevel> level);

const ResampleKernels &resampleKernels();

#if defined(__x86_64__)
const ResampleKernels &ssse3Kernels();
const ResampleKernels &avx2Kernels();
#endif

} // namespace likeness
