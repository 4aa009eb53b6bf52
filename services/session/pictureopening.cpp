// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/pictureopening.h"

#include <QFile>
#include <QFileInfo>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace likeness {
namespace {

QStringList usualExtensions(PictureFormat format)
{
    switch (format) {
    case PictureFormat::Jpeg:
        return {u"jpg"_s, u"jpeg"_s, u"jpe"_s, u"jfif"_s, u"mpo"_s};
    case PictureFormat::Png:
        return {u"png"_s, u"apng"_s};
    case PictureFormat::WebP:
        return {u"webp"_s};
    case PictureFormat::Heif:
        return {u"heic"_s, u"heif"_s, u"hif"_s, u"avif"_s};
    case PictureFormat::Gif:
        return {u"gif"_s};
    case PictureFormat::Bmp:
        return {u"bmp"_s, u"dib"_s};
    case PictureFormat::Tiff:
        return {u"tif"_s, u"tiff"_s};
    }
    return {};
}

bool isNamedOtherwise(const QString &name, PictureFormat format)
{
    const QString extension = QFileInfo(name).suffix().toLower();
    return !extension.isEmpty() && !usualExtensions(format).contains(extension);
}

Result<OpenedPicture> withProxy(const Picture &picture, std::stop_token stop)
{
    const Result<PreviewProxy> proxy = PreviewProxy::of(picture, std::move(stop));
    if (!proxy)
        return proxy.error();
    return OpenedPicture {picture, *proxy, proxy->renditions({})};
}

} // namespace

Result<OpenedPicture> openedFromBytes(const QByteArray &file, const QString &name, std::stop_token stop)
{
    Result<Picture> picture = openPicture(file, {}, stop);
    if (!picture)
        return picture.error();
    picture->notes.setFlag(PictureNote::WrongExtension, isNamedOtherwise(name, picture->format));
    return withProxy(*picture, std::move(stop));
}

Result<OpenedPicture> openedFromFile(const QString &path, std::stop_token stop)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error {Errc::Local, file.errorString()};
    const qint64 limit = PictureLimits {}.bytes;
    const QByteArray bytes = file.read(limit + 1); // one more than allowed is enough to be refused
    if (file.error() != QFileDevice::NoError)
        return Error {Errc::Local, file.errorString()};
    return openedFromBytes(bytes, QFileInfo(path).fileName(), std::move(stop));
}

Result<OpenedPicture> openedFromImage(const QImage &image, std::stop_token stop)
{
    const Result<Picture> picture = pictureOf(image, {}, stop);
    if (!picture)
        return picture.error();
    return withProxy(*picture, std::move(stop));
}

} // namespace likeness
