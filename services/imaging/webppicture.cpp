// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/decoders.h"
#include "services/imaging/decodewatch.h"
#include "services/imaging/exif.h"
#include "services/imaging/pictureformat.h"
#include "services/imaging/rasterpicture.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <webp/decode.h>
#include <webp/demux.h>

using namespace Qt::StringLiterals;

namespace likeness {
namespace {

constexpr std::size_t bytesBetweenLooks = 64 * 1024;

struct DeleteDemuxer
{
    void operator()(WebPDemuxer *demuxer) const { WebPDemuxDelete(demuxer); }
};
using Demuxer = std::unique_ptr<WebPDemuxer, DeleteDemuxer>;

struct DeleteIncremental
{
    void operator()(WebPIDecoder *decoder) const { WebPIDelete(decoder); }
};

struct DeleteAnimation
{
    void operator()(WebPAnimDecoder *decoder) const { WebPAnimDecoderDelete(decoder); }
};

WebPData webpData(const QByteArray &file)
{
    return {reinterpret_cast<const uint8_t *>(file.constData()), std::size_t(file.size())};
}

QByteArray webpChunk(const Demuxer &demuxer, const char *name)
{
    WebPChunkIterator chunk;
    QByteArray bytes;
    if (WebPDemuxGetChunk(demuxer.get(), name, 1, &chunk) != 0)
        bytes = QByteArray(reinterpret_cast<const char *>(chunk.chunk.bytes), qsizetype(chunk.chunk.size));
    WebPDemuxReleaseChunkIterator(&chunk);
    return bytes;
}

/// Feeds the decoder piece by piece, so that it can be stopped.
std::optional<Error> decodeStill(const QByteArray &file, QImage &image, const DecodeWatch &watch)
{
    const std::unique_ptr<WebPIDecoder, DeleteIncremental> decoder(
        WebPINewRGB(MODE_RGBA, image.bits(), std::size_t(image.sizeInBytes()), int(image.bytesPerLine())));
    const WebPData data = webpData(file);
    VP8StatusCode status = VP8_STATUS_SUSPENDED;
    for (std::size_t at = 0; at < data.size && status == VP8_STATUS_SUSPENDED; at += bytesBetweenLooks) {
        if (auto tripped = watch.tripped())
            return tripped;
        status = WebPIAppend(decoder.get(), data.bytes + at, std::min(bytesBetweenLooks, data.size - at));
    }
    if (status == VP8_STATUS_SUSPENDED)
        return Error {Errc::PictureBroken, u"the file ends too early"_s};
    if (status != VP8_STATUS_OK)
        return Error {Errc::PictureBroken, u"WebP decoder: error %1"_s.arg(int(status))};
    return std::nullopt;
}

std::optional<Error> decodeFirstFrame(const QByteArray &file, QImage &image)
{
    WebPAnimDecoderOptions options;
    WebPAnimDecoderOptionsInit(&options);
    options.color_mode = MODE_RGBA;
    const WebPData data = webpData(file);
    const std::unique_ptr<WebPAnimDecoder, DeleteAnimation> decoder(WebPAnimDecoderNew(&data, &options));
    uint8_t *frame = nullptr; // belongs to the decoder
    int time = 0;
    if (!decoder || WebPAnimDecoderGetNext(decoder.get(), &frame, &time) == 0)
        return Error {Errc::PictureBroken, u"no first frame"_s};
    const std::size_t rowBytes = std::size_t(image.width()) * 4;
    for (int y = 0; y < image.height(); ++y)
        std::memcpy(image.scanLine(y), frame + std::size_t(y) * rowBytes, rowBytes);
    return std::nullopt;
}

} // namespace

Result<Picture> openWebP(const QByteArray &file, const PictureLimits &limits, const DecodeWatch &watch)
{
    const WebPData data = webpData(file);
    const Demuxer demuxer(WebPDemux(&data));
    if (!demuxer)
        return Error {Errc::PictureBroken, u"the WebP container is damaged or cut off"_s};
    const QSize size(int(WebPDemuxGetI(demuxer.get(), WEBP_FF_CANVAS_WIDTH)),
        int(WebPDemuxGetI(demuxer.get(), WEBP_FF_CANVAS_HEIGHT)));
    if (auto error = overLimit(size, limits))
        return *error;
    DecodedRaster raster;
    raster.format = PictureFormat::WebP;
    raster.pixels = blankRaster(size, true);
    if (raster.pixels.isNull())
        return noMemoryFor(size);
    raster.iccProfile = webpChunk(demuxer, "ICCP");
    raster.orientation = exifOrientation(webpChunk(demuxer, "EXIF"));
    const bool animated = (WebPDemuxGetI(demuxer.get(), WEBP_FF_FORMAT_FLAGS) & ANIMATION_FLAG) != 0;
    raster.notes.setFlag(PictureNote::FirstFrameOnly, animated);
    if (auto error
        = animated ? decodeFirstFrame(file, raster.pixels) : decodeStill(file, raster.pixels, watch))
        return *error;
    return finishedRaster(std::move(raster), watch);
}

} // namespace likeness
