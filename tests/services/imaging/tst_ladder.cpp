// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/kernels.h"
#include "services/imaging/ladder.h"
#include "services/imaging/previewproxy.h"
#include "tests/services/imaging/lanczosreference.h"

#include "tests/services/imaging/generatedpictures.h"

#include <QTest>
#include <map>
#include <thread>

using namespace likeness;
using namespace Qt::StringLiterals;

namespace {

constexpr int ladderLength = 9;

QList<Rendition> rendered(
    const Picture &picture, const PhotoRecipe &recipe = {}, const RenderSettings &settings = {})
{
    const Result<QList<Rendition>> ladder = renderedLadder(picture, recipe, settings);
    return ladder ? *ladder : QList<Rendition>();
}

PhotoRecipe cropOf(const QRect &square, QSize upright)
{
    return PhotoRecipe().cropped(square, upright);
}

/// Where an upright pixel place (0..1) is found in the stored picture, from the EXIF specification's table of
/// which side of the picture row 0 and column 0 are.
QPointF storedPlace(int orientation, double x, double y)
{
    switch (orientation) {
    case 2: // row 0 top, column 0 right
        return {1 - x, y};
    case 3: // bottom, right
        return {1 - x, 1 - y};
    case 4: // bottom, left
        return {x, 1 - y};
    case 5: // left, top
        return {y, x};
    case 6: // right, top
        return {y, 1 - x};
    case 7: // right, bottom
        return {1 - y, 1 - x};
    case 8: // left, bottom
        return {1 - y, x};
    default:
        return {x, y};
    }
}

QPointF uprightPlace(int orientation, double x, double y)
{
    switch (orientation) { // only the quarter turns are not their own inverse
    case 6:
        return storedPlace(8, x, y);
    case 8:
        return storedPlace(6, x, y);
    default:
        return storedPlace(orientation, x, y);
    }
}

/// What the recipe shows of the upright waves, straight from the formula.
QImage expectedWaves(const PhotoRecipe &recipe, QSize upright, int edge)
{
    const QTransform back = recipe.toFrame(upright).inverted();
    const QRectF crop = recipe.cropIn(upright).rect();
    return generated::rasterOf(QSize(edge, edge), [&](double x, double y) {
        const QPointF place = back.map(QPointF(crop.x() + x * crop.width(), crop.y() + y * crop.height()));
        return generated::waves(place.x() / upright.width(), place.y() / upright.height());
    });
}

/// The same picture is expected of all eight orientations.
QImage expectedOnce(const PhotoRecipe &recipe, QSize upright, int edge)
{
    static std::map<std::tuple<int, bool, double>, QImage> known;
    QImage &image = known[{recipe.quarterTurns, recipe.mirrored, recipe.straightenDegrees}];
    if (image.isNull())
        image = expectedWaves(recipe, upright, edge);
    return image;
}

QImage storedWaves(int orientation, QSize upright)
{
    const QSize stored = orientation >= 5 ? upright.transposed() : upright;
    return generated::rasterOf(stored, [=](double x, double y) {
        const QPointF place = uprightPlace(orientation, x, y);
        return generated::waves(place.x(), place.y());
    });
}

class LimitedSimd
{
public:
    explicit LimitedSimd(SimdLevel level) { limitSimdLevel(level); }
    ~LimitedSimd() { limitSimdLevel(std::nullopt); }
    Q_DISABLE_COPY_MOVE(LimitedSimd)
};

} // namespace

class LadderTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void nineLargestFirst();
    void wantedSizesAreTheSamePixelsAsAll();
    void everyOrientationTurnAndMirror_data();
    void everyOrientationTurnAndMirror();
    void straightened_data();
    void straightened();
    void straightenedKeepsDetail();
    void qualityAgainstReference_data();
    void qualityAgainstReference();
    void reducedJpegAgainstReference();
    void linearLightAgainstReference();
    void smallSourcesAreEnlarged_data();
    void smallSourcesAreEnlarged();
    void sameBytesAtEverySimdLevel();
    void sameBytesOnManyThreads();
    void flatStaysFlat();
    void hardestPatternDoesNotOverflow();
};

void LadderTest::nineLargestFirst()
{
    const QList<Rendition> ladder = rendered(generated::decoded(generated::busyRaster(QSize(800, 700))));
    QCOMPARE(ladder.size(), ladderLength);
    for (int i = 0; i < ladderLength; ++i) {
        const int edge = PhotoSize::ladder[static_cast<std::size_t>(ladderLength - 1 - i)];
        QCOMPARE(ladder[i].size.edge(), edge);
        QCOMPARE(ladder[i].pixels.size(), QSize(edge, edge));
        QCOMPARE(ladder[i].pixels.format(), QImage::Format_RGBX8888);
        for (int y = 0; y < edge; ++y) {
            for (int x = 0; x < edge; ++x)
                QVERIFY(ladder[i].pixels.constScanLine(y)[4 * x + 3] == 255);
        }
    }
}

