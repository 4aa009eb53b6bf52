// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/photosofedges.h"

#include "services/imaging/encoder.h"
#include "services/imaging/picture.h"
#include "services/imaging/previewproxy.h"

namespace likeness {
namespace {

constexpr PictureLimits rescaledLimits {16 * 1024 * 1024, 25'000'000, 8192, std::chrono::milliseconds(5000)};

Result<EncodedPhoto> atEdge(const QImage &pixels, int edge)
{
    const QImage scaled = pixels.scaled(edge, edge, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                              .convertToFormat(QImage::Format_RGBX8888);
    return encodeWithin(scaled, EncodeSettings::forEdge(edge)).transform([](const EncodedRendition &encoded) {
        return encoded.photo;
    });
}

} // namespace

Result<QList<EncodedPhoto>> photosOfEdges(
    const EncodedPhoto &photo, const QList<int> &edges, std::stop_token stop)
{
    const Result<PreviewProxy> proxy
        = openPicture(photo.bytes, rescaledLimits, stop).andThen([&stop](const Picture &picture) {
              return PreviewProxy::of(picture, stop);
          });
    if (!proxy)
        return proxy.error();
    const int longest = std::max(proxy->image().width(), proxy->image().height());
    const bool isWhole = proxy->scale() == 1.0;
    QList<EncodedPhoto> photos;
    for (const int edge : edges) {
        if (stop.stop_requested())
            return Error {Errc::Cancelled};
        const Result<EncodedPhoto> made
            = isWhole && edge == longest ? Result<EncodedPhoto>(photo) : atEdge(proxy->image(), edge);
        if (!made)
            return made.error();
        photos.append(*made);
    }
    return photos;
}

} // namespace likeness
