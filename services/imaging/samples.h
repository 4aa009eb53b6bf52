// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>
#include <cstddef>
#include <cstdlib>
#include <memory>

namespace likeness {

/// The renderer's working unit: an 8-bit value times 64, so 0..16320. The sign bit and the upper half hold
/// what a resampling filter overshoots; every stage clamps to lowestSample..highestSample, which keeps the
/// next stage's 16-bit sums from overflowing whatever the picture (weights.cpp: no filter's weights sum to
/// more than 1.55 in magnitude).
inline constexpr int sampleShift = 6;
inline constexpr int fullSample = 255 << sampleShift;
inline constexpr int sampleHeadroom = 7168;
inline constexpr qint16 lowestSample = -sampleHeadroom;
inline constexpr qint16 highestSample = fullSample + sampleHeadroom;

/// Four samples a pixel: red, green, blue, unused.
inline constexpr int samplesPerPixel = 4;

/// A picture of samples. Rows are aligned and end in padding that kernels may read and overwrite. reshape()
/// keeps the memory when it is enough, so that a plane can be used again for the next picture; it does not
/// clear it.
class SamplePlane
{
public:
    static constexpr int blockSamples = 64; ///< kernels work on rows in blocks of so many samples

    void reshape(int width, int height)
    {
        m_width = width;
        m_height = height;
        m_stride = roundedToBlock((width + padding) * samplesPerPixel);
        const std::size_t bytes = m_stride * static_cast<std::size_t>(height) * sizeof(qint16);
        if (bytes > m_capacity) {
            m_samples.reset(static_cast<qint16 *>(std::aligned_alloc(alignment, bytes)));
            Q_CHECK_PTR(m_samples.get());
            m_capacity = bytes;
        }
    }
    /// Gives the memory back; the plane is empty then.
    void release()
    {
        m_samples.reset();
        m_width = m_height = 0;
        m_stride = m_capacity = 0;
    }
    std::size_t capacity() const { return m_capacity; } ///< bytes
    int width() const { return m_width; }
    int height() const { return m_height; }
    qint16 *row(int y) { return m_samples.get() + m_stride * static_cast<std::size_t>(y); }
    const qint16 *row(int y) const { return m_samples.get() + m_stride * static_cast<std::size_t>(y); }
    std::size_t rowBytes() const { return m_stride * sizeof(qint16); }
    /// Samples of a row, rounded up to whole blocks; still inside the row.
    int blockedSamples() const { return static_cast<int>(roundedToBlock(m_width * samplesPerPixel)); }

private:
    static constexpr int padding = 8; ///< pixels; the horizontal kernel reads in groups of four
    static constexpr std::size_t alignment = 128;
    static std::size_t roundedToBlock(int samples)
    {
        return static_cast<std::size_t>((samples + blockSamples - 1) / blockSamples * blockSamples);
    }
    struct Free
    {
        void operator()(void *memory) const { std::free(memory); }
    };
    int m_width = 0;
    int m_height = 0;
    std::size_t m_stride = 0;
    std::size_t m_capacity = 0;
    std::unique_ptr<qint16, Free> m_samples;
};

} // namespace likeness
