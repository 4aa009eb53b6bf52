// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/photo/pictureintake.h"

#include <QMimeData>
#include <QUrl>

namespace likeness {

namespace {

QString firstLocalFile(const QMimeData &data)
{
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile())
            return url.toLocalFile();
    }
    return {};
}

} // namespace

OfferedPicture pictureIn(const QMimeData &data)
{
    if (const QString path = firstLocalFile(data); !path.isEmpty())
        return OfferedFile {path};
    if (data.hasImage()) {
        const auto pixels = data.imageData().value<QImage>();
        if (!pixels.isNull())
            return OfferedImage {pixels};
    }
    return {};
}

bool offersPicture(const QMimeData &data)
{
    return data.hasImage() || !firstLocalFile(data).isEmpty();
}

} // namespace likeness
