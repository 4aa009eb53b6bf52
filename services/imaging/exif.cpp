// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/exif.h"

#include <QtEndian>
#include <optional>

namespace likeness {
namespace {

constexpr quint16 orientationTag = 0x0112;
constexpr quint16 shortType = 3;
constexpr quint16 longType = 4;

/// Numbers of a TIFF structure in its byte order; none outside of it.
class TiffNumbers final
{
public:
    TiffNumbers(QByteArrayView bytes, bool littleEndian)
        : m_bytes(bytes)
        , m_little(littleEndian)
    {
    }
    std::optional<quint16> u16(qint64 at) const { return number<quint16>(at); }
    std::optional<quint32> u32(qint64 at) const { return number<quint32>(at); }

private:
    template <class T>
    std::optional<T> number(qint64 at) const
    {
        if (at < 0 || at + qint64(sizeof(T)) > m_bytes.size())
            return std::nullopt;
        return m_little ? qFromLittleEndian<T>(m_bytes.data() + at) : qFromBigEndian<T>(m_bytes.data() + at);
    }
    QByteArrayView m_bytes;
    bool m_little;
};

std::optional<quint32> orientationValue(const TiffNumbers &tiff, qint64 entry)
{
    const auto type = tiff.u16(entry + 2);
    if (type == longType) // against the standard, but written by some
        return tiff.u32(entry + 8);
    if (type == shortType)
        return tiff.u16(entry + 8);
    return std::nullopt;
}

} // namespace

int exifOrientation(QByteArrayView exif)
{
    static constexpr char prefix[] = {'E', 'x', 'i', 'f', 0, 0};
    if (exif.startsWith(QByteArrayView(prefix, sizeof prefix)))
        exif = exif.sliced(qsizetype(sizeof prefix));
    if (!exif.startsWith("II") && !exif.startsWith("MM"))
        return 1;
    const TiffNumbers tiff(exif, exif.front() == 'I');
    const qint64 directory = tiff.u32(4).value_or(0);
    const int entries = tiff.u16(directory).value_or(0);
    for (int i = 0; i < entries; ++i) {
        const qint64 entry = directory + 2 + qint64(i) * 12;
        const auto tag = tiff.u16(entry);
        if (!tag)
            break;
        if (*tag != orientationTag)
            continue;
        const quint32 value = orientationValue(tiff, entry).value_or(1);
        return value >= 1 && value <= 8 ? int(value) : 1;
    }
    return 1;
}

} // namespace likeness
