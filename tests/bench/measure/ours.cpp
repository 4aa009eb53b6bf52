// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0

// Our side of the contest, by the public interface only: open the picture, render the ladder, encode each
// size. Options: coding=baseline|optimised|progressive, budget=1, pixels=1 (unencoded),
// simd=scalar|ssse3|avx2.

#include "services/imaging/encoder.h"
#include "services/imaging/kernels.h"
#include "services/imaging/ladder.h"
#include "services/imaging/picture.h"
#include "services/imaging/picturememory.h"
#include "services/imaging/previewproxy.h"
#include "tests/bench/measure/contestant.h"

#include <QCoreApplication>
#include <QFile>

namespace {

using namespace likeness;
using bench::Job;

template <class T>
T valueOf(const char *step, Result<T> result)
{
    if (!result)
        qFatal("%s: %s", step, qPrintable(result.error().detail));
    return *std::move(result);
}

Picture opened(const Job &job)
{
    QFile file(QString::fromStdString(job.picture));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", job.picture.c_str());
    return valueOf("open", openPicture(file.readAll()));
}

PhotoRecipe recipeFor(const bench::Square &square, const Picture &picture)
{
    const QRectF wanted(square.x, square.y, square.edge, square.edge);
    return PhotoRecipe {}.cropped(wanted.toRect(), picture.uprightSize());
}

JpegCoding codingOf(const Job &job)
{
    const std::string coding = job.text("coding", "optimised");
    return coding == "progressive" ? JpegCoding::Progressive
        : coding == "baseline"     ? JpegCoding::Baseline
                                   : JpegCoding::Optimised;
}

void chooseSimd(const Job &job)
{
    const std::string level = job.text("simd", "");
    if (level == "scalar")
        limitSimdLevel(SimdLevel::Scalar);
    else if (level == "ssse3")
        limitSimdLevel(SimdLevel::Ssse3);
}

/// Whether one step more of quality would be over the budget, or is not wanted.
bool isBest(const QImage &pixels, const EncodeSettings &settings, const EncodedRendition &encoded)
{
    if (encoded.quality == settings.quality)
        return true;
    EncodeSettings next = settings;
    next.maxBytes = 0;
    next.quality = encoded.quality + 1;
    next.fullChroma = encoded.fullChroma;
    return valueOf("encode", encodeWithin(pixels, next)).photo.bytes.size() > settings.maxBytes;
}

bench::Figures run(const Job &job)
{
    const Picture picture = opened(job);
    const auto renditions = valueOf("render", renderedLadder(picture, recipeFor(job.square, picture)));
    bench::Figures figures;
    for (const Rendition &rendition : renditions) {
        const int edge = rendition.size.edge();
        if (job.has("pixels")) {
            bench::writePixels(job, edge, rendition.pixels.constBits(),
                static_cast<std::size_t>(rendition.pixels.bytesPerLine()), 4);
            continue;
        }
        auto settings = EncodeSettings::forEdge(
            edge, job.has("budget") ? static_cast<qsizetype>(bench::budgetOf(edge)) : 0);
        settings.coding = codingOf(job);
        const auto encoded = valueOf("encode", encodeWithin(rendition.pixels, settings));
        bench::writeFile(bench::pathFor(job, edge, ".jpg"), encoded.photo.bytes.constData(),
            static_cast<std::size_t>(encoded.photo.bytes.size()));
        figures["bytes" + std::to_string(edge)] = static_cast<double>(encoded.photo.bytes.size());
        if (job.has("check"))
            figures["best" + std::to_string(edge)] = isBest(rendition.pixels, settings, encoded) ? 1 : 0;
    }
    return figures;
}

/// As the window does it: a proxy of the whole picture, then the nine sizes of a square that moves, and the
/// smallest stretched to the largest as clients do.
std::function<void(int)> openPreviews(const Job &job)
{
    chooseSimd(job);
    const Picture picture = opened(job);
    const PreviewProxy proxy = valueOf("proxy", PreviewProxy::of(picture));
    return [proxy, square = job.square](int frame) {
        const double room = proxy.uprightSize().width() - square.edge;
        const bench::Square moved {
            std::fmod(square.x + 3.0 * frame, std::max(room, 1.0)), square.y + frame % 7, square.edge};
        const QRectF wanted(moved.x, moved.y, moved.edge, moved.edge);
        const auto renditions
            = proxy.renditions(PhotoRecipe {}.cropped(wanted.toRect(), proxy.uprightSize()));
        asUpscaledByClient(renditions.constLast().pixels, PhotoSize::largest().edge());
    };
}

} // namespace

int main(int argc, char **argv)
{
    keepPictureMemory();
    const QCoreApplication application(argc, argv);
    return bench::compete(argc, argv, run, openPreviews);
}
