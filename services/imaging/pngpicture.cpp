// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/decoders.h"
#include "services/imaging/decodewatch.h"
#include "services/imaging/exif.h"
#include "services/imaging/pictureformat.h"
#include "services/imaging/rasterpicture.h"

#include <QtEndian>
#include <algorithm>
#include <array>
#include <cmath>
#include <csetjmp>
#include <cstring>
#include <png.h>

namespace likeness {
namespace {

constexpr int rowsBetweenPngLooks = 64;
constexpr png_alloc_size_t largestChunk
    = 64 * 1024 * 1024; // a profile or a text that unpacks to more is an attack

/// One PNG read from memory with libpng; no longjmp leaves it. Each step says whether it worked.
class PngReader final
{
public:
    explicit PngReader(QByteArrayView file)
        : m_left(file)
    {
        m_png = png_create_read_struct(PNG_LIBPNG_VER_STRING, this, &PngReader::failed, &PngReader::warned);
        m_info = m_png ? png_create_info_struct(m_png) : nullptr;
    }
    ~PngReader() { png_destroy_read_struct(&m_png, &m_info, nullptr); }
    Q_DISABLE_COPY_MOVE(PngReader)

    bool readHeader()
    {
        return m_info && guarded([this] {
            png_set_read_fn(m_png, this, &PngReader::deliver);
            // Ours have been checked; these only keep libpng from its own, smaller ones.
            png_set_user_limits(m_png, 0x7fffffff, 0x7fffffff);
            png_set_chunk_malloc_max(m_png, largestChunk);
            png_read_info(m_png, m_info);
        });
    }
    bool hasAlpha() const
    {
        return (png_get_color_type(m_png, m_info) & PNG_COLOR_MASK_ALPHA) != 0
            || png_get_valid(m_png, m_info, PNG_INFO_tRNS) != 0;
    }
    bool isGrey() const { return (png_get_color_type(m_png, m_info) & PNG_COLOR_MASK_COLOR) == 0; }
    QByteArray profile() const;
    int orientation() const;

    /// Everything becomes 8-bit RGBA in sRGB's gamma; returns how many times over the rows come (7 if
    /// interlaced).
    int prepare();
    bool readRow(uchar *row)
    {
        return guarded([this, row] { png_read_row(m_png, row, nullptr); });
    }
    bool finish()
    {
        return guarded([this] { png_read_end(m_png, m_info); });
    }
    Error error() const { return {Errc::PictureBroken, QString::fromLatin1(m_message.data())}; }

private:
    template <class Step>
    bool guarded(Step step)
    {
        if (setjmp(m_back) != 0)
            return false;
        step();
        return true;
    }
    static PngReader *self(png_structp png) { return static_cast<PngReader *>(png_get_error_ptr(png)); }
    [[noreturn]] static void failed(png_structp png, png_const_charp message)
    {
        PngReader *reader = self(png);
        std::strncpy(reader->m_message.data(), message, reader->m_message.size() - 1);
        std::longjmp(reader->m_back, 1);
    }
    static void warned(png_structp, png_const_charp) { }
    static void deliver(png_structp png, png_bytep to, std::size_t size)
    {
        auto *reader = static_cast<PngReader *>(png_get_io_ptr(png));
        if (qsizetype(size) > reader->m_left.size())
            png_error(png, "the file ends too early");
        std::memcpy(to, reader->m_left.data(), size);
        reader->m_left = reader->m_left.sliced(qsizetype(size));
    }

