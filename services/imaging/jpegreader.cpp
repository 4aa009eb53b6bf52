// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/jpegreader.h"

#include "services/imaging/decodewatch.h"
#include "services/imaging/jpegguard.h"

#include <cstdlib>
#include <cstring>
#include <optional>

namespace likeness {
namespace {

constexpr int rowsBetweenLooks = 64;

} // namespace

class JpegReader::Private final
{
public:
    explicit Private(const DecodeWatch &watchIn)
        : watch(watchIn)
    {
        jpeg.err = &guard;
        progress.progress_monitor = [](j_common_ptr any) { self(any)->look(); };
        jpeg.client_data = this;
    }

    template <class Step>
    bool guarded(const Step &step)
    {
        return likeness::guarded(guard, step);
    }

    static Private *self(j_common_ptr any) { return static_cast<Private *>(any->client_data); }

    jpeg_decompress_struct jpeg {};
    JpegGuard guard;
    jpeg_progress_mgr progress {};
    const DecodeWatch &watch;
    bool gaveUp = false;
    bool tooManyScans = false;

private:
    void look()
    {
        tooManyScans = jpeg.input_scan_number > mostJpegScans;
        gaveUp = watch.tripped().has_value();
        if (tooManyScans || gaveUp)
            guard.error_exit(reinterpret_cast<j_common_ptr>(&jpeg));
    }
};

JpegReader::JpegReader(QByteArrayView file, const DecodeWatch &watch)
    : d(std::make_unique<Private>(watch))
{
    d->guarded([this, file] {
        jpeg_create_decompress(&d->jpeg);
        d->jpeg.progress = &d->progress;
        jpeg_mem_src(
            &d->jpeg, reinterpret_cast<const uchar *>(file.data()), static_cast<unsigned long>(file.size()));
        jpeg_save_markers(&d->jpeg, JPEG_APP0 + 1, 0xFFFF);
        jpeg_save_markers(&d->jpeg, JPEG_APP0 + 2, 0xFFFF);
    });
}

JpegReader::~JpegReader()
{
    d->guarded([this] { jpeg_destroy_decompress(&d->jpeg); });
}

bool JpegReader::readHeader()
{
    return d->guarded([this] { jpeg_read_header(&d->jpeg, TRUE); });
}

QSize JpegReader::size() const
{
    return {int(d->jpeg.image_width), int(d->jpeg.image_height)};
}

JpegReader::Colours JpegReader::colours() const
{
    if (d->jpeg.jpeg_color_space == JCS_CMYK || d->jpeg.jpeg_color_space == JCS_YCCK)
        return Colours::Cmyk;
    return d->jpeg.jpeg_color_space == JCS_GRAYSCALE ? Colours::Grey : Colours::Rgb;
}

bool JpegReader::isProgressive() const
{
    return d->jpeg.progressive_mode;
}

bool JpegReader::isInverted() const
{
    return d->jpeg.saw_Adobe_marker;
}

QByteArray JpegReader::exif() const
{
    static constexpr char prefix[] = {'E', 'x', 'i', 'f', 0, 0};
    for (auto marker = d->jpeg.marker_list; marker; marker = marker->next) {
        if (marker->marker != JPEG_APP0 + 1 || marker->data_length < sizeof prefix
            || std::memcmp(marker->data, prefix, sizeof prefix) != 0)
            continue;
        return {reinterpret_cast<const char *>(marker->data) + sizeof prefix,
            qsizetype(marker->data_length - sizeof prefix)};
    }
    return {};
}

JpegReader::EmbeddedProfile JpegReader::profile()
{
    static constexpr char prefix[] = "ICC_PROFILE";
    bool present = false;
    for (auto marker = d->jpeg.marker_list; marker; marker = marker->next) {
        present = present
            || (marker->marker == JPEG_APP0 + 2 && marker->data_length >= sizeof prefix
                && std::memcmp(marker->data, prefix, sizeof prefix) == 0);
    }
    if (!present)
        return {};
    const long warningsBefore = d->guard.num_warnings; // a broken profile is no damage to the picture
    JOCTET *bytes = nullptr;
    unsigned size = 0;
    boolean whole = FALSE;
    d->guarded([&] { whole = jpeg_read_icc_profile(&d->jpeg, &bytes, &size); });
    d->guard.num_warnings = warningsBefore;
    const std::unique_ptr<JOCTET, decltype(&std::free)> owner(bytes, &std::free);
    if (!whole)
        return {{}, true};
    return {QByteArray(reinterpret_cast<const char *>(bytes), qsizetype(size)), false};
}

bool JpegReader::start(int eighths)
{
    return d->guarded([this, eighths] {
        switch (colours()) {
        case Colours::Grey:
            d->jpeg.out_color_space = JCS_GRAYSCALE;
            break;
        case Colours::Rgb:
            d->jpeg.out_color_space = JCS_EXT_RGBX;
            break;
        case Colours::Cmyk:
            d->jpeg.out_color_space = JCS_CMYK;
            break;
        }
        d->jpeg.scale_num = unsigned(eighths);
        d->jpeg.scale_denom = 8;
        jpeg_start_decompress(&d->jpeg);
    });
}

QSize JpegReader::outputSize() const
{
    return {int(d->jpeg.output_width), int(d->jpeg.output_height)};
}

bool JpegReader::readRow(uchar *row)
{
    if (d->jpeg.output_scanline % rowsBetweenLooks == 0 && d->watch.tripped()) {
        d->gaveUp = true;
        return false;
    }
    return d->guarded([this, row] {
        JSAMPROW rows[] = {row};
        jpeg_read_scanlines(&d->jpeg, rows, 1);
    });
}

bool JpegReader::finish()
{
    return d->guarded([this] { jpeg_finish_decompress(&d->jpeg); });
}

long JpegReader::warnings() const
{
    return d->guard.num_warnings;
}

Error JpegReader::error() const
{
    if (d->gaveUp) {
        if (auto tripped = d->watch.tripped())
            return *tripped;
    }
    if (d->tooManyScans)
        return {Errc::PictureTooSlow, QStringLiteral("more than %1 scans").arg(mostJpegScans)};
    char text[JMSG_LENGTH_MAX] = {};
    d->guard.format_message(reinterpret_cast<j_common_ptr>(&d->jpeg), text);
    switch (d->guard.msg_code) {
    case JERR_SOF_UNSUPPORTED:
    case JERR_BAD_PRECISION:
    case JERR_ARITH_NOTIMPL:
    case JERR_CONVERSION_NOTIMPL:
    case JERR_CCIR601_NOTIMPL:
    case JERR_FRACT_SAMPLE_NOTIMPL:
        return {Errc::PictureUnsupported, QString::fromLatin1(text)};
    case JERR_OUT_OF_MEMORY:
        return {Errc::Local, QString::fromLatin1(text)};
    default:
        return {Errc::PictureBroken, QString::fromLatin1(text)};
    }
}

} // namespace likeness
