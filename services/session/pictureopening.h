// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/imaging/previewproxy.h"

#include <QString>

namespace likeness {

/// A picture ready to be worked on: opened, with its proxy and the previews of the empty recipe.
struct OpenedPicture
{
    Picture picture;
    PreviewProxy proxy;
    QList<Rendition> previews;
};

// What a PictureSession does in a worker. Errors as openPicture(); Local when a file cannot be read.
Result<OpenedPicture> openedFromBytes(const QByteArray &file, const QString &name, std::stop_token stop);
Result<OpenedPicture> openedFromFile(const QString &path, std::stop_token stop);
Result<OpenedPicture> openedFromImage(const QImage &image, std::stop_token stop);

} // namespace likeness