    QByteArrayView m_left;
    png_structp m_png = nullptr;
    png_infop m_info = nullptr;
    std::jmp_buf m_back {};
    std::array<char, 128> m_message {};
};

QByteArray PngReader::profile() const
{
    png_charp name = nullptr;
    int compression = 0;
    png_bytep bytes = nullptr;
    png_uint_32 size = 0;
    if (png_get_iCCP(m_png, m_info, &name, &compression, &bytes, &size) == 0)
        return {};
    return {reinterpret_cast<const char *>(bytes), qsizetype(size)};
}

int PngReader::orientation() const
{
    png_bytep bytes = nullptr;
    png_uint_32 size = 0;
    if (png_get_eXIf_1(m_png, m_info, &size, &bytes) == 0)
        return 1;
    return exifOrientation(QByteArrayView(bytes, qsizetype(size)));
}

int PngReader::prepare()
{
    int passes = 0;
    guarded([this, &passes] {
        png_set_expand(m_png);
        png_set_scale_16(m_png);
        png_set_gray_to_rgb(m_png);
        png_set_add_alpha(m_png, 0xff, PNG_FILLER_AFTER);
        double gamma = 0.0;
        const bool hasBetter = png_get_valid(m_png, m_info, PNG_INFO_sRGB | PNG_INFO_iCCP) != 0;
        if (!hasBetter && png_get_gAMA(m_png, m_info, &gamma) != 0 && std::abs(gamma - 1.0 / 2.2) > 0.02)
            png_set_gamma(m_png, PNG_DEFAULT_sRGB, gamma);
        passes = png_set_interlace_handling(m_png);
        png_read_update_info(m_png, m_info);
    });
    return passes;
}

/// The size the first chunk promises; read here, because libpng reads on to the pixels before it tells.
QSize promisedPngSize(QByteArrayView png)
{
    constexpr qsizetype sizeAt = 16;
    if (png.size() < sizeAt + 8 || png.sliced(12, 4) != "IHDR")
        return {};
    const auto edge = [png](qsizetype at) {
        return int(std::min<quint32>(qFromBigEndian<quint32>(png.data() + at), 0x7fffffff));
    };
    return {edge(sizeAt), edge(sizeAt + 4)};
}

/// Whether a chunk of this name comes before the pixels.
bool hasEarlyChunk(QByteArrayView png, QByteArrayView name)
{
    qsizetype at = 8;
    while (at + 8 <= png.size()) {
        const QByteArrayView type = png.sliced(at + 4, 4);
        if (type == name)
            return true;
        if (type == "IDAT")
            return false;
        at += 12 + qsizetype(qFromBigEndian<quint32>(png.data() + at));
    }
    return false;
}

std::optional<Error> readPngRows(PngReader &reader, QImage &image, const DecodeWatch &watch)
{
    const int passes = reader.prepare();
    if (passes == 0)
        return reader.error();
    for (int row = 0; row < passes * image.height(); ++row) {
        if (row % rowsBetweenPngLooks == 0) {
            if (auto tripped = watch.tripped())
                return tripped;
        }
        if (!reader.readRow(image.scanLine(row % image.height())))
            return reader.error();
    }
    if (!reader.finish())
        return reader.error();
    return std::nullopt;
}

} // namespace

Result<Picture> openPng(const QByteArray &file, const PictureLimits &limits, const DecodeWatch &watch)
{
    const QSize size = promisedPngSize(file);
    if (auto error = overLimit(size, limits))
        return *error;
    PngReader reader(file);
    if (!reader.readHeader())
        return reader.error();
    DecodedRaster raster;
    raster.format = PictureFormat::Png;
    raster.pixels = blankRaster(size, reader.hasAlpha());
    if (raster.pixels.isNull())
        return noMemoryFor(size);
    raster.isGrey = reader.isGrey();
    raster.iccProfile = reader.profile();
    raster.notes.setFlag(
        PictureNote::ProfileIgnored, raster.iccProfile.isEmpty() && hasEarlyChunk(file, "iCCP"));
    raster.notes.setFlag(PictureNote::FirstFrameOnly, hasEarlyChunk(file, "acTL"));
    if (auto error = readPngRows(reader, raster.pixels, watch))
        return *error;
    raster.orientation = reader.orientation(); // the block may come behind the pixels
    return finishedRaster(std::move(raster), watch);
}

} // namespace likeness
