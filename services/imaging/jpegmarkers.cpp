// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/jpegreader.h"

#include <cstring>

namespace likeness {
namespace {

constexpr uchar startOfImage = 0xd8;
constexpr uchar endOfImage = 0xd9;
constexpr uchar startOfScan = 0xda;
constexpr uchar firstRestart = 0xd0;
constexpr uchar lastRestart = 0xd7;
constexpr uchar temporary = 0x01;

/// Walks over the markers of a JPEG: segments by their length, scans by looking for 0xff.
class JpegMarkers final
{
public:
    explicit JpegMarkers(QByteArrayView jpeg)
        : m_bytes(reinterpret_cast<const uchar *>(jpeg.data()))
        , m_size(jpeg.size())
    {
    }

    bool inOrder()
    {
        if (m_size < 4 || m_bytes[0] != 0xff || m_bytes[1] != startOfImage)
            return false;
        m_at = 2;
        while (const uchar marker = nextMarker()) {
            if (marker == endOfImage)
                return true;
            if (!skipSegment() || (marker == startOfScan && !skipScan()))
                return false;
        }
        return false;
    }

private:
    /// The marker that begins here, behind its fill bytes; 0 when none does.
    uchar nextMarker()
    {
        if (m_at >= m_size || m_bytes[m_at] != 0xff)
            return 0;
        while (m_at < m_size && m_bytes[m_at] == 0xff)
            ++m_at;
        const uchar marker = m_at < m_size ? m_bytes[m_at++] : uchar(0);
        return (marker >= 0xc0 && marker != startOfImage) ? marker : uchar(0);
    }

    bool skipSegment()
    {
        if (m_at + 2 > m_size)
            return false;
        const qsizetype length = m_bytes[m_at] * 256 + m_bytes[m_at + 1];
        m_at += length;
        return length >= 2 && m_at <= m_size;
    }

    /// To the marker behind the scan's data; restart markers must count 0 to 7 in turn.
    bool skipScan()
    {
        uchar restart = firstRestart;
        while (m_at + 1 < m_size) {
            const void *found = std::memchr(m_bytes + m_at, 0xff, std::size_t(m_size - m_at - 1));
            if (!found)
                return false;
            m_at = static_cast<const uchar *>(found) - m_bytes;
            const uchar next = m_bytes[m_at + 1];
            if (next == 0xff) {
                ++m_at;
            } else if (next == 0) {
                m_at += 2;
            } else if (next >= firstRestart && next <= lastRestart) {
                if (next != restart)
                    return false;
                restart = restart == lastRestart ? firstRestart : uchar(restart + 1);
                m_at += 2;
            } else {
                return next != temporary;
            }
        }
        return false;
    }

    const uchar *m_bytes;
    qsizetype m_size;
    qsizetype m_at = 0;
};

} // namespace

bool markersInOrder(QByteArrayView jpeg)
{
    return JpegMarkers(jpeg).inOrder();
}

} // namespace likeness
