// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testpictures.h"

#include <QtEndian>
#include <algorithm>
#include <webp/encode.h>

#ifdef LIKENESS_HAS_HEIF
#include <libheif/heif.h>
#endif

namespace likeness::testing {
namespace {

QByteArray littleEndian(quint64 value, int bytes)
{
    QByteArray result;
    for (int i = 0; i < bytes; ++i)
        result.append(char(value >> (8 * i)));
    return result;
}

QByteArray riffChunk(const QByteArray &name, const QByteArray &content)
{
    const QByteArray padding(content.size() % 2, 0);
    return name + littleEndian(quint32(content.size()), 4) + content + padding;
}

/// A lossless frame: the chunk behind "RIFF size WEBP".
QByteArray webpFrame(const QImage &image)
{
    const QImage rgba = image.convertToFormat(QImage::Format_RGBA8888);
    uint8_t *bytes = nullptr;
    const std::size_t size = WebPEncodeLosslessRGBA(
        rgba.constBits(), rgba.width(), rgba.height(), int(rgba.bytesPerLine()), &bytes);
    const QByteArray file(reinterpret_cast<const char *>(bytes), qsizetype(size));
    WebPFree(bytes);
    return file.sliced(12);
}

QByteArray animationFrame(const QImage &image)
{
    const QByteArray place = littleEndian(0, 3) + littleEndian(0, 3)
        + littleEndian(quint32(image.width() - 1), 3) + littleEndian(quint32(image.height() - 1), 3)
        + littleEndian(100, 3) + littleEndian(0, 1);
    return riffChunk("ANMF", place + webpFrame(image));
}

/// The pixels of a GIF frame as codes of three bits; the table is cleared before it could grow.
QByteArray gifCodes(const QImage &image, const QList<QRgb> &palette)
{
    constexpr quint32 clear = 4;
    constexpr quint32 end = 5;
    QByteArray bytes;
    quint32 pending = 0;
    int bits = 0;
    const auto put = [&](quint32 code) {
        pending |= code << bits;
        for (bits += 3; bits >= 8; bits -= 8, pending >>= 8)
            bytes.append(char(pending));
    };
    for (int i = 0; i < image.width() * image.height(); ++i) {
        if (i % 2 == 0)
            put(clear);
        put(quint32(palette.indexOf(image.pixel(i % image.width(), i / image.width()))));
    }
    put(end);
    bytes.append(char(pending));
    return bytes;
}

QByteArray gifFrame(const QImage &image, const QList<QRgb> &palette)
{
    QByteArray frame = "," + littleEndian(0, 4) + littleEndian(quint32(image.width()), 2)
        + littleEndian(quint32(image.height()), 2) + littleEndian(0, 1) + littleEndian(2, 1);
    const QByteArray codes = gifCodes(image, palette);
    for (qsizetype at = 0; at < codes.size(); at += 255) {
        const QByteArray block = codes.mid(at, 255);
        frame += littleEndian(quint32(block.size()), 1) + block;
    }
    return frame + littleEndian(0, 1);
}

} // namespace

QByteArray webpOf(const QImage &image, const WebPKind &kind)
{
    constexpr quint32 hasAnimation = 0x02;
    constexpr quint32 hasExif = 0x08;
    constexpr quint32 hasAlpha = 0x10;
    constexpr quint32 hasProfile = 0x20;
    const quint32 flags = (kind.animated ? hasAnimation : 0) | (kind.orientation != 0 ? hasExif : 0)
        | (kind.profile.isEmpty() ? 0 : hasProfile) | (image.hasAlphaChannel() ? hasAlpha : 0);
    QByteArray chunks = riffChunk("VP8X",
        littleEndian(flags, 4) + littleEndian(quint32(image.width() - 1), 3)
            + littleEndian(quint32(image.height() - 1), 3));
    if (!kind.profile.isEmpty())
        chunks += riffChunk("ICCP", kind.profile);
    if (kind.animated) {
        QImage black(image.size(), QImage::Format_RGB32);
        black.fill(Qt::black);
        chunks += riffChunk("ANIM", littleEndian(0, 6)) + animationFrame(image) + animationFrame(black);
    } else {
        chunks += webpFrame(image);
    }
    if (kind.orientation != 0)
        chunks += riffChunk("EXIF", exifBlock(kind.orientation));
    return riffChunk("RIFF", "WEBP" + chunks);
}

QByteArray gifOf(const QList<QImage> &frames)
{
    const QList<QRgb> palette(quarterColours.begin(), quarterColours.end());
    QByteArray gif = "GIF89a" + littleEndian(quint32(frames.first().width()), 2)
        + littleEndian(quint32(frames.first().height()), 2) + QByteArray::fromHex("810000"); // four colours
    for (const QRgb colour : palette) {
        gif.append(char(qRed(colour)));
        gif.append(char(qGreen(colour)));
        gif.append(char(qBlue(colour)));
    }
    for (const QImage &frame : frames)
        gif += gifFrame(frame, palette);
    return gif + ";";
}

#ifdef LIKENESS_HAS_HEIF
QByteArray heicOf(const QImage &image, int orientation, const QByteArray &profile)
{
    heif_context *context = heif_context_alloc();
    heif_encoder *encoder = nullptr;
    heif_image *pixels = nullptr;
    heif_image_handle *handle = nullptr;
    QByteArray bytes;
    if (heif_context_get_encoder_for_format(context, heif_compression_HEVC, &encoder).code == heif_error_Ok) {
        heif_encoder_set_lossless(encoder, 1);
        heif_image_create(
            image.width(), image.height(), heif_colorspace_RGB, heif_chroma_interleaved_RGB, &pixels);
        heif_image_add_plane(pixels, heif_channel_interleaved, image.width(), image.height(), 8);
        int stride = 0;
        uint8_t *plane = heif_image_get_plane(pixels, heif_channel_interleaved, &stride);
        const QImage rgb = image.convertToFormat(QImage::Format_RGB888);
        for (int y = 0; y < rgb.height(); ++y)
            std::copy_n(rgb.constScanLine(y), rgb.width() * 3, plane + qsizetype(y) * stride);
        if (!profile.isEmpty())
            heif_image_set_raw_color_profile(
                pixels, "prof", profile.constData(), std::size_t(profile.size()));
        heif_context_encode_image(context, pixels, encoder, nullptr, &handle);
        const QByteArray exif = exifBlock(orientation);
        if (orientation != 0)
            heif_context_add_exif_metadata(context, handle, exif.constData(), int(exif.size()));
        heif_writer writer {1, [](heif_context *, const void *data, std::size_t size, void *to) {
                                static_cast<QByteArray *>(to)->append(
                                    static_cast<const char *>(data), qsizetype(size));
                                return heif_error {heif_error_Ok, heif_suberror_Unspecified, ""};
                            }};
        heif_context_write(context, &writer, &bytes);
    }
    heif_image_handle_release(handle);
    heif_image_release(pixels);
    heif_encoder_release(encoder);
    heif_context_free(context);
    return bytes;
}
#else
QByteArray heicOf(const QImage &, int, const QByteArray &)
{
    return {};
}
#endif

} // namespace likeness::testing
