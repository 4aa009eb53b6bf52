// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/jpegheader.h"

#include <QByteArrayView>
#include <QList>

namespace likeness {

namespace {

using namespace Qt::StringLiterals;

/// Bounds-checked reading; what lies outside reads as 0.
class ByteReader
{
public:
    ByteReader(QByteArrayView bytes, bool littleEndian)
        : m_bytes(bytes)
        , m_little(littleEndian)
    {
    }
    quint32 u8(qsizetype at) const
    {
        return at >= 0 && at < m_bytes.size() ? static_cast<quint8>(m_bytes[at]) : 0;
    }
    quint32 u16(qsizetype at) const { return m_little ? u8(at) | u8(at + 1) << 8 : u8(at) << 8 | u8(at + 1); }
    quint32 u32(qsizetype at) const
    {
        return m_little ? u16(at) | u16(at + 2) << 16 : u16(at) << 16 | u16(at + 2);
    }

private:
    QByteArrayView m_bytes;
    bool m_little;
};

int exifOrientationIn(QByteArrayView tiff)
{
    constexpr quint32 orientationTag = 0x0112;
    const ByteReader read(tiff, tiff.startsWith("II"));
    const auto directory = static_cast<qsizetype>(read.u32(4));
    const quint32 entries = read.u16(directory);
    for (quint32 i = 0; i < entries; ++i) {
        const qsizetype entry = directory + 2 + static_cast<qsizetype>(i) * 12;
        if (entry + 12 > tiff.size())
            break;
        if (read.u16(entry) == orientationTag) {
            const quint32 value = read.u16(entry + 8);
            return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
        }
    }
    return 1;
}

/// The chunks of APP2 may come in any order; each says "number n of m".
class IccChunks
{
public:
    void add(QByteArrayView payload)
    {
        const qsizetype number = static_cast<quint8>(payload[12]);
        const qsizetype total = static_cast<quint8>(payload[13]);
        if (m_chunks.isEmpty())
            m_chunks.resize(total);
        if (total == m_chunks.size() && number >= 1 && number <= total && m_chunks[number - 1].isEmpty())
            m_chunks[number - 1] = payload.sliced(14).toByteArray();
    }
    QByteArray joined() const
    {
        QByteArray profile;
        for (const QByteArray &chunk : m_chunks) {
            if (chunk.isEmpty())
                return {};
            profile += chunk;
        }
        return profile;
    }

private:
    QList<QByteArray> m_chunks;
};

bool isFrameMarker(quint32 marker)
{
    constexpr quint32 dht = 0xC4;
    constexpr quint32 jpg = 0xC8;
    constexpr quint32 dac = 0xCC;
    return marker >= 0xC0 && marker <= 0xCF && marker != dht && marker != jpg && marker != dac;
}

JpegHeader::Process processOf(quint32 frameMarker)
{
    switch (frameMarker & 0x7) {
    case 0:
    case 1:
        return JpegHeader::Process::Sequential;
    case 2:
        return JpegHeader::Process::Progressive;
    case 3:
        return JpegHeader::Process::Lossless;
    default:
        return JpegHeader::Process::Hierarchical;
    }
}

class HeaderWalk
{
public:
    void segment(quint32 marker, QByteArrayView payload)
    {
        const ByteReader read(payload, false);
        if (isFrameMarker(marker) && payload.size() >= 6 && m_header.size.isEmpty()) {
            m_header.process = processOf(marker);
            m_header.arithmetic = marker >= 0xC9;
            m_header.precision = static_cast<int>(read.u8(0));
            m_header.size = QSize(static_cast<int>(read.u16(3)), static_cast<int>(read.u16(1)));
            m_header.components = static_cast<int>(read.u8(5));
        } else if (marker == 0xE1 && payload.size() >= 14 && payload.startsWith("Exif") && !m_hasExif) {
            m_hasExif = true;
            m_header.orientation = exifOrientationIn(payload.sliced(6));
        } else if (marker == 0xE2 && payload.size() > 14 && payload.startsWith("ICC_PROFILE")) {
            m_icc.add(payload);
        } else if (marker == 0xEE && payload.size() >= 12 && payload.startsWith("Adobe")) {
            m_header.adobeTransform = static_cast<int>(read.u8(11));
        }
    }
    JpegHeader header() const
    {
        JpegHeader result = m_header;
        result.iccProfile = m_icc.joined();
        return result;
    }

private:
    JpegHeader m_header;
    IccChunks m_icc;
    bool m_hasExif = false;
};

} // namespace

bool JpegHeader::isStreamable() const
{
    return (process == Process::Sequential || process == Process::Progressive) && !arithmetic
        && precision == 8 && (components == 1 || components == 3);
}

Result<JpegHeader> readJpegHeader(const QByteArray &file)
{
    constexpr quint32 startOfScan = 0xDA;
    constexpr quint32 endOfImage = 0xD9;
    const ByteReader read(file, false);
    if (read.u16(0) != 0xFFD8)
        return Error {Errc::NotAPicture, u"no JPEG start marker"_s};
    HeaderWalk walk;
    qsizetype at = 2;
    while (at + 4 <= file.size()) {
        if (read.u8(at) != 0xFF || read.u8(at + 1) == 0x00) {
            ++at; // stray bytes between segments: decoders skip them, so do we
            continue;
        }
        const quint32 marker = read.u8(at + 1);
        if (marker == 0xFF) {
            ++at;
            continue;
        }
        if (marker == startOfScan || marker == endOfImage)
            break;
        if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8)) {
            at += 2; // stand-alone markers
            continue;
        }
        const auto length = static_cast<qsizetype>(read.u16(at + 2));
        if (length < 2 || at + 2 + length > file.size())
            break;
        walk.segment(marker, QByteArrayView(file).sliced(at + 4, length - 2));
        at += 2 + length;
    }
    const JpegHeader header = walk.header();
    if (header.size.isEmpty())
        return Error {Errc::PictureBroken, u"JPEG without a size"_s};
    return header;
}

} // namespace likeness