void LadderTest::wantedSizesAreTheSamePixelsAsAll()
{
    const Picture picture = generated::decoded(generated::busyRaster(QSize(800, 700)));
    const QList<Rendition> all = rendered(picture);
    const std::array wanted {*PhotoSize::of(64), *PhotoSize::of(504)};
    const auto some = renderedLadder(picture, {}, wanted);
    QVERIFY(some);
    QCOMPARE(some->size(), 2);
    QCOMPARE(some->at(0).size.edge(), 504);
    QCOMPARE(some->at(0).pixels, all[1].pixels);
    QCOMPARE(some->at(1).size.edge(), 64);
    QCOMPARE(some->at(1).pixels, all[7].pixels);
}

void LadderTest::everyOrientationTurnAndMirror_data()
{
    QTest::addColumn<int>("orientation");
    QTest::addColumn<int>("turns");
    QTest::addColumn<bool>("mirrored");
    for (int orientation = 1; orientation <= 8; ++orientation) {
        for (int turns = 0; turns < 4; ++turns) {
            for (const bool mirrored : {false, true})
                QTest::addRow("%d, %d turns%s", orientation, turns, mirrored ? ", mirrored" : "")
                    << orientation << turns << mirrored;
        }
    }
}

void LadderTest::everyOrientationTurnAndMirror()
{
    QFETCH(int, orientation);
    QFETCH(int, turns);
    QFETCH(bool, mirrored);
    const QSize upright(420, 300);
    const QImage stored = storedWaves(orientation, upright);
    PhotoRecipe recipe;
    recipe.mirrored = mirrored;
    recipe.quarterTurns = turns;
    const std::array sizes {*PhotoSize::of(240)};
    for (const double degrees : {0.0, 6.0}) {
        recipe.straightenDegrees = degrees;
        recipe.crop.reset();
        recipe = recipe.cropped(QRect(60, 50, 170, 170), upright);
        const QImage expected = expectedOnce(recipe, upright, 240);
        const auto raster = renderedLadder(generated::decoded(stored, orientation), recipe, sizes);
        QVERIFY(raster);
        QVERIFY2(generated::psnr(raster->at(0).pixels, expected) > 48,
            qPrintable(QString::number(generated::psnr(raster->at(0).pixels, expected))));
        const auto jpeg = renderedLadder(
            generated::streamed(generated::jpegOf(stored), stored.size(), orientation), recipe, sizes);
        QVERIFY(jpeg);
        QVERIFY2(generated::psnr(jpeg->at(0).pixels, expected) > 44,
            qPrintable(QString::number(generated::psnr(jpeg->at(0).pixels, expected))));
    }
}

void LadderTest::straightened_data()
{
    QTest::addColumn<double>("degrees");
    QTest::addColumn<QRect>("crop");
    for (const double degrees : {-15.0, -0.5, 4.0, 15.0}) {
        QTest::addRow("%g, reduced", degrees) << degrees << QRect(200, 100, 900, 900);
        QTest::addRow("%g, at the edge", degrees) << degrees << QRect(0, 0, 700, 700);
        QTest::addRow("%g, enlarged", degrees) << degrees << QRect(700, 400, 200, 200);
        QTest::addRow("%g, largest", degrees) << degrees << QRect(0, 0, 2400, 2400);
    }
}

void LadderTest::straightened()
{
    QFETCH(double, degrees);
    QFETCH(QRect, crop);
    const QSize size(1600, 1200);
    static const QImage stored = generated::rasterOf(size, generated::waves);
    PhotoRecipe recipe;
    recipe.straightenDegrees = degrees;
    recipe = recipe.cropped(crop, size);
    const QList<Rendition> ladder = rendered(generated::decoded(stored), recipe);
    QCOMPARE(ladder.size(), ladderLength);
    for (const int step : {0, 4, 8}) { // how one size is made from another does not depend on the angle
        const Rendition &rendition = ladder[step];
        const QImage expected = expectedWaves(recipe, size, rendition.size.edge());
        const double quality = generated::psnr(rendition.pixels, expected);
        QVERIFY2(quality > 48, qPrintable(u"%1: %2 dB"_s.arg(rendition.size.edge()).arg(quality)));
    }
}

