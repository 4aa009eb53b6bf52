// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QSize>
#include <memory>

namespace likeness {

class DecodeWatch;

/// Reads one JPEG from memory, row by row, with libjpeg; no exception and no longjmp leaves it. One thread;
/// the bytes and the watch must outlive it. Each step says whether it worked, error() then says what went
/// wrong.
class JpegReader final
{
public:
    enum class Colours { Grey, Rgb, Cmyk };

    JpegReader(QByteArrayView file, const DecodeWatch &watch);
    ~JpegReader();
    Q_DISABLE_COPY_MOVE(JpegReader)

    bool readHeader();
    QSize size() const;
    Colours colours() const;
    bool isProgressive() const;
    /// Adobe's CMYK is stored inverted (255 = no ink).
    bool isInverted() const;
    /// The first EXIF block, without its "Exif" prefix.
    QByteArray exif() const;
    struct EmbeddedProfile
    {
        QByteArray bytes;
        bool broken = false; ///< there are pieces of one that do not fit together
    };
    EmbeddedProfile profile();

    /// Prepares decoding at eighths/8 of the size: grey 1, RGBX 4, CMYK 4 bytes a pixel.
    bool start(int eighths = 8);
    QSize outputSize() const;
    int bytesPerPixel() const { return colours() == Colours::Grey ? 1 : 4; }
    bool readRow(uchar *row);
    /// Reads what is left behind the last row; defects there count too.
    bool finish();

    /// How many defects the decoder had to make up for so far.
    long warnings() const;
    Error error() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// Whether the markers of a JPEG follow each other as they should up to the end of the picture: finds cut-off
/// files and scrambled restart markers without decoding (about 1 ms for 12 megapixels).
bool markersInOrder(QByteArrayView jpeg);

} // namespace likeness
