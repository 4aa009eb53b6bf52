// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/decoders.h"

#ifdef LIKENESS_HAS_HEIF
#include "services/imaging/decodewatch.h"
#include "services/imaging/exif.h"
#include "services/imaging/heifboxes.h"
#include "services/imaging/pictureformat.h"
#include "services/imaging/rasterpicture.h"

#include <QtEndian>
#include <cstring>
#include <libheif/heif.h>
#include <memory>
#endif

using namespace Qt::StringLiterals;

namespace likeness {

#ifdef LIKENESS_HAS_HEIF
namespace {

struct FreeContext
{
    void operator()(heif_context *context) const { heif_context_free(context); }
};
struct ReleaseHandle
{
    void operator()(heif_image_handle *handle) const { heif_image_handle_release(handle); }
};
struct ReleaseImage
{
    void operator()(heif_image *image) const { heif_image_release(image); }
};
struct FreeOptions
{
    void operator()(heif_decoding_options *options) const { heif_decoding_options_free(options); }
};
/// Coded pictures are made of whole blocks and reach that far over the edge at most.
constexpr int codedBlock = 64;

using HeifContext = std::unique_ptr<heif_context, FreeContext>;
using HeifHandle = std::unique_ptr<heif_image_handle, ReleaseHandle>;
using HeifImage = std::unique_ptr<heif_image, ReleaseImage>;

Error heifError(const heif_error &error)
{
    const QString detail = QString::fromUtf8(error.message);
    switch (error.code) {
    case heif_error_Unsupported_feature:
    case heif_error_Unsupported_filetype:
        return {Errc::PictureUnsupported, detail};
    case heif_error_Memory_allocation_error:
        return {Errc::PictureTooLarge, detail};
    default:
        return {Errc::PictureBroken, detail};
    }
}

QByteArray heifProfile(const heif_image_handle *handle)
{
    QByteArray profile(qsizetype(heif_image_handle_get_raw_color_profile_size(handle)), Qt::Uninitialized);
    if (profile.isEmpty()
        || heif_image_handle_get_raw_color_profile(handle, profile.data()).code != heif_error_Ok)
        return {};
    return profile;
}

/// The EXIF block begins with the offset of its TIFF structure. [ISO 23008-12] A.2.1
int heifExifOrientation(const heif_image_handle *handle)
{
    heif_item_id id = 0;
    if (heif_image_handle_get_list_of_metadata_block_IDs(handle, "Exif", &id, 1) != 1)
        return 1;
    QByteArray block(qsizetype(heif_image_handle_get_metadata_size(handle, id)), Qt::Uninitialized);
    if (block.size() < 4 || heif_image_handle_get_metadata(handle, id, block.data()).code != heif_error_Ok)
        return 1;
    const qint64 offset = 4 + qint64(qFromBigEndian<quint32>(block.constData()));
    return offset < block.size() ? exifOrientation(QByteArrayView(block).sliced(offset)) : 1;
}

Result<HeifImage> decodedHeif(const heif_image_handle *handle, const DecodeWatch &watch)
{
    if (auto tripped = watch.tripped())
        return *tripped;
    const std::unique_ptr<heif_decoding_options, FreeOptions> options(heif_decoding_options_alloc());
    options->convert_hdr_to_8bit = 1;
    heif_image *image = nullptr;
    const heif_error error
        = heif_decode_image(handle, &image, heif_colorspace_RGB, heif_chroma_interleaved_RGBA, options.get());
    if (error.code != heif_error_Ok)
        return heifError(error);
    return HeifImage(image);
}

Result<QImage> copiedHeif(const heif_image *image, const PictureLimits &limits)
{
    const QSize size(heif_image_get_width(image, heif_channel_interleaved),
        heif_image_get_height(image, heif_channel_interleaved));
    if (auto error = overLimit(size, limits)) // what came out may disagree with what was announced
        return *error;
    int bytesPerRow = 0;
    const uint8_t *plane = heif_image_get_plane_readonly(image, heif_channel_interleaved, &bytesPerRow);
    QImage pixels = blankRaster(size, true);
    if (!plane || pixels.isNull())
        return noMemoryFor(size);
    for (int y = 0; y < size.height(); ++y)
        std::memcpy(pixels.scanLine(y), plane + qsizetype(y) * bytesPerRow, std::size_t(size.width()) * 4);
    return pixels;
}

} // namespace

Result<Picture> openHeif(const QByteArray &file, const PictureLimits &limits, const DecodeWatch &watch)
{
    const HeifContext context(heif_context_alloc());
    heif_context_set_maximum_image_size_limit(context.get(), limits.edge + codedBlock);
    heif_error error = heif_context_read_from_memory_without_copy(
        context.get(), file.constData(), std::size_t(file.size()), nullptr);
    if (error.code != heif_error_Ok)
        return heifError(error);
    heif_image_handle *primary = nullptr;
    error = heif_context_get_primary_image_handle(context.get(), &primary);
    if (error.code != heif_error_Ok)
        return heifError(error);
    const HeifHandle handle(primary);
    if (auto tooLarge
        = overLimit({heif_image_handle_get_width(primary), heif_image_handle_get_height(primary)}, limits))
        return *tooLarge;

    const Result<HeifImage> image = decodedHeif(primary, watch);
    if (!image)
        return image.error();
    const Result<QImage> pixels = copiedHeif(image->get(), limits);
    if (!pixels)
        return pixels.error();
    DecodedRaster raster;
    raster.format = PictureFormat::Heif;
    raster.pixels = *pixels;
    // libheif has turned it already where the container asks for it; EXIF counts only where the container is
    // silent.
    raster.orientation = hasHeifTurn(file) ? 1 : heifExifOrientation(primary);
    raster.iccProfile = heifProfile(primary);
    raster.notes.setFlag(PictureNote::FirstFrameOnly, isHeifSequence(file));
    return finishedRaster(std::move(raster), watch);
}

#else

Result<Picture> openHeif(const QByteArray &, const PictureLimits &, const DecodeWatch &)
{
    return Error {Errc::PictureUnsupported, u"built without libheif"_s};
}

#endif

} // namespace likeness