/// A fine grating turned back to where it would have been drawn: the filter must keep it.
void LadderTest::straightenedKeepsDetail()
{
    const QSize size(1600, 1600);
    const auto grating = [](double x, double y) -> std::array<double, 3> {
        const double value = 128 + 80 * std::sin(2 * std::numbers::pi * 1600 / 7.0 * (0.8 * x + 0.6 * y));
        return {value, value, value};
    };
    PhotoRecipe recipe;
    recipe.straightenDegrees = 9;
    recipe = recipe.cropped(QRect(300, 300, 1000, 1000), size);
    const QTransform back = recipe.toFrame(size).inverted();
    const QRectF crop = recipe.cropIn(size).rect();
    const QImage expected = generated::rasterOf(QSize(648, 648), [&](double x, double y) {
        const QPointF place = back.map(crop.topLeft() + QPointF(x * crop.width(), y * crop.height()));
        return grating(place.x() / size.width(), place.y() / size.height());
    });
    const QList<Rendition> ladder = rendered(generated::decoded(generated::rasterOf(size, grating)), recipe);
    QCOMPARE(ladder.size(), ladderLength);
    const double quality = generated::psnr(ladder[0].pixels, expected);
    QVERIFY2(quality > 35, qPrintable(QString::number(quality)));
}

void LadderTest::qualityAgainstReference_data()
{
    QTest::addColumn<QRect>("crop");
    QTest::newRow("whole") << QRect(0, 0, 1500, 1500);
    QTest::newRow("off centre") << QRect(417, 33, 1111, 1111);
    QTest::newRow("nearly 1:1") << QRect(100, 200, 700, 700);
    QTest::newRow("enlarged") << QRect(600, 300, 251, 251);
}

void LadderTest::qualityAgainstReference()
{
    QFETCH(QRect, crop);
    static const QImage source = generated::busyRaster(QSize(1700, 1500));
    const QList<Rendition> ladder = rendered(generated::decoded(source), cropOf(crop, source.size()));
    QCOMPARE(ladder.size(), ladderLength);
    for (const Rendition &rendition : ladder) {
        const int edge = rendition.size.edge();
        const double quality = generated::psnr(rendition.pixels, reference::resampled(source, crop, edge), 3);
        const double wanted = edge == 648 ? 54 : 46;
        QVERIFY2(quality > wanted, qPrintable(u"%1: %2 dB"_s.arg(edge).arg(quality)));
    }
}

/// A large crop is decoded at half size; against the reference from the full decode.
void LadderTest::reducedJpegAgainstReference()
{
    const QImage source = generated::busyRaster(QSize(2200, 2150));
    const QByteArray jpeg = generated::jpegOf(source, JpegCoding::Baseline, false, 92);
    const QImage full = QImage::fromData(jpeg, "JPG").convertToFormat(QImage::Format_RGBX8888);
    const QRect crop(50, 20, 2100, 2100);
    const QList<Rendition> ladder
        = rendered(generated::streamed(jpeg, source.size()), cropOf(crop, source.size()));
    QCOMPARE(ladder.size(), ladderLength);
    for (const Rendition &rendition : ladder) {
        const int edge = rendition.size.edge();
        const double quality = generated::psnr(rendition.pixels, reference::resampled(full, crop, edge), 3);
        QVERIFY2(quality > 45, qPrintable(u"%1: %2 dB"_s.arg(edge).arg(quality)));
    }
}

void LadderTest::linearLightAgainstReference()
{
    const QImage source = generated::busyRaster(QSize(1300, 1200));
    const QRect crop(50, 20, 1100, 1100);
    RenderSettings settings;
    settings.light = RenderSettings::Light::Linear;
    const QList<Rendition> ladder
        = rendered(generated::decoded(source), cropOf(crop, source.size()), settings);
    QCOMPARE(ladder.size(), ladderLength);
    for (const Rendition &rendition : ladder) {
        const int edge = rendition.size.edge();
        const double quality
            = generated::psnr(rendition.pixels, reference::resampled(source, crop, edge, true), 3);
        QVERIFY2(quality > 45, qPrintable(u"%1: %2 dB"_s.arg(edge).arg(quality)));
    }
}

void LadderTest::smallSourcesAreEnlarged_data()
{
    QTest::addColumn<QSize>("size");
    for (const QSize size :
        {QSize(1, 1), QSize(2, 3), QSize(16, 16), QSize(40, 17), QSize(300, 200), QSize(647, 649)})
        QTest::addRow("%dx%d", size.width(), size.height()) << size;
}

