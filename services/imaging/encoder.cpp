// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/encoder.h"

#include "services/imaging/jpegwriter.h"
#include "services/imaging/qualitysearch.h"

#include <algorithm>

namespace likeness {

namespace {

using namespace Qt::StringLiterals;

constexpr int smallEdge = 120; ///< up to here colour detail is worth its bytes
constexpr int bestQuality = 95;
constexpr int plainQuality = 90;

/// Keeps the library's memory from one rendition to the next.
JpegWriter &writerOfThread()
{
    static thread_local JpegWriter writer;
    return writer;
}

/// One picture in one style: remembers the best file that fits.
class BudgetedEncode
{
public:
    BudgetedEncode(const QImage &pixels, const EncodeSettings &settings, bool fullChroma)
        : m_pixels(pixels)
        , m_settings(settings)
        , m_style {fullChroma, settings.coding}
    {
    }

    std::optional<QByteArray> search()
    {
        constexpr int usualStart = 88;
        const int start = m_style.fullChroma ? m_settings.quality : std::min(usualStart, m_settings.quality);
        const QualityRange range {
            std::min(m_settings.minQuality, m_settings.quality), m_settings.quality, start};
        m_found = searchedQuality([this](int quality) { return tried(quality); }, m_settings.maxBytes, range);
        if (!m_found.quality || m_error)
            return std::nullopt;
        return m_best;
    }
    const QualityFound &found() const { return m_found; }
    const std::optional<Error> &error() const { return m_error; }

private:
    qint64 tried(int quality)
    {
        const Result<QByteArray> file = writerOfThread().encoded(m_pixels, quality, m_style);
        if (!file) {
            m_error = file.error();
            return m_settings.maxBytes; // ends the search
        }
        if (file->size() <= m_settings.maxBytes)
            m_best = *file; // tries that fit only get better
        return file->size();
    }

    const QImage &m_pixels;
    const EncodeSettings &m_settings;
    JpegStyle m_style;
    QualityFound m_found;
    QByteArray m_best;
    std::optional<Error> m_error;
};

Result<EncodedRendition> encodedOnce(const QImage &pixels, const EncodeSettings &settings)
{
    const Result<QByteArray> file
        = writerOfThread().encoded(pixels, settings.quality, {settings.fullChroma, settings.coding});
    if (!file)
        return file.error();
    return EncodedRendition {
        EncodedPhoto::of(*file, pixels.size()), settings.quality, settings.fullChroma, 1};
}

} // namespace

EncodeSettings EncodeSettings::forEdge(int edge, qsizetype maxBytes)
{
    EncodeSettings settings;
    settings.maxBytes = maxBytes;
    settings.fullChroma = edge <= smallEdge;
    // a budget says what the bytes may be; without one, bytes and looks are balanced
    settings.quality = settings.fullChroma || maxBytes > 0 ? bestQuality : plainQuality;
    return settings;
}

Result<EncodedRendition> encodeWithin(const QImage &pixels, const EncodeSettings &settings)
{
    if (pixels.isNull() || settings.maxBytes < 0)
        return Error {Errc::BadInput, u"nothing to encode"_s};
    const QImage rgbx = pixels.convertToFormat(QImage::Format_RGBX8888);
    if (settings.maxBytes == 0)
        return encodedOnce(rgbx, settings);
    int encodes = 0;
    for (const bool fullChroma : {true, false}) {
        if (fullChroma && !settings.fullChroma)
            continue;
        BudgetedEncode encode(rgbx, settings, fullChroma);
        const std::optional<QByteArray> file = encode.search();
        if (encode.error())
            return *encode.error();
        encodes += encode.found().tries;
        if (file)
            return EncodedRendition {
                EncodedPhoto::of(*file, rgbx.size()), *encode.found().quality, fullChroma, encodes};
    }
    return Error {Errc::NothingFits, u"no quality fits %1 bytes"_s.arg(settings.maxBytes)};
}

} // namespace likeness
