// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/measure/reference.h"

#include <jpeglib.h>
#include <lcms2.h>
#include <memory>
#include <numbers>

namespace bench {
namespace {

std::size_t sizeOf(int value)
{
    return static_cast<std::size_t>(value);
}

struct Decoded
{
    int width = 0;
    int height = 0;
    int orientation = 1;
    Bytes pixels; ///< RGB
    Bytes profile;
};

/// Our own inputs have exactly one entry in a big-endian directory; anything else counts as upright.
int orientationIn(const jpeg_decompress_struct &decoder)
{
    const auto *marker = decoder.marker_list;
    while (marker != nullptr && (marker->marker != JPEG_APP0 + 1 || marker->data_length < 26))
        marker = marker->next;
    return marker != nullptr && marker->data[17] == 0x12 ? marker->data[25] : 1;
}

Decoded decoded(const std::string &path)
{
    const std::unique_ptr<std::FILE, int (*)(std::FILE *)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
    jpeg_decompress_struct decoder {};
    jpeg_error_mgr errors {};
    decoder.err = jpeg_std_error(&errors); // ends the program: the inputs are our own
    jpeg_create_decompress(&decoder);
    jpeg_stdio_src(&decoder, file.get());
    jpeg_save_markers(&decoder, JPEG_APP0 + 1, 0xFFFF);
    jpeg_save_markers(&decoder, JPEG_APP0 + 2, 0xFFFF);
    jpeg_read_header(&decoder, TRUE);
    decoder.out_color_space = JCS_RGB;
    decoder.dct_method = JDCT_FLOAT;
    jpeg_start_decompress(&decoder);
    Decoded picture {static_cast<int>(decoder.output_width), static_cast<int>(decoder.output_height),
        orientationIn(decoder), Bytes(std::size_t {3} * decoder.output_width * decoder.output_height), {}};
    JOCTET *profile = nullptr;
    unsigned profileSize = 0;
    if (jpeg_read_icc_profile(&decoder, &profile, &profileSize) != FALSE) {
        picture.profile.assign(profile, profile + profileSize);
        std::free(profile);
    }
    while (decoder.output_scanline < decoder.output_height) {
        JSAMPROW row
            = picture.pixels.data() + std::size_t {3} * decoder.output_width * decoder.output_scanline;
        jpeg_read_scanlines(&decoder, &row, 1);
    }
    jpeg_finish_decompress(&decoder);
    jpeg_destroy_decompress(&decoder);
    return picture;
}

/// The pixel of the stored picture that an upright one comes from.
std::pair<int, int> storedPixel(int x, int y, const Decoded &picture)
{
    switch (picture.orientation) {
    case 3:
        return {picture.width - 1 - x, picture.height - 1 - y};
    case 6:
        return {y, picture.height - 1 - x};
    case 8:
        return {picture.width - 1 - y, x};
    default:
        return {x, y};
    }
}

/// One output pixel of a Lanczos3 reduction: which inputs count, and how much.
struct Taps
{
    int first = 0;
    std::vector<double> weights;
};

double sinc(double x)
{
    return x == 0 ? 1 : std::sin(std::numbers::pi * x) / (std::numbers::pi * x);
}

std::vector<Taps> lanczos(int from, int to)
{
    const double step = static_cast<double>(from) / to;
    std::vector<Taps> all;
    for (int i = 0; i < to; ++i) {
        const double centre = (i + 0.5) * step - 0.5;
        Taps taps;
        taps.first = std::max(0, static_cast<int>(std::ceil(centre - 3 * step)));
        const int last = std::min(from - 1, static_cast<int>(std::floor(centre + 3 * step)));
        double sum = 0;
        for (int k = taps.first; k <= last; ++k) {
            const double distance = (k - centre) / step;
            taps.weights.push_back(std::abs(distance) < 3 ? sinc(distance) * sinc(distance / 3) : 0);
            sum += taps.weights.back();
        }
        for (double &weight : taps.weights)
            weight /= sum;
        all.push_back(taps);
    }
    return all;
}

/// Reduces the rows of `in` (edge x rows) and returns the result with rows and columns exchanged.
std::vector<double> reducedAndTurned(
    const std::vector<double> &in, int edge, int rows, const std::vector<Taps> &taps)
{
    std::vector<double> out(taps.size() * sizeOf(rows) * 3);
    for (std::size_t y = 0; y < sizeOf(rows); ++y) {
        const double *line = &in[y * sizeOf(edge) * 3];
        for (std::size_t x = 0; x < taps.size(); ++x) {
            double *pixel = &out[(x * sizeOf(rows) + y) * 3];
            const double *source = line + sizeOf(taps[x].first) * 3;
            for (const double weight : taps[x].weights) {
                for (int channel = 0; channel < 3; ++channel)
                    pixel[channel] += weight * *source++;
            }
        }
    }
    return out;
}

void toSrgb(std::vector<double> &values, const Bytes &profile)
{
    cmsHPROFILE from = cmsOpenProfileFromMem(profile.data(), static_cast<cmsUInt32Number>(profile.size()));
    cmsHPROFILE to = cmsCreate_sRGBProfile();
    cmsHTRANSFORM transform = cmsCreateTransform(
        from, TYPE_RGB_DBL, to, TYPE_RGB_DBL, INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOOPTIMIZE);
    cmsDoTransform(transform, values.data(), values.data(), static_cast<cmsUInt32Number>(values.size() / 3));
    cmsDeleteTransform(transform);
    cmsCloseProfile(from);
    cmsCloseProfile(to);
}

/// As far as the kernel of the smallest size reaches in from the border.
int marginOf(int edge)
{
    return std::max(2, (10 * edge + 647) / 648);
}

/// Blurred by a Gaussian of 1.5 pixels, both ways.
std::vector<double> blurred(const std::vector<double> &in, int edge)
{
    constexpr int reach = 5;
    std::vector<double> out(in);
    for (int pass = 0; pass < 2; ++pass) {
        const std::vector<double> before = out;
        for (int y = 0; y < edge; ++y) {
            for (int x = 0; x < edge; ++x) {
                double sum = 0;
                double weights = 0;
                for (int k = -reach; k <= reach; ++k) {
                    const int at = std::clamp((pass == 0 ? x : y) + k, 0, edge - 1);
                    const double weight = std::exp(-k * k / 4.5);
                    sum += weight * before[pass == 0 ? sizeOf(y * edge + at) : sizeOf(at * edge + x)];
                    weights += weight;
                }
                out[sizeOf(y * edge + x)] = sum / weights;
            }
        }
    }
    return out;
}

std::vector<double> brightness(const Plane &plane)
{
    std::vector<double> result(plane.values.size() / 3);
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i]
            = 0.299 * plane.values[3 * i] + 0.587 * plane.values[3 * i + 1] + 0.114 * plane.values[3 * i + 2];
    return result;
}

std::vector<double> product(const std::vector<double> &a, const std::vector<double> &b)
{
    std::vector<double> result(a.size());
    std::transform(a.cbegin(), a.cend(), b.cbegin(), result.begin(), std::multiplies<>());
    return result;
}

} // namespace