void LadderTest::smallSourcesAreEnlarged()
{
    QFETCH(QSize, size);
    const QImage source = generated::rasterOf(size, generated::waves);
    for (const double degrees : {0.0, 5.0}) {
        PhotoRecipe recipe;
        recipe.straightenDegrees = degrees;
        for (const Picture &picture :
            {generated::decoded(source), generated::streamed(generated::jpegOf(source), size)}) {
            const QList<Rendition> ladder = rendered(picture, recipe);
            QCOMPARE(ladder.size(), ladderLength);
            if (size.width() < 100)
                continue;
            const QImage expected = expectedWaves(recipe, size, 648);
            const double quality = generated::psnr(ladder[0].pixels, expected, 6);
            QVERIFY2(quality > 44, qPrintable(QString::number(quality)));
        }
    }
}

void LadderTest::sameBytesAtEverySimdLevel()
{
    const QImage source = generated::busyRaster(QSize(1101, 901));
    const Picture picture = generated::streamed(generated::jpegOf(source), source.size(), 6);
    for (const QRect &crop : {QRect(3, 5, 887, 887), QRect(77, 41, 333, 333)}) {
        for (const double degrees : {0.0, 3.0}) {
            for (const auto light : {RenderSettings::Light::Gamma, RenderSettings::Light::Linear}) {
                RenderSettings settings;
                settings.light = light;
                PhotoRecipe recipe;
                recipe.straightenDegrees = degrees;
                recipe = recipe.cropped(crop, picture.uprightSize());
                const auto renderedAt = [&](SimdLevel level) {
                    const LimitedSimd limited(level);
                    QList<Rendition> all = rendered(picture, recipe, settings);
                    const QImage smallest = all.constLast().pixels;
                    all.append({PhotoSize::largest(), asUpscaledByClient(smallest, 648)});
                    return all;
                };
                const QList<Rendition> plain = renderedAt(SimdLevel::Scalar);
                QCOMPARE(plain.size(), ladderLength + 1);
                for (const SimdLevel level : {SimdLevel::Ssse3, SimdLevel::Avx2}) {
                    if (supportedSimdLevel() < level)
                        QSKIP("this machine has not every level");
                    const QList<Rendition> fast = renderedAt(level);
                    QCOMPARE(fast.size(), plain.size());
                    for (int i = 0; i < fast.size(); ++i)
                        QVERIFY(fast[i].pixels == plain[i].pixels);
                }
            }
        }
    }
}

void LadderTest::sameBytesOnManyThreads()
{
    const QImage source = generated::busyRaster(QSize(900, 1000));
    const Picture picture = generated::streamed(generated::jpegOf(source), source.size());
    const QList<Rendition> expected = rendered(picture);
    std::array<QList<Rendition>, 4> results;
    {
        std::vector<std::jthread> threads;
        for (QList<Rendition> &result : results)
            threads.emplace_back([&picture, &result] { result = rendered(picture); });
    }
    for (const QList<Rendition> &result : results) {
        QCOMPARE(result.size(), expected.size());
        for (int i = 0; i < result.size(); ++i)
            QVERIFY(result[i].pixels == expected[i].pixels);
    }
}

void LadderTest::flatStaysFlat()
{
    for (const int value : {0, 1, 127, 254, 255}) {
        const double level = value;
        const QImage source = generated::rasterOf(QSize(700, 900), [level](double, double) {
            return std::array<double, 3> {level, level, level};
        });
        for (const Rendition &rendition : rendered(generated::decoded(source))) {
            for (int y = 0; y < rendition.size.edge(); ++y) {
                const uchar *row = rendition.pixels.constScanLine(y);
                for (int i = 0; i < rendition.size.edge() * 4; ++i)
                    QVERIFY(row[i] == (i % 4 == 3 ? 255 : value));
            }
        }
    }
}

/// Black and white in step with the filter's signs makes the largest overshoot there is; a sum that
/// overflowed would turn white into black.
void LadderTest::hardestPatternDoesNotOverflow()
{
    for (const int period : {2, 3, 4, 5}) {
        const auto pattern = [period](double x, double y) -> std::array<double, 3> {
            const bool white = static_cast<int>(x * 60) / period % 2 == static_cast<int>(y * 60) / period % 2;
            return {white ? 255.0 : 0.0, white ? 255.0 : 0.0, white ? 0.0 : 255.0};
        };
        const QImage source = generated::rasterOf(QSize(60, 60), pattern);
        const QList<Rendition> ladder = rendered(generated::decoded(source));
        QCOMPARE(ladder.size(), ladderLength);
        const QImage expected = reference::resampled(source, QRectF(0, 0, 60, 60), 648);
        const double quality = generated::psnr(ladder[0].pixels, expected, 6); // half a source pixel
        QVERIFY2(quality > 45, qPrintable(u"period %1: %2 dB"_s.arg(period).arg(quality)));
    }
}

QTEST_GUILESS_MAIN(LadderTest)
#include "tst_ladder.moc"
