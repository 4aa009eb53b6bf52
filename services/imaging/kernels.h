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
    /// `outputs` pixels out of one row.
    void (*horizontal)(const qint16 *row, const HorizontalTap *taps, const qint16 *weights, int groups,
        int outputs, qint16 *out);
};

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
