// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/inputs/camera.h"

#include "tests/bench/inputs/content.h"

#include <QTransform>
#include <array>
#include <cmath>
#include <cstdio>
#include <jpeglib.h>
#include <lcms2.h>
#include <memory>
#include <vector>

namespace bench {
namespace {

using Row = std::vector<float>;

/// Four taps around a point; a = -0.75 sharpens a little, as a camera's own processing does.
struct Taps
{
    int first = 0;
    std::array<float, 4> weights {};
};

Taps tapsAt(double centre)
{
    constexpr double a = -0.75;
    Taps taps;
    taps.first = static_cast<int>(std::floor(centre)) - 1;
    for (int i = 0; i < 4; ++i) {
        const double d = std::abs(centre - (taps.first + i));
        const double weight = d < 1 ? ((a + 2) * d - (a + 3)) * d * d + 1
            : d < 2                 ? ((a * d - 5 * a) * d + 8 * a) * d - 4 * a
                                    : 0;
        taps.weights[static_cast<std::size_t>(i)] = static_cast<float>(weight);
    }
    return taps;
}

/// The centre of the content, enlarged to cover width x height, one row at a time from the top.
class Enlarger
{
public:
    Enlarger(const QImage &content, int width, int height)
        : m_content(content)
        , m_step(std::min(
              content.width() / static_cast<double>(width), content.height() / static_cast<double>(height)))
        , m_top((content.height() - height * m_step) / 2)
    {
        const double left = (content.width() - width * m_step) / 2;
        for (int x = 0; x < width; ++x)
            m_columns.push_back(tapsAt(left + (x + 0.5) * m_step - 0.5));
    }

    void row(int y, Row &out)
    {
        const Taps taps = tapsAt(m_top + (y + 0.5) * m_step - 0.5);
        out.assign(m_columns.size() * 3, 0.0F);
        for (int i = 0; i < 4; ++i) {
            const Row &source = enlargedRow(std::clamp(taps.first + i, 0, m_content.height() - 1));
            const float weight = taps.weights[static_cast<std::size_t>(i)];
            for (std::size_t k = 0; k < out.size(); ++k)
                out[k] += weight * source[k];
        }
    }

private:
    const Row &enlargedRow(int y)
    {
        auto &[kept, row] = m_ring[static_cast<std::size_t>(y) % m_ring.size()];
        if (kept == y)
            return row;
        kept = y;
        row.resize(m_columns.size() * 3);
        const uchar *line = m_content.constScanLine(y);
        float *out = row.data();
        for (const Taps &taps : m_columns) {
            for (int channel = 0; channel < 3; ++channel) {
                float sum = 0;
                for (int i = 0; i < 4; ++i) {
                    const int x = std::clamp(taps.first + i, 0, m_content.width() - 1);
                    sum += taps.weights[static_cast<std::size_t>(i)]
                        * static_cast<float>(line[3 * x + channel]);
                }
                *out++ = sum;
            }
        }
        return row;
    }

