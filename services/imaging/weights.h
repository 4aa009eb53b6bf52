// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>
#include <vector>

namespace likeness {

/// Resampling weights of one axis: output i is the sum over k < taps of weight[i * taps + k] *
/// source[first[i] + k]. Lanczos of three lobes, widened when reducing; weights are multiples of 1/32768 and
/// sum to 1 (or 32767/32768 where a single weight is 1, which no 14-bit value notices). Nothing outside the
/// source is read: at the edge the rest is weighed up.
struct AxisWeights
{
    int outputs = 0;
    int taps = 0;
    std::vector<int> first;
    std::vector<qint16> weights;

    int firstOf(int output) const { return first[static_cast<std::size_t>(output)]; }
    const qint16 *weightsOf(int output) const { return weights.data() + output * taps; }
    /// How many source samples outputs 2i and 2i + 1 need together, at most.
    int pairReach() const;
};

/// `outputs` samples spread evenly over [offset, offset + length) of a source that has `available` samples.
AxisWeights axisWeights(int available, double offset, double length, int outputs);

/// The same by straight lines between neighbours, as clients stretch pictures.
AxisWeights bilinearWeights(int available, int outputs);

/// How far to each side of a sample its filter reaches, in source samples, at so many source samples per
/// output.
double filterReach(double samplesPerOutput);

/// Which source pixel one output begins at and where its weights begin.
struct HorizontalTap
{
    int first = 0;
    int weights = 0;
};

/// Weights the way the horizontal kernel reads them: in groups of four taps, each weight once per channel.
struct HorizontalWeights
{
    static constexpr int groupSamples = 16;

    int groups = 0;
    std::vector<HorizontalTap> taps;
    std::vector<qint16> weights;
};

HorizontalWeights horizontalWeights(const AxisWeights &axis);

/// The same filter for outputs at any position: one set of weights for each of `phases` fractions of a
/// sample. The output at position p (sample centres at whole numbers) begins at source sample floor(p) -
/// before.
struct PhaseWeights
{
    static constexpr int phases = 256;

    int groups = 0;
    int before = 0;
    int taps = 0;
    std::vector<qint16> weights; ///< phases * groups * groupSamples

    int weightsOf(int phase) const { return phase * groups * HorizontalWeights::groupSamples; }
};

PhaseWeights phaseWeights(double samplesPerOutput);

} // namespace likeness