Reference::Reference(const std::string &picture, const Square &square)
{
    Decoded whole = decoded(picture);
    m_profile = std::move(whole.profile);
    m_square.edge = static_cast<int>(square.edge);
    m_square.values.reserve(sizeOf(m_square.edge) * sizeOf(m_square.edge) * 3);
    for (int y = 0; y < m_square.edge; ++y) {
        for (int x = 0; x < m_square.edge; ++x) {
            const auto [column, row]
                = storedPixel(static_cast<int>(square.x) + x, static_cast<int>(square.y) + y, whole);
            const auto *pixel = &whole.pixels[(sizeOf(row) * sizeOf(whole.width) + sizeOf(column)) * 3];
            m_square.values.insert(m_square.values.end(), pixel, pixel + 3);
        }
    }
}

Plane Reference::at(int edge) const
{
    const auto taps = lanczos(m_square.edge, edge);
    const auto columns = reducedAndTurned(m_square.values, m_square.edge, m_square.edge, taps);
    Plane result {edge, reducedAndTurned(columns, m_square.edge, edge, taps)};
    for (double &value : result.values)
        value /= 255;
    if (!m_profile.empty())
        toSrgb(result.values, m_profile);
    for (double &value : result.values)
        value = 255 * std::clamp(value, 0.0, 1.0);
    return result;
}

double psnr(const Plane &expected, const Plane &actual)
{
    const int margin = marginOf(expected.edge);
    double sum = 0;
    double count = 0;
    for (int y = margin; y < expected.edge - margin; ++y) {
        for (int x = 3 * margin; x < 3 * (expected.edge - margin); ++x) {
            const std::size_t at = sizeOf(y * expected.edge * 3 + x);
            const double difference = expected.values[at] - actual.values[at];
            sum += difference * difference;
            ++count;
        }
    }
    return 10 * std::log10(255.0 * 255.0 * count / std::max(sum, 1e-9));
}

double ssim(const Plane &expected, const Plane &actual)
{
    const int edge = expected.edge;
    const auto a = brightness(expected);
    const auto b = brightness(actual);
    const auto meanA = blurred(a, edge);
    const auto meanB = blurred(b, edge);
    const auto squareA = blurred(product(a, a), edge);
    const auto squareB = blurred(product(b, b), edge);
    const auto both = blurred(product(a, b), edge);
    const int margin = marginOf(edge);
    double sum = 0;
    double count = 0;
    for (int y = margin; y < edge - margin; ++y) {
        for (int x = margin; x < edge - margin; ++x, ++count) {
            const std::size_t i = sizeOf(y * edge + x);
            const double covariance = both[i] - meanA[i] * meanB[i];
            const double variances = squareA[i] - meanA[i] * meanA[i] + squareB[i] - meanB[i] * meanB[i];
            sum += (2 * meanA[i] * meanB[i] + 6.5025) * (2 * covariance + 58.5225)
                / ((meanA[i] * meanA[i] + meanB[i] * meanB[i] + 6.5025) * (variances + 58.5225));
        }
    }
    return sum / count;
}

} // namespace bench
