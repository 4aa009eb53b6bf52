// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/jpegrows.h"

#include "services/imaging/decodewatch.h"
#include "services/imaging/jpegguard.h"
#include "services/imaging/picture.h"
#include "services/imaging/samples.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace likeness {

namespace {

using namespace Qt::StringLiterals;

constexpr long mostDecoderMemory = 768L * 1024 * 1024; ///< only progressive files need more than a few rows

/// Hands libjpeg the file piece by piece, so that a long read through unneeded rows can be stopped in
/// between.
class JpegFeed
{
public:
    JpegFeed(const QByteArray &file, std::stop_token stop)
        : m_file(file)
        , m_watch(PictureLimits().decodeTime, std::move(stop))
    {
        m_source.init_source = [](j_decompress_ptr) {};
        m_source.term_source = [](j_decompress_ptr) {};
        m_source.resync_to_restart = jpeg_resync_to_restart;
        m_source.fill_input_buffer = &JpegFeed::fill;
        m_source.skip_input_data = &JpegFeed::skip;
        m_progress.progress_monitor = &JpegFeed::watch;
    }
    Q_DISABLE_COPY_MOVE(JpegFeed)

    void attachTo(jpeg_decompress_struct &jpeg)
    {
        jpeg.client_data = this;
        jpeg.src = &m_source;
        jpeg.progress = &m_progress;
    }
    const std::optional<Error> &stopReason() const { return m_stopReason; }

private:
    static constexpr qsizetype piece = 1024 * 1024;

    static JpegFeed &of(j_common_ptr jpeg) { return *static_cast<JpegFeed *>(jpeg->client_data); }

    /// error_exit does not come back: no local here may need destroying.
    void giveUpIfAsked(j_common_ptr jpeg)
    {
        m_stopReason = m_watch.tripped();
        if (m_stopReason)
            jpeg->err->error_exit(jpeg);
    }
    static void watch(j_common_ptr jpeg)
    {
        JpegFeed &feed = of(jpeg);
        if (reinterpret_cast<j_decompress_ptr>(jpeg)->input_scan_number > mostJpegScans) {
            feed.m_stopReason = Error {Errc::PictureTooSlow, u"more than %1 scans"_s.arg(mostJpegScans)};
            jpeg->err->error_exit(jpeg);
        }
        feed.giveUpIfAsked(jpeg);
    }
    static boolean fill(j_decompress_ptr jpeg)
    {
        static constexpr JOCTET end[] = {0xFF, JPEG_EOI};
        JpegFeed &feed = of(reinterpret_cast<j_common_ptr>(jpeg));
        feed.giveUpIfAsked(reinterpret_cast<j_common_ptr>(jpeg));
        const qsizetype left = feed.m_file.size() - feed.m_at;
        if (left <= 0) {
            WARNMS(jpeg, JWRN_JPEG_EOF); // cut off: what is missing stays grey
            jpeg->src->next_input_byte = end;
            jpeg->src->bytes_in_buffer = sizeof end;
            return TRUE;
        }
        const qsizetype length = std::min(left, piece);
        jpeg->src->next_input_byte = reinterpret_cast<const JOCTET *>(feed.m_file.constData()) + feed.m_at;
        jpeg->src->bytes_in_buffer = static_cast<std::size_t>(length);
        feed.m_at += length;
        return TRUE;
    }
    static void skip(j_decompress_ptr jpeg, long count)
    {
        JpegFeed &feed = of(reinterpret_cast<j_common_ptr>(jpeg));
        const auto buffered = static_cast<long>(jpeg->src->bytes_in_buffer);
        const long fromBuffer = std::clamp(count, 0L, buffered);
        jpeg->src->next_input_byte += fromBuffer;
        jpeg->src->bytes_in_buffer -= static_cast<std::size_t>(fromBuffer);
        feed.m_at += std::max(count - fromBuffer, 0L);
    }

    QByteArray m_file;
    DecodeWatch m_watch;
    std::optional<Error> m_stopReason; ///< set before the feed makes libjpeg give up
    qsizetype m_at = 0;
    jpeg_source_mgr m_source {};
    jpeg_progress_mgr m_progress {};
};

class JpegRows final : public RowSource
{
public:
    JpegRows(const QByteArray &file, std::stop_token stop)
        : m_feed(file, std::move(stop))
    {
        m_jpeg.err = &m_guard;
    }
    ~JpegRows() override { jpeg_destroy_decompress(&m_jpeg); }
    Q_DISABLE_COPY_MOVE(JpegRows)

