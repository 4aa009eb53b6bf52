// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0

// The job by Qt alone: QImageReader decodes the crop reduced, QImage::scaled makes the chain, QColorSpace
// honours the profile, QImageWriter writes optimised progressive JPEG. The turn comes last, because Qt 6.4
// forgets the colour space when it turns a picture.

#include "tests/bench/measure/contestant.h"

#include <QBuffer>
#include <QColorSpace>
#include <QCoreApplication>
#include <QImageReader>
#include <QImageWriter>
#include <QTransform>

namespace {

using bench::edges;
using bench::Job;

int orientationOf(QImageIOHandler::Transformations transformation)
{
    switch (transformation) {
    case QImageIOHandler::TransformationRotate90:
        return 6;
    case QImageIOHandler::TransformationRotate180:
        return 3;
    case QImageIOHandler::TransformationRotate270:
        return 8;
    default:
        return 1;
    }
}

QTransform turnFor(int orientation)
{
    return QTransform().rotate(orientation == 6 ? 90 : orientation == 3 ? 180 : orientation == 8 ? 270 : 0);
}

QImage scaledTo(int edge, const QImage &image)
{
    return image.scaled(edge, edge, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

std::array<QImage, 9> chain(const QImage &crop)
{
    std::array<QImage, 9> sizes;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        sizes[i] = scaledTo(edges[i], i == 0 ? crop : sizes[bench::parentOf(i)]);
        if (i == 0 && sizes[i].colorSpace().isValid())
            sizes[i].convertToColorSpace(QColorSpace(QColorSpace::SRgb));
    }
    return sizes;
}

bench::Bytes encoded(const QImage &image, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(quality);
    writer.setOptimizedWrite(true);
    writer.setProgressiveScanWrite(true);
    if (!writer.write(image))
        qFatal("%s", qPrintable(writer.errorString()));
    return {bytes.cbegin(), bytes.cend()};
}

bench::Figures run(const Job &job)
{
    QImageReader reader(QString::fromStdString(job.picture));
    const QSize size = reader.size();
    const int orientation = orientationOf(reader.transformation());
    const auto square = bench::stored(job.square, orientation, size.width(), size.height());
    int edge = static_cast<int>(square.edge);
    while (edge / 2 >= edges[0] * 1.6)
        edge /= 2;
    reader.setAutoTransform(false);
    reader.setQuality(90); // below 50 the reader decodes with the fast, inexact DCT
    reader.setClipRect(QRectF(square.x, square.y, square.edge, square.edge).toRect());
    reader.setScaledSize({edge, edge});
    const QImage crop = reader.read();
    if (crop.isNull())
        qFatal("%s", qPrintable(reader.errorString()));
    auto sizes = chain(crop);
    for (std::size_t i = 0; i < edges.size(); ++i) {
        QImage turned = sizes[i].transformed(turnFor(orientation));
        turned.setColorSpace({}); // no profile in the file, as ours
        if (job.has("pixels")) {
            const QImage rgb = turned.convertToFormat(QImage::Format_RGB888);
            bench::writePixels(
                job, edges[i], rgb.constBits(), static_cast<std::size_t>(rgb.bytesPerLine()), 3);
            continue;
        }
        const auto bytes = bench::bestWithin(job.has("budget") ? bench::budgetOf(edges[i]) : 0,
            [&](int quality) { return encoded(turned, quality); });
        bench::writeFile(bench::pathFor(job, edges[i], ".jpg"), bytes.data(), bytes.size());
    }
    return {};
}

std::function<void(int)> openPreviews(const Job &job)
{
    const int reduction = bench::reductionFor(job.square.edge);
    QImageReader reader(QString::fromStdString(job.picture));
    reader.setAutoTransform(true);
    reader.setScaledSize(reader.size() / reduction);
    const QImage proxy = reader.read().convertToFormat(QImage::Format_RGB32);
    const int edge = static_cast<int>(job.square.edge / reduction);
    return [proxy, edge](int frame) {
        const uchar *first = proxy.constScanLine(30 + frame % 8) + 4 * (20 + frame % 16);
        const auto sizes = chain(QImage(first, edge, edge, proxy.bytesPerLine(), QImage::Format_RGB32));
        scaledTo(648, sizes[8]);
    };
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QCoreApplication application(argc, argv); // image plug-ins need no more
    QImageReader::setAllocationLimit(0);
    return bench::compete(argc, argv, run, openPreviews);
}
