// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/decoders.h"

#ifdef LIKENESS_HAS_HEIF
#include "services/imaging/decodewatch.h"
#include "services/imaging/exif.h"
#include "services/imaging/heifboxes.h"
#include "services/imaging/heiflibrary.h"
#include "services/imaging/pictureformat.h"
#include "services/imaging/rasterpicture.h"

#include <QtEndian>
#include <cstring>
#include <memory>
#endif

using namespace Qt::StringLiterals;

namespace likeness {

#ifdef LIKENESS_HAS_HEIF
namespace {

/// Gives back what libheif made, by libheif's own function.
template <auto Release>
struct HeifRelease
{
    template <class T>
    void operator()(T *thing) const
    {
        (HeifLibrary::loaded()->*Release)(thing);
    }
};
/// Coded pictures are made of whole blocks and reach that far over the edge at most.
constexpr int codedBlock = 64;

using HeifContext = std::unique_ptr<heif_context, HeifRelease<&HeifLibrary::contextFree>>;
using HeifHandle = std::unique_ptr<heif_image_handle, HeifRelease<&HeifLibrary::handleRelease>>;
using HeifOptions = std::unique_ptr<heif_decoding_options, HeifRelease<&HeifLibrary::optionsFree>>;
using HeifImage = std::unique_ptr<heif_image, HeifRelease<&HeifLibrary::imageRelease>>;

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

QByteArray heifProfile(const HeifLibrary &heif, const heif_image_handle *handle)
{
    QByteArray profile(qsizetype(heif.colourProfileSize(handle)), Qt::Uninitialized);
    if (profile.isEmpty() || heif.colourProfile(handle, profile.data()).code != heif_error_Ok)
        return {};
    return profile;
}

/// The EXIF block begins with the offset of its TIFF structure. [ISO 23008-12] A.2.1
int heifExifOrientation(const HeifLibrary &heif, const heif_image_handle *handle)
{
    heif_item_id id = 0;
    if (heif.metadataIds(handle, "Exif", &id, 1) != 1)
        return 1;
    QByteArray block(qsizetype(heif.metadataSize(handle, id)), Qt::Uninitialized);
    if (block.size() < 4 || heif.metadata(handle, id, block.data()).code != heif_error_Ok)
        return 1;
    const qint64 offset = 4 + qint64(qFromBigEndian<quint32>(block.constData()));
    return offset < block.size() ? exifOrientation(QByteArrayView(block).sliced(offset)) : 1;
}

Result<HeifImage> decodedHeif(
    const HeifLibrary &heif, const heif_image_handle *handle, const DecodeWatch &watch)
{
    if (auto tripped = watch.tripped())
        return *tripped;
    const HeifOptions options(heif.optionsAlloc());
    options->convert_hdr_to_8bit = 1;
    heif_image *image = nullptr;
    const heif_error error
        = heif.decodeImage(handle, &image, heif_colorspace_RGB, heif_chroma_interleaved_RGBA, options.get());
    if (error.code != heif_error_Ok)
        return heifError(error);
    return HeifImage(image);
}

Result<QImage> copiedHeif(const HeifLibrary &heif, const heif_image *image, const PictureLimits &limits)
{
    const QSize size(
        heif.imageWidth(image, heif_channel_interleaved), heif.imageHeight(image, heif_channel_interleaved));
    if (auto error = overLimit(size, limits)) // what came out may disagree with what was announced
        return *error;
    int bytesPerRow = 0;
    const uint8_t *plane = heif.imagePlane(image, heif_channel_interleaved, &bytesPerRow);
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
    const HeifLibrary *library = HeifLibrary::loaded();
    if (!library)
        return Error {Errc::PictureUnsupported, u"libheif is not installed"_s};
    const HeifLibrary &heif = *library;
    const HeifContext context(heif.contextAlloc());
    heif.setMaximumImageSizeLimit(context.get(), limits.edge + codedBlock);
    heif_error error
        = heif.readFromMemory(context.get(), file.constData(), std::size_t(file.size()), nullptr);
    if (error.code != heif_error_Ok)
        return heifError(error);
    heif_image_handle *primary = nullptr;
    error = heif.primaryImageHandle(context.get(), &primary);
    if (error.code != heif_error_Ok)
        return heifError(error);
    const HeifHandle handle(primary);
    if (auto tooLarge = overLimit({heif.handleWidth(primary), heif.handleHeight(primary)}, limits))
        return *tooLarge;

    const Result<HeifImage> image = decodedHeif(heif, primary, watch);
    if (!image)
        return image.error();
    const Result<QImage> pixels = copiedHeif(heif, image->get(), limits);
    if (!pixels)
        return pixels.error();
    DecodedRaster raster;
    raster.format = PictureFormat::Heif;
    raster.pixels = *pixels;
    // libheif has turned it already where the container asks for it; EXIF counts only where the container is
    // silent.
    raster.orientation = hasHeifTurn(file) ? 1 : heifExifOrientation(heif, primary);
    raster.iccProfile = heifProfile(heif, primary);
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
