// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/weights.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>

namespace likeness {

namespace {

constexpr double lobes = 3.0;
constexpr int one = 32768;

double lanczos(double x)
{
    if (x == 0.0)
        return 1.0;
    if (x >= lobes)
        return 0.0;
    const double angle = std::numbers::pi * x;
    return lobes * std::sin(angle) * std::sin(angle / lobes) / (angle * angle);
}

/// The filter sampled once: weights are made anew for every frame while a crop moves, without a sine per tap.
class LanczosTable
{
public:
    double at(double x) const
    {
        const double position = std::min(std::abs(x), lobes) * steps;
        const auto index = static_cast<std::size_t>(position);
        return m_values[index]
            + (m_values[index + 1] - m_values[index]) * (position - static_cast<double>(index));
    }
    static const LanczosTable &instance()
    {
        static const LanczosTable table;
        return table;
    }

private:
    static constexpr int steps = 1024;
    LanczosTable()
    {
        for (std::size_t i = 0; i < m_values.size(); ++i)
            m_values[i] = lanczos(static_cast<double>(i) / steps);
    }
    std::array<double, 3 * steps + 2> m_values;
};

/// Rounds values to 1/32768 of their sum; what rounding loses goes to the largest.
void quantise(std::span<const double> values, std::span<qint16> weights)
{
    double sum = 0.0;
    for (const double value : values)
        sum += value;
    int left = one;
    std::size_t largest = 0;
    for (std::size_t k = 0; k < values.size(); ++k) {
        const int weight = static_cast<int>(std::floor(values[k] / sum * one + 0.5));
        weights[k] = static_cast<qint16>(std::min(weight, one - 1));
        left -= weight;
        if (weights[k] > weights[largest])
            largest = k;
    }
    weights[largest] = static_cast<qint16>(std::min(weights[largest] + left, one - 1));
}

} // namespace

double filterReach(double samplesPerOutput)
{
    return lobes * std::max(samplesPerOutput, 1.0);
}

int AxisWeights::pairReach() const
{
    int reach = taps;
    for (int odd = 1; odd < outputs; odd += 2)
        reach = std::max(reach, firstOf(odd) - firstOf(odd - 1) + taps);
    return reach;
}

AxisWeights axisWeights(int available, double offset, double length, int outputs)
{
    Q_ASSERT(available > 0 && outputs > 0 && length > 0.0);
    const LanczosTable &filter = LanczosTable::instance();
    const double scale = length / outputs;
    const double stretch = std::max(scale, 1.0);
    const double reach = filterReach(scale);
    AxisWeights result;
    result.outputs = outputs;
    result.taps = std::min(static_cast<int>(std::floor(2.0 * reach)) + 1, available);
    const auto taps = static_cast<std::size_t>(result.taps);
    result.first.resize(static_cast<std::size_t>(outputs));
    result.weights.assign(static_cast<std::size_t>(outputs) * taps, 0);
    std::vector<double> values(taps);
    for (int i = 0; i < outputs; ++i) {
        // not beyond the middle of the outermost sample: extrapolating there would need weights above 1
        const double centre = std::clamp(offset + (i + 0.5) * scale - 0.5, 0.0, available - 1.0);
        const int first = std::max(static_cast<int>(std::ceil(centre - reach)), 0);
        const int last = std::min(static_cast<int>(std::floor(centre + reach)), available - 1);
        const auto count = static_cast<std::size_t>(last - first + 1);
        for (std::size_t k = 0; k < count; ++k)
            values[k] = filter.at((first + static_cast<int>(k) - centre) / stretch);
        const int begin = std::min(first, available - result.taps); // every output reads as many taps
        result.first[static_cast<std::size_t>(i)] = begin;
        const std::span<qint16> weights
            = std::span(result.weights).subspan(static_cast<std::size_t>(i) * taps, taps);
        quantise(
            std::span(values).first(count), weights.subspan(static_cast<std::size_t>(first - begin), count));
    }
    return result;
}

AxisWeights bilinearWeights(int available, int outputs)
{
    Q_ASSERT(available > 0 && outputs > 0);
    AxisWeights result;
    result.outputs = outputs;
    result.taps = std::min(2, available);
    const double scale = static_cast<double>(available) / outputs;
    for (int i = 0; i < outputs; ++i) {
        const double centre = std::clamp((i + 0.5) * scale - 0.5, 0.0, available - 1.0);
        const int first = std::min(static_cast<int>(centre), available - result.taps);
        const int second = static_cast<int>(std::floor((centre - first) * one + 0.5));
        result.first.push_back(first);
        result.weights.push_back(static_cast<qint16>(std::min(one - second, one - 1)));
        if (result.taps == 2)
            result.weights.push_back(static_cast<qint16>(std::min(second, one - 1)));
    }
    return result;
}

HorizontalWeights horizontalWeights(const AxisWeights &axis)
{
    constexpr int group = HorizontalWeights::groupSamples;
    HorizontalWeights result;
    result.groups = (axis.taps + 3) / 4;
    result.taps.resize(static_cast<std::size_t>(axis.outputs));
    result.weights.assign(static_cast<std::size_t>(axis.outputs * result.groups * group), 0);
    for (int i = 0; i < axis.outputs; ++i) {
        const int begin = i * result.groups * group;
        result.taps[static_cast<std::size_t>(i)] = {axis.first[static_cast<std::size_t>(i)], begin};
        for (int k = 0; k < axis.taps; ++k)
            std::fill_n(result.weights.begin() + begin + 4 * k, 4,
                axis.weights[static_cast<std::size_t>(i * axis.taps + k)]);
    }
    return result;
}

PhaseWeights phaseWeights(double samplesPerOutput)
{
    constexpr int group = HorizontalWeights::groupSamples;
    const LanczosTable &filter = LanczosTable::instance();
    const double stretch = std::max(samplesPerOutput, 1.0);
    const int reach = static_cast<int>(std::ceil(filterReach(samplesPerOutput)));
    PhaseWeights result;
    result.before = reach - 1;
    result.taps = 2 * reach;
    result.groups = (result.taps + 3) / 4;
    result.weights.assign(static_cast<std::size_t>(PhaseWeights::phases * result.groups * group), 0);
    const auto taps = static_cast<std::size_t>(result.taps);
    std::vector<double> values(taps);
    std::vector<qint16> weights(taps);
    for (int phase = 0; phase < PhaseWeights::phases; ++phase) {
        // the weights stand for the middle of the phase's interval of positions
        const double fraction = (phase + 0.5) / PhaseWeights::phases;
        for (int k = 0; k < result.taps; ++k)
            values[static_cast<std::size_t>(k)] = filter.at((k - result.before - fraction) / stretch);
        quantise(values, weights);
        for (int k = 0; k < result.taps; ++k)
            std::fill_n(result.weights.begin() + result.weightsOf(phase) + 4 * k, 4,
                weights[static_cast<std::size_t>(k)]);
    }
    return result;
}

} // namespace likeness
