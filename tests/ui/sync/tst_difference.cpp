// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/difference.h"
#include "ui/sync/servedpicture.h"

#include <QBuffer>
#include <QTest>

using namespace likeness;

namespace {

QImage plain(int width, int height, const QColor &colour)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

EncodedPhoto encoded(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return EncodedPhoto::of(bytes, image.size());
}

} // namespace

class TestDifference final : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void equalIsBlack();
    void halfDiffers();
    void theSmallerIsEnlarged();
    void aFaintDifferenceIsNotCounted();
    void ofOneThereIsNone();
    void onlyPicturesAreOpened();
    void thumbnailsAreSquare();
};

void TestDifference::equalIsBlack()
{
    const QImage image = plain(64, 64, QColor(10, 120, 200));
    const PhotoDifference difference = differenceOf(image, image);
    QCOMPARE(difference.picture.size(), QSize(64, 64));
    QCOMPARE(difference.picture.pixelColor(10, 10), QColor(Qt::black));
    QCOMPARE(difference.share, 0.0);
}

void TestDifference::halfDiffers()
{
    QImage half = plain(64, 64, Qt::black);
    for (int y = 0; y < 64; ++y) {
        for (int x = 0; x < 32; ++x)
            half.setPixelColor(x, y, QColor(0, 0, 180)); // one colour differs: that counts
    }
    const PhotoDifference difference = differenceOf(half, plain(64, 64, Qt::black));
    QCOMPARE(difference.share, 0.5);
    QCOMPARE(difference.picture.pixelColor(5, 5), QColor(180, 180, 180));
    QCOMPARE(difference.picture.pixelColor(60, 5), QColor(Qt::black));
}

void TestDifference::theSmallerIsEnlarged()
{
    const PhotoDifference difference = differenceOf(plain(48, 48, Qt::red), plain(120, 96, Qt::red));
    QCOMPARE(difference.picture.size(), QSize(96, 96)); // the middle square of the larger
    QCOMPARE(difference.share, 0.0);
}

void TestDifference::aFaintDifferenceIsNotCounted()
{
    const PhotoDifference difference
        = differenceOf(plain(16, 16, QColor(100, 100, 100)), plain(16, 16, QColor(110, 104, 96)));
    QCOMPARE(difference.share, 0.0);
    QCOMPARE(difference.picture.pixelColor(3, 3), QColor(10, 10, 10));
}

void TestDifference::ofOneThereIsNone()
{
    QVERIFY(differenceOf({}, plain(16, 16, Qt::red)).picture.isNull());
    QVERIFY(differenceOf(plain(16, 16, Qt::red), {}).picture.isNull());
}

void TestDifference::onlyPicturesAreOpened()
{
    QVERIFY(servedPicture(EncodedPhoto::of("GIF?", {})).isNull());
    QVERIFY(servedThumbnail(EncodedPhoto::of({}, {}), 56).isNull());
    QByteArray cut = encoded(plain(300, 300, Qt::red), "PNG").bytes.left(40);
    QVERIFY(servedPicture(EncodedPhoto::of(cut, {})).isNull());
    // a header that claims 60,000 x 60,000 pixels
    QByteArray huge = encoded(plain(8, 8, Qt::red), "BMP").bytes;
    huge.replace(18, 8, QByteArray::fromHex("60ea000060ea0000"));
    QVERIFY(servedPicture(EncodedPhoto::of(huge, {})).isNull());
}

void TestDifference::thumbnailsAreSquare()
{
    QImage wide = plain(400, 200, Qt::red);
    for (int y = 0; y < 200; ++y) {
        for (int x = 0; x < 100; ++x) {
            wide.setPixelColor(x, y, Qt::blue);
            wide.setPixelColor(399 - x, y, Qt::blue);
        }
    }
    const QImage thumbnail = servedThumbnail(encoded(wide, "PNG"), 56);
    QCOMPARE(thumbnail.size(), QSize(56, 56));
    QCOMPARE(thumbnail.pixelColor(28, 28), QColor(Qt::red));
    QCOMPARE(thumbnail.pixelColor(4, 28), QColor(Qt::red)); // the sides are cut off, not squeezed in
    QCOMPARE(servedPicture(encoded(wide, "PNG")).size(), QSize(400, 200));
}

QTEST_APPLESS_MAIN(TestDifference)
#include "tst_difference.moc"