    const QImage m_content;
    const double m_step;
    const double m_top;
    std::vector<Taps> m_columns;
    std::array<std::pair<int, Row>, 8> m_ring {
        {{-1, {}}, {-1, {}}, {-1, {}}, {-1, {}}, {-1, {}}, {-1, {}}, {-1, {}}, {-1, {}}}};
};

/// Noise of a sensor behind a colour filter: fine in brightness, coarser in each colour. One tile, repeated.
class Grain
{
public:
    Grain(double deviation, std::uint32_t seed)
        : m_fine(tile(deviation, seed))
        , m_coarse(tile(0.6 * deviation, seed + 1))
    {
    }
    void addTo(Row &row, int y) const
    {
        const std::size_t line = static_cast<std::size_t>(y) % edge * edge;
        const std::size_t halfLine = static_cast<std::size_t>(y / 2) % edge;
        for (std::size_t x = 0; x < row.size() / 3; ++x) {
            float *pixel = &row[3 * x];
            const float brightness = (pixel[0] + pixel[1] + pixel[2]) / 3;
            const float level = 0.6F + 0.4F * std::sqrt(std::clamp(1 - brightness / 255, 0.0F, 1.0F));
            const float fine = m_fine[line + x % edge];
            for (std::size_t channel = 0; channel < 3; ++channel) {
                const std::size_t shifted = (halfLine + 331 * channel) % edge;
                pixel[channel] += level * (fine + m_coarse[shifted * edge + (x / 2 + 97 * channel) % edge]);
            }
        }
    }

private:
    static constexpr std::size_t edge = 1021;
    /// Slightly blurred, then brought back to the wanted deviation.
    static std::vector<float> tile(double deviation, std::uint32_t seed)
    {
        Numbers numbers(seed);
        std::vector<float> raw(edge * edge);
        for (float &value : raw)
            value = static_cast<float>(numbers.bell());
        std::vector<float> blurred(raw.size());
        constexpr float side = 0.3F; // centre 1: (1 + 4 * 0.3 * 0.3) is the variance kept
        const float scale = static_cast<float>(deviation / std::sqrt(1 + 4 * 0.09));
        for (std::size_t i = 0; i < raw.size(); ++i) {
            const std::size_t n = raw.size();
            const float around
                = raw[(i + 1) % n] + raw[(i + n - 1) % n] + raw[(i + edge) % n] + raw[(i + n - edge) % n];
            blurred[i] = scale * (raw[i] + side * around);
        }
        return blurred;
    }
    std::vector<float> m_fine;
    std::vector<float> m_coarse;
};

std::vector<JOCTET> displayP3Profile()
{
    const cmsCIExyY white {0.3127, 0.3290, 1.0};
    const cmsCIExyYTRIPLE primaries {{0.680, 0.320, 1}, {0.265, 0.690, 1}, {0.150, 0.060, 1}};
    const std::array<cmsFloat64Number, 5> curve {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
    cmsToneCurve *tone = cmsBuildParametricToneCurve(nullptr, 4, curve.data());
    std::array<cmsToneCurve *, 3> tones {tone, tone, tone};
    cmsHPROFILE profile = cmsCreateRGBProfile(&white, &primaries, tones.data());
    cmsMLU *text = cmsMLUalloc(nullptr, 1);
    cmsMLUsetASCII(text, "en", "US", "Display P3");
    cmsWriteTag(profile, cmsSigProfileDescriptionTag, text);
    cmsUInt32Number size = 0;
    cmsSaveProfileToMem(profile, nullptr, &size);
    std::vector<JOCTET> bytes(size);
    cmsSaveProfileToMem(profile, bytes.data(), &size);
    cmsMLUfree(text);
    cmsCloseProfile(profile);
    cmsFreeToneCurve(tone);
    return bytes;
}

std::vector<JOCTET> exifWith(int orientation)
{
    std::vector<JOCTET> exif {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1};
    for (const int byte : {0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0})
        exif.push_back(static_cast<JOCTET>(byte));
    return exif;
}

/// The content as the sensor saw it: upright turned back by the orientation.
QImage asStored(const QImage &upright, int orientation)
{
    const int degrees = orientation == 6 ? 270 : orientation == 8 ? 90 : orientation == 3 ? 180 : 0;
    return upright.transformed(QTransform().rotate(degrees));
}

void startFile(jpeg_compress_struct &encoder, const Shot &shot)
{
    encoder.image_width = static_cast<JDIMENSION>(shot.width);
    encoder.image_height = static_cast<JDIMENSION>(shot.height);
    encoder.input_components = 3;
    encoder.in_color_space = JCS_RGB;
    jpeg_set_defaults(&encoder);
    jpeg_set_quality(&encoder, 92, TRUE);
    encoder.write_JFIF_header = FALSE;
    if (shot.progressive)
        jpeg_simple_progression(&encoder);
    jpeg_start_compress(&encoder, TRUE);
    const auto exif = exifWith(shot.orientation);
    jpeg_write_marker(&encoder, JPEG_APP0 + 1, exif.data(), static_cast<unsigned>(exif.size()));
    if (shot.displayP3) {
        const auto profile = displayP3Profile();
        jpeg_write_icc_profile(&encoder, profile.data(), static_cast<unsigned>(profile.size()));
    }
}

} // namespace

bool writeShot(const Shot &shot, const QImage &content, const QString &path)
{
    const std::unique_ptr<std::FILE, int (*)(std::FILE *)> file(
        std::fopen(qPrintable(path), "wb"), &std::fclose);
    if (!file)
        return false;
    jpeg_compress_struct encoder {};
    jpeg_error_mgr errors {};
    encoder.err = jpeg_std_error(&errors);
    jpeg_create_compress(&encoder);
    jpeg_stdio_dest(&encoder, file.get());
    startFile(encoder, shot);
    Enlarger enlarger(asStored(content, shot.orientation), shot.width, shot.height);
    const Grain grain(shot.grain, static_cast<std::uint32_t>(shot.name[1] + 131 * shot.name[0]));
    Row row;
    std::vector<JSAMPLE> samples;
    for (int y = 0; y < shot.height; ++y) {
        enlarger.row(y, row);
        grain.addTo(row, y);
        samples.resize(row.size());
        std::transform(row.cbegin(), row.cend(), samples.begin(),
            [](float value) { return static_cast<JSAMPLE>(std::clamp(value + 0.5F, 0.0F, 255.0F)); });
        JSAMPROW line = samples.data();
        jpeg_write_scanlines(&encoder, &line, 1);
    }
    jpeg_finish_compress(&encoder);
    jpeg_destroy_compress(&encoder);
    return true;
}

bool writeSrgbProfile(const QString &path)
{
    cmsHPROFILE profile = cmsCreate_sRGBProfile();
    const bool written = cmsSaveProfileToFile(profile, qPrintable(path)) != FALSE;
    cmsCloseProfile(profile);
    return written;
}

} // namespace bench