    Result<Done> open(const JpegPart &part)
    {
        if (!guarded(m_guard, [this] { readHeader(); }))
            return failure();
        m_jpeg.scale_num = static_cast<unsigned>(part.eighths);
        m_jpeg.scale_denom = 8;
        if (!guarded(m_guard, [this] { jpeg_start_decompress(&m_jpeg); }))
            return failure();
        QRect area = neededPixels(part);
        if (!guarded(m_guard, [&] { moveTo(area); }))
            return failure();
        setArea(area, part.eighths / 8.0);
        makeRoom(static_cast<std::size_t>(area.width()) * samplesPerPixel);
        return Done {};
    }

    Result<const uchar *> nextRow() override
    {
        JSAMPROW row = m_row;
        JDIMENSION rows = 0;
        if (!guarded(m_guard, [&] { rows = jpeg_read_scanlines(&m_jpeg, &row, 1); }) || rows != 1)
            return failure();
        return m_row;
    }

private:
    void readHeader()
    {
        jpeg_create_decompress(&m_jpeg);
        m_jpeg.mem->max_memory_to_use = mostDecoderMemory;
        m_feed.attachTo(m_jpeg);
        jpeg_read_header(&m_jpeg, TRUE);
        m_jpeg.out_color_space = JCS_EXT_RGBA;
        m_jpeg.dct_method = JDCT_ISLOW;
    }

    QRect neededPixels(const JpegPart &part) const
    {
        const double scale = part.eighths / 8.0;
        const QRectF reduced(part.needed.topLeft() * scale, part.needed.size() * scale);
        const QRectF padded
            = reduced.adjusted(-1, 0, 1, 0); // upsampled chroma differs in a part's outer columns
        return wholePixels(
            padded, QSize(static_cast<int>(m_jpeg.output_width), static_cast<int>(m_jpeg.output_height)));
    }

    /// Widens the area to whole blocks on the left. Skipping is done once and from row 0: libjpeg-turbo 2
    /// returns wrong rows after a skip that begins inside a row group.
    void moveTo(QRect &area)
    {
        if (area.width() < static_cast<int>(m_jpeg.output_width)) {
            auto left = static_cast<JDIMENSION>(area.left());
            auto width = static_cast<JDIMENSION>(area.width());
            jpeg_crop_scanline(&m_jpeg, &left, &width);
            area.setLeft(static_cast<int>(left));
            area.setWidth(static_cast<int>(width));
        }
        if (area.top() > 0)
            jpeg_skip_scanlines(&m_jpeg, static_cast<JDIMENSION>(area.top()));
    }

    /// libjpeg-turbo writes a row that begins at a whole vector past the caches, and whoever reads it next
    /// would wait for memory.
    void makeRoom(std::size_t bytes)
    {
        constexpr std::size_t vector = 64;
        m_room.resize(bytes + vector + samplesPerPixel);
        const auto past = reinterpret_cast<std::uintptr_t>(m_room.data()) % vector;
        m_row = m_room.data() + (vector - past) + samplesPerPixel;
    }

    Error failure() const
    {
        if (m_feed.stopReason())
            return *m_feed.stopReason();
        const bool memory
            = m_guard.msg_code == JERR_OUT_OF_MEMORY || m_guard.msg_code == JERR_NO_BACKING_STORE;
        return {memory ? Errc::PictureTooLarge : Errc::PictureBroken,
            u"libjpeg error %1"_s.arg(m_guard.msg_code)};
    }

    JpegGuard m_guard;
    JpegFeed m_feed;
    jpeg_decompress_struct m_jpeg {};
    std::vector<uchar> m_room;
    uchar *m_row = nullptr; ///< in it
};

} // namespace

int dctEighths(double edge, int resultEdge, double oversampling)
{
    for (const int eighths : {1, 2, 4}) {
        if (edge * eighths / 8.0 >= oversampling * resultEdge)
            return eighths;
    }
    return 8;
}

Result<std::unique_ptr<RowSource>> openJpegRows(
    const QByteArray &file, const JpegPart &part, std::stop_token stop)
{
    auto rows = std::make_unique<JpegRows>(file, std::move(stop));
    const Result<Done> opened = rows->open(part);
    if (!opened)
        return opened.error();
    return std::unique_ptr<RowSource>(std::move(rows));
}

} // namespace likeness
