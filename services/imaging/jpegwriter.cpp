// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/jpegwriter.h"

#include "services/imaging/jpegguard.h"

#include <cstdlib>

namespace likeness {

using namespace Qt::StringLiterals;

struct JpegWriter::State
{
    /// What libjpeg writes into: memory it may replace by larger, which is kept for the next time.
    struct JpegBuffer
    {
        static constexpr unsigned long initialSize = 256 * 1024;
        unsigned char *memory = static_cast<unsigned char *>(std::malloc(initialSize));
        unsigned long capacity = memory ? initialSize : 0;

        JpegBuffer() = default;
        ~JpegBuffer() { std::free(memory); }
        Q_DISABLE_COPY_MOVE(JpegBuffer)
    };

    JpegGuard guard;
    JpegBuffer buffer;
    jpeg_compress_struct jpeg {};
    // what the library was given and may have replaced; libjpeg updates both when it finishes
    unsigned char *out = nullptr;
    unsigned long outSize = 0;

    void configure(const QImage &pixels, int quality, const JpegStyle &style)
    {
        jpeg.image_width = static_cast<JDIMENSION>(pixels.width());
        jpeg.image_height = static_cast<JDIMENSION>(pixels.height());
        jpeg.input_components = 4;
        jpeg.in_color_space = JCS_EXT_RGBX;
        jpeg_set_defaults(&jpeg);
        jpeg_set_quality(&jpeg, quality, TRUE);
        jpeg.comp_info[0].h_samp_factor = jpeg.comp_info[0].v_samp_factor = style.fullChroma ? 1 : 2;
        jpeg.optimize_coding = style.coding == JpegCoding::Baseline ? FALSE : TRUE;
        jpeg.dct_method = JDCT_ISLOW;
        jpeg.scan_info = nullptr;
        jpeg.num_scans = 0;
        if (style.coding == JpegCoding::Progressive)
            jpeg_simple_progression(&jpeg);
    }

    void write(const QImage &pixels, int quality, const JpegStyle &style)
    {
        out = buffer.memory;
        outSize = buffer.capacity;
        jpeg_mem_dest(&jpeg, &out, &outSize);
        configure(pixels, quality, style);
        jpeg_start_compress(&jpeg, TRUE);
        while (jpeg.next_scanline < jpeg.image_height) {
            // libjpeg's rows are not const, but it only reads them
            auto *row = const_cast<JSAMPROW>(pixels.constScanLine(static_cast<int>(jpeg.next_scanline)));
            jpeg_write_scanlines(&jpeg, &row, 1);
        }
        jpeg_finish_compress(&jpeg);
    }

    /// After write(), successful or not: the memory may be a larger one now.
    void keepBuffer()
    {
        if (out && out != buffer.memory) {
            std::free(buffer.memory);
            buffer.memory = out;
            buffer.capacity = outSize;
        }
        out = nullptr;
    }
};

JpegWriter::JpegWriter()
    : m_state(std::make_unique<State>())
{
    m_state->jpeg.err = &m_state->guard;
}

JpegWriter::~JpegWriter()
{
    jpeg_destroy_compress(&m_state->jpeg);
}

Result<QByteArray> JpegWriter::encoded(const QImage &pixels, int quality, const JpegStyle &style)
{
    Q_ASSERT(pixels.format() == QImage::Format_RGBX8888 && !pixels.isNull());
    State &state = *m_state;
    const bool written = guarded(state.guard, [&] {
        if (!state.jpeg.mem)
            jpeg_create_compress(&state.jpeg);
        state.write(pixels, quality, style);
    });
    if (!written) {
        jpeg_abort_compress(&state.jpeg);
        state.out = nullptr; // on an error the library has not told us about its memory
        return Error {Errc::Local, u"libjpeg error %1"_s.arg(state.guard.msg_code)};
    }
    const QByteArray bytes(reinterpret_cast<const char *>(state.out), static_cast<qsizetype>(state.outSize));
    state.keepBuffer();
    return bytes;
}

} // namespace likeness
