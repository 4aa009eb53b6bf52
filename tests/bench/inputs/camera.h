// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QString>

namespace bench {

/// A JPEG as cameras write them: quality 92, 4:2:0, EXIF orientation, colour profile, grain of the sensor.
struct Shot
{
    const char *name;
    const char *content;
    int width; ///< as stored
    int height;
    int orientation; ///< 1, 3, 6 or 8
    bool displayP3; ///< else sRGB
    bool progressive;
    double grain; ///< deviation, in 8-bit steps
};

/// Enlarges the content to the shot's size, adds the grain and writes the file, row by row.
bool writeShot(const Shot &shot, const QImage &content, const QString &path);

/// The profile that the command-line peer converts to.
bool writeSrgbProfile(const QString &path);

} // namespace bench
