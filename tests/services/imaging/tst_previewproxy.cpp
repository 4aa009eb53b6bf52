// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/previewproxy.h"

#include "tests/services/imaging/generatedpictures.h"

#include <QTest>
#include <thread>

using namespace likeness;
using namespace Qt::StringLiterals;

class PreviewProxyTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void isSmallAndUpright_data();
    void isSmallAndUpright();
    void showsWhatTheLadderMakes_data();
    void showsWhatTheLadderMakes();
    void sameOnManyThreads();
    void cancelled();
    void brokenPicture();
    void upscalesLikeAClient();
};

void PreviewProxyTest::isSmallAndUpright_data()
{
    QTest::addColumn<QSize>("stored");
    QTest::addColumn<bool>("jpeg");
    QTest::newRow("small JPEG") << QSize(300, 200) << true;
    QTest::newRow("JPEG reduced by its transform") << QSize(3200, 2000) << true;
    QTest::newRow("JPEG reduced and resampled") << QSize(2300, 2000) << true;
    QTest::newRow("long JPEG") << QSize(7000, 300) << true;
    QTest::newRow("small raster") << QSize(300, 200) << false;
    QTest::newRow("large raster") << QSize(2300, 2000) << false;
}

void PreviewProxyTest::isSmallAndUpright()
{
    QFETCH(QSize, stored);
    QFETCH(bool, jpeg);
    const QImage raster = generated::rasterOf(stored, generated::waves);
    const Picture picture
        = jpeg ? generated::streamed(generated::jpegOf(raster), stored, 6) : generated::decoded(raster, 6);
    const auto proxy = PreviewProxy::of(picture);
    QVERIFY(proxy);
    QCOMPARE(proxy->uprightSize(), stored.transposed());
    const QSize size = proxy->image().size();
    QVERIFY(qint64(size.width()) * size.height() <= PreviewProxy::mostPixels);
    QVERIFY(std::abs(size.width() - stored.height() * proxy->scale()) < 1.001);
    QVERIFY(std::abs(size.height() - stored.width() * proxy->scale()) < 1.001);
    // orientation 6: stored column 0 is the upright picture's top
    const QImage expected = generated::rasterOf(size, [&](double x, double y) {
        const double perX = size.width() / (stored.height() * proxy->scale());
        const double perY = size.height() / (stored.width() * proxy->scale());
        return generated::waves(y * perY, 1 - x * perX);
    });
    QVERIFY(generated::psnr(proxy->image(), expected, 1) > 44);
}

void PreviewProxyTest::showsWhatTheLadderMakes_data()
{
    QTest::addColumn<PhotoRecipe>("recipe");
    const QSize upright(2000, 2600);
    PhotoRecipe recipe;
    QTest::newRow("untouched") << recipe;
    QTest::newRow("cropped") << recipe.cropped(QRect(411, 733, 1301, 1301), upright);
    QTest::newRow("turned and mirrored") << recipe.turned(1, upright).flipped(upright);
    QTest::newRow("straightened")
        << recipe.straightened(-8, upright).cropped(QRect(500, 600, 1000, 1000), upright);
}

void PreviewProxyTest::showsWhatTheLadderMakes()
{
    QFETCH(PhotoRecipe, recipe);
    static const QImage raster = generated::rasterOf(QSize(2600, 2000), generated::waves);
    static const Picture picture
        = generated::streamed(generated::jpegOf(raster, JpegCoding::Baseline, false, 95), raster.size(), 8);
    const auto proxy = PreviewProxy::of(picture);
    QVERIFY(proxy);
    const auto ladder = renderedLadder(picture, recipe);
    QVERIFY(ladder);
    const QList<Rendition> previews = proxy->renditions(recipe);
    QCOMPARE(previews.size(), ladder->size());
    for (int i = 0; i < previews.size(); ++i) {
        QCOMPARE(previews[i].size, ladder->at(i).size);
        QVERIFY(generated::psnr(previews[i].pixels, ladder->at(i).pixels, 1) > 42);
    }
}

void PreviewProxyTest::sameOnManyThreads()
{
    const auto proxy = PreviewProxy::of(generated::decoded(generated::busyRaster(QSize(900, 800))));
    QVERIFY(proxy);
    const QList<Rendition> expected = proxy->renditions({});
    std::array<QList<Rendition>, 3> results;
    {
        std::vector<std::jthread> threads;
        for (QList<Rendition> &result : results)
            threads.emplace_back([&proxy, &result] {
                for (int i = 0; i < 3; ++i)
                    result = proxy->renditions({});
            });
    }
    for (const QList<Rendition> &result : results) {
        QCOMPARE(result.size(), expected.size());
        for (int i = 0; i < result.size(); ++i)
            QVERIFY(result[i].pixels == expected[i].pixels);
    }
}

void PreviewProxyTest::cancelled()
{
    std::stop_source stop;
    stop.request_stop();
    const QImage raster = generated::busyRaster(QSize(300, 200));
    const Picture picture = generated::streamed(generated::jpegOf(raster), raster.size());
    QCOMPARE(PreviewProxy::of(picture, stop.get_token()).error().code, Errc::Cancelled);
}

void PreviewProxyTest::brokenPicture()
{
    QCOMPARE(
        PreviewProxy::of(generated::streamed("no JPEG", QSize(10, 10))).error().code, Errc::PictureBroken);
}

void PreviewProxyTest::upscalesLikeAClient()
{
    QImage stored(2, 1, QImage::Format_RGBX8888);
    stored.fill(Qt::black);
    stored.setPixelColor(1, 0, QColor(200, 100, 40));
    const QImage shown = asUpscaledByClient(stored, 8);
    QCOMPARE(shown.size(), QSize(8, 8));
    // pixel centres: the outer quarter is flat, between the two centres a straight line
    const std::array<int, 8> red {0, 0, 25, 75, 125, 175, 200, 200};
    for (int x = 0; x < 8; ++x)
        QCOMPARE(shown.pixelColor(x, 3).red(), red[static_cast<std::size_t>(x)]);
    QVERIFY(asUpscaledByClient(QImage(), 648).isNull());
}

QTEST_GUILESS_MAIN(PreviewProxyTest)
#include "tst_previewproxy.moc"
