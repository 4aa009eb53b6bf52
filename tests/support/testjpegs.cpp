// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testpictures.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include <jpeglib.h>

namespace likeness::testing {
namespace {

struct JpegColours
{
    J_COLOR_SPACE in;
    J_COLOR_SPACE stored;
    int components;
};

JpegColours jpegColours(JpegKind::Colours colours)
{
    switch (colours) {
    case JpegKind::Colours::Grey:
        return {JCS_GRAYSCALE, JCS_GRAYSCALE, 1};
    case JpegKind::Colours::Cmyk:
    case JpegKind::Colours::AdobeCmyk:
        return {JCS_CMYK, JCS_CMYK, 4};
    case JpegKind::Colours::AdobeYcck:
        return {JCS_CMYK, JCS_YCCK, 4};
    case JpegKind::Colours::Rgb:
        break;
    }
    return {JCS_RGB, JCS_YCbCr, 3};
}

/// Inks without black; Adobe stores them inverted.
void putPixel(QRgb colour, JpegKind::Colours colours, JSAMPLE *to)
{
    const std::array<int, 3> light {qRed(colour), qGreen(colour), qBlue(colour)};
    if (colours == JpegKind::Colours::Grey) {
        *to = JSAMPLE(qGray(colour));
        return;
    }
    const bool inks = colours == JpegKind::Colours::Cmyk;
    for (std::size_t i = 0; i < light.size(); ++i)
        to[i] = JSAMPLE(inks ? 255 - light[i] : light[i]);
    if (colours != JpegKind::Colours::Rgb)
        to[3] = JSAMPLE(inks ? 0 : 255);
}

void applyKind(jpeg_compress_struct &jpeg, const JpegKind &kind)
{
    jpeg_set_colorspace(&jpeg, jpegColours(kind.colours).stored);
    jpeg_set_quality(&jpeg, 95, TRUE);
    if (kind.colours == JpegKind::Colours::Rgb) {
        jpeg.comp_info[0].h_samp_factor = kind.horizontalSampling;
        jpeg.comp_info[0].v_samp_factor = kind.verticalSampling;
    }
    jpeg.restart_in_rows = kind.restartRows;
    jpeg.write_Adobe_marker
        = kind.colours == JpegKind::Colours::AdobeCmyk || kind.colours == JpegKind::Colours::AdobeYcck;
    if (kind.progressive)
        jpeg_simple_progression(&jpeg);
}

void writeMarkers(jpeg_compress_struct &jpeg, const JpegKind &kind)
{
    if (kind.orientation != 0) {
        const QByteArray exif = QByteArray("Exif\0\0", 6) + exifBlock(kind.orientation);
        jpeg_write_marker(&jpeg, JPEG_APP0 + 1, reinterpret_cast<const JOCTET *>(exif.constData()),
            static_cast<unsigned>(exif.size()));
    }
    if (!kind.profile.isEmpty()) {
        jpeg_write_icc_profile(&jpeg, reinterpret_cast<const JOCTET *>(kind.profile.constData()),
            static_cast<unsigned>(kind.profile.size()));
    }
}

} // namespace

QByteArray jpegOf(const QImage &image, const JpegKind &kind)
{
    jpeg_compress_struct jpeg {};
    jpeg_error_mgr errors {}; // its error_exit ends the program, which is what a test wants
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    unsigned char *bytes = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&jpeg, &bytes, &size);
    const JpegColours colours = jpegColours(kind.colours);
    jpeg.image_width = static_cast<JDIMENSION>(image.width());
    jpeg.image_height = static_cast<JDIMENSION>(image.height());
    jpeg.input_components = colours.components;
    jpeg.in_color_space = colours.in;
    jpeg_set_defaults(&jpeg);
    applyKind(jpeg, kind);
    jpeg_start_compress(&jpeg, TRUE);
    writeMarkers(jpeg, kind);
    std::vector<JSAMPLE> row(std::size_t(image.width()) * std::size_t(colours.components));
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            putPixel(image.pixel(x, y), kind.colours, row.data() + x * colours.components);
        JSAMPROW rows[] = {row.data()};
        jpeg_write_scanlines(&jpeg, rows, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    const QByteArray result(reinterpret_cast<const char *>(bytes), qsizetype(size));
    std::free(bytes);
    return result;
}

} // namespace likeness::testing
