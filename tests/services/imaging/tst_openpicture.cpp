// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/picture.h"
#include "tests/support/testpictures.h"

#include <QColorSpace>
#include <QRegularExpression>
#include <QTest>

using namespace likeness;
using namespace likeness::testing;
using namespace Qt::StringLiterals;

namespace {

using Corners = std::array<int, 4>;
constexpr Corners uprightCorners {0, 1, 2, 3};

QImage flat(QRgb colour, QImage::Format format = QImage::Format_RGB32)
{
    QImage image(16, 16, format);
    image.fill(QColor::fromRgba(colour));
    return image;
}

/// What a viewer that knows nothing of profiles shows.
QImage shown(const Picture &picture)
{
    return picture.isStreamed() ? QImage::fromData(picture.file, "jpeg") : picture.raster;
}

/// The orientation as a transformation, written down from the standard's table.
QImage upright(const QImage &stored, int orientation)
{
    const QTransform quarter = QTransform().rotate(90);
    switch (orientation) {
    case 2:
        return stored.mirrored(true, false);
    case 3:
        return stored.mirrored(true, true);
    case 4:
        return stored.mirrored(false, true);
    case 5:
        return stored.mirrored(false, true).transformed(quarter);
    case 6:
        return stored.transformed(quarter);
    case 7:
        return stored.mirrored(true, false).transformed(quarter);
    case 8:
        return stored.transformed(QTransform().rotate(-90));
    default:
        return stored;
    }
}

QByteArray withoutEnd(const QByteArray &file)
{
    return file.first(file.size() * 2 / 3);
}

JpegKind jpegKind(JpegKind::Colours colours)
{
    JpegKind kind;
    kind.colours = colours;
    return kind;
}

} // namespace

class TestOpenPicture final : public QObject
{
    Q_OBJECT

private slots:
    // Qt's plugin for TIFF says it aloud when a file is cut off: a warning in Qt 6.4, critical since
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!.*(seek|TIFF))"_s)); }

    void opensEveryKind_data();
    void opensEveryKind();
    void readsOrientation_data();
    void readsOrientation();
    void refuses_data();
    void refuses();

    void opensJpegVariants_data();
    void opensJpegVariants();
    void convertsCmyk_data();
    void convertsCmyk();
    void convertsProfile_data();
    void convertsProfile();
    void keepsProfileOfStreamedJpeg();
    void ignoresBrokenProfile_data();
    void ignoresBrokenProfile();
    void notesDamage_data();
    void notesDamage();
    void laysTransparencyOverWhite();
    void rounds16Bits();
    void opensPastedImage();

    void obeysLimits_data();
    void obeysLimits();
    void stopsWhenAsked();
    void givesUpWhenTimeIsOver();
};

void TestOpenPicture::opensEveryKind_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<PictureFormat>("format");
    QTest::addColumn<PictureNotes>("notes");
    const QImage picture = quarters();
    const QImage palette = picture.convertToFormat(QImage::Format_Indexed8);
    WebPKind animation;
    animation.animated = true;
    QTest::newRow("JPEG") << jpegOf(picture) << PictureFormat::Jpeg << PictureNotes();
    QTest::newRow("PNG") << pngOf(picture) << PictureFormat::Png << PictureNotes();
    QTest::newRow("PNG with a palette") << pngOf(palette) << PictureFormat::Png << PictureNotes();
    QTest::newRow("WebP") << webpOf(picture) << PictureFormat::WebP << PictureNotes();
    QTest::newRow("animated WebP") << webpOf(picture, animation) << PictureFormat::WebP
                                   << PictureNotes(PictureNote::FirstFrameOnly);
    QTest::newRow("HEIC") << heicOf(picture) << PictureFormat::Heif << PictureNotes();
    QTest::newRow("GIF") << gifOf({picture}) << PictureFormat::Gif << PictureNotes();
    QTest::newRow("animated GIF") << gifOf({picture, picture.mirrored()}) << PictureFormat::Gif
                                  << PictureNotes(PictureNote::FirstFrameOnly);
    QTest::newRow("BMP") << bmpOf(picture) << PictureFormat::Bmp << PictureNotes();
    QTest::newRow("TIFF") << tiffOf(picture) << PictureFormat::Tiff << PictureNotes();
}

void TestOpenPicture::opensEveryKind()
{
    QFETCH(QByteArray, file);
    QFETCH(PictureFormat, format);
    QFETCH(PictureNotes, notes);
    if (format == PictureFormat::Heif && (file.isEmpty() || !canOpen(format)))
        QSKIP("libheif is missing here or cannot write HEVC: HEIC is not tested.");
    const Result<Picture> picture = openPicture(file);
    QVERIFY2(picture, qPrintable(picture ? QString() : picture.error().detail));
    QCOMPARE(picture->format, format);
    QCOMPARE(picture->storedSize, QSize(64, 48));
    QCOMPARE(picture->isStreamed(), format == PictureFormat::Jpeg);
    QCOMPARE(picture->colourSpace, u"sRGB"_s);
    QCOMPARE(picture->notes, notes);
    QVERIFY(cornersOf(shown(*picture)) == uprightCorners);
}

void TestOpenPicture::readsOrientation_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("orientation");
    for (int orientation = 1; orientation <= 8; ++orientation) {
        const QImage stored = storedFor(quarters(), orientation);
        JpegKind jpeg;
        jpeg.orientation = orientation;
        WebPKind webp;
        webp.orientation = orientation;
        const QByteArray png = withPngChunk(pngOf(stored), "eXIf", exifBlock(orientation));
        QTest::addRow("JPEG %d", orientation) << jpegOf(stored, jpeg) << orientation;
        QTest::addRow("PNG %d", orientation) << png << orientation;
        QTest::addRow("WebP %d", orientation) << webpOf(stored, webp) << orientation;
        QTest::addRow("TIFF %d", orientation) << tiffOf(stored, orientation) << orientation;
        QTest::addRow("HEIC %d", orientation) << heicOf(stored, orientation) << orientation;
    }
}

void TestOpenPicture::readsOrientation()
{
    QFETCH(QByteArray, file);
    QFETCH(int, orientation);
    if (file.isEmpty())
        QSKIP("libheif is missing here or cannot write HEVC: HEIC is not tested.");
    const Result<Picture> picture = openPicture(file);
    QVERIFY(picture);
    QCOMPARE(picture->orientation, orientation);
    QCOMPARE(picture->uprightSize(), QSize(64, 48));
    QVERIFY(cornersOf(upright(shown(*picture), orientation)) == uprightCorners);
}

void TestOpenPicture::refuses_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<Errc>("code");
    const QImage picture = quarters();
    const QByteArray gif = gifOf({picture});
    QByteArray twelveBits = jpegOf(picture);
    const qsizetype frame = twelveBits.indexOf(QByteArray::fromHex("ffc0"));
    twelveBits[frame + 4] = 12;
    QByteArray lossless = jpegOf(picture);
    lossless[frame + 1] = char(0xc3);
    QTest::newRow("nothing") << QByteArray() << Errc::NotAPicture;
    QTest::newRow("a text") << QByteArray("Dear Sir or Madam") << Errc::NotAPicture;
    QTest::newRow("a program") << QByteArray("\x7f"
                                             "ELF\2\1\1",
                                      7)
            + QByteArray(600, 0)
                               << Errc::NotAPicture;
    QTest::newRow("a Windows program") << "MZ" + QByteArray(600, 0) << Errc::NotAPicture;
    QTest::newRow("JPEG 2000") << QByteArray::fromHex("0000000c6a5020200d0a870a") << Errc::PictureUnsupported;
    QTest::newRow("JPEG XL") << QByteArray::fromHex("ff0a0000") << Errc::PictureUnsupported;
    QTest::newRow("SVG") << QByteArray("<?xml version='1.0'?><svg/>") << Errc::PictureUnsupported;
    QTest::newRow("an icon") << QByteArray::fromHex("0000010001002020") << Errc::PictureUnsupported;
    QTest::newRow("12-bit JPEG") << twelveBits << Errc::PictureUnsupported;
    QTest::newRow("lossless JPEG") << lossless << Errc::PictureUnsupported;
    QTest::newRow("JPEG, only its start") << jpegOf(picture).first(20) << Errc::PictureBroken;
    QTest::newRow("cut-off PNG") << withoutEnd(pngOf(picture)) << Errc::PictureBroken;
    QTest::newRow("cut-off WebP") << withoutEnd(webpOf(picture)) << Errc::PictureBroken;
    QTest::newRow("cut-off TIFF") << withoutEnd(tiffOf(picture)) << Errc::PictureBroken;
    QTest::newRow("GIF, only its start") << gif.first(30) << Errc::PictureBroken;
    QTest::newRow("PNG of nothing") << pngHeaderOnly(0, 10) << Errc::PictureBroken;
    QTest::newRow("PNG bomb") << pngHeaderOnly(60'000, 60'000) << Errc::PictureTooLarge;
    QTest::newRow("PNG with a giant edge") << pngHeaderOnly(0x7fffffff, 1) << Errc::PictureTooLarge;
}

void TestOpenPicture::refuses()
{
    QFETCH(QByteArray, file);
    QFETCH(Errc, code);
    const Result<Picture> picture = openPicture(file);
    QVERIFY(!picture);
    QCOMPARE(picture.error().code, code);
    QVERIFY(!picture.error().detail.isEmpty());
}

void TestOpenPicture::opensJpegVariants_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<bool>("progressive");
    const QImage picture = quarters();
    JpegKind kind;
    for (const auto &[across, down] : {std::pair {1, 1}, {2, 1}, {1, 2}, {2, 2}, {4, 1}, {4, 2}}) {
        kind.horizontalSampling = across;
        kind.verticalSampling = down;
        QTest::addRow("sampled %dx%d", across, down) << jpegOf(picture, kind) << false;
    }
    kind = {};
    kind.progressive = true;
    QTest::newRow("progressive") << jpegOf(picture, kind) << true;
    kind = {};
    kind.restartRows = 1;
    QTest::newRow("restart markers") << jpegOf(picture, kind) << false;
    QTest::newRow("bytes behind the end") << jpegOf(picture) + "appended by a camera" << false;
}

void TestOpenPicture::opensJpegVariants()
{
    QFETCH(QByteArray, file);
    QFETCH(bool, progressive);
    const Result<Picture> picture = openPicture(file);
    QVERIFY(picture);
    QCOMPARE(picture->progressive, progressive);
    QCOMPARE(picture->notes, PictureNotes());
    QVERIFY(cornersOf(shown(*picture)) == uprightCorners);
}

void TestOpenPicture::convertsCmyk_data()
{
    QTest::addColumn<JpegKind::Colours>("colours");
    QTest::newRow("plain") << JpegKind::Colours::Cmyk;
    QTest::newRow("Adobe, inverted") << JpegKind::Colours::AdobeCmyk;
    QTest::newRow("Adobe YCCK") << JpegKind::Colours::AdobeYcck;
}

void TestOpenPicture::convertsCmyk()
{
    QFETCH(JpegKind::Colours, colours);
    const Result<Picture> picture = openPicture(jpegOf(quarters(), jpegKind(colours)));
    QVERIFY(picture);
    QVERIFY(!picture->isStreamed());
    QCOMPARE(picture->colourSpace, u"CMYK"_s);
    QVERIFY(picture->notes.testFlag(PictureNote::ConvertedToSrgb));
    QVERIFY(cornersOf(picture->raster) == uprightCorners);
}

void TestOpenPicture::convertsProfile_data()
{
    QTest::addColumn<QByteArray>("file");
    QImage picture = flat(0xffb47864);
    WebPKind webp;
    webp.profile = displayP3Profile();
    const QByteArray heic = heicOf(picture, 0, displayP3Profile());
    picture.setColorSpace(QColorSpace::DisplayP3);
    QTest::newRow("PNG") << pngOf(picture);
    QTest::newRow("TIFF") << tiffOf(picture);
    QTest::newRow("WebP") << webpOf(picture, webp);
    QTest::newRow("HEIC") << heic;
}

void TestOpenPicture::convertsProfile()
{
    QFETCH(QByteArray, file);
    if (file.isEmpty())
        QSKIP("libheif is missing here or cannot write HEVC: HEIC is not tested.");
    const Result<Picture> picture = openPicture(file);
    QVERIFY(picture);
    QCOMPARE(picture->colourSpace, u"Display P3"_s);
    QCOMPARE(picture->notes, PictureNotes(PictureNote::ConvertedToSrgb));
    // (180, 120, 100) in Display P3, by the two standards' formulas
    const QColor colour = picture->raster.pixelColor(8, 8);
    QVERIFY(std::abs(colour.red() - 190) <= 2);
    QVERIFY(std::abs(colour.green() - 117) <= 2);
    QVERIFY(std::abs(colour.blue() - 96) <= 2);
}

void TestOpenPicture::keepsProfileOfStreamedJpeg()
{
    JpegKind kind;
    kind.profile = displayP3Profile();
    const Result<Picture> wide = openPicture(jpegOf(quarters(), kind));
    QVERIFY(wide);
    QCOMPARE(wide->iccProfile, displayP3Profile());
    QCOMPARE(wide->colourSpace, u"Display P3"_s);
    QCOMPARE(wide->notes, PictureNotes(PictureNote::ConvertedToSrgb));

    kind.profile = QColorSpace(QColorSpace::SRgb).iccProfile();
    const Result<Picture> usual = openPicture(jpegOf(quarters(), kind));
    QVERIFY(usual);
    QCOMPARE(usual->iccProfile, QByteArray()); // nothing to do for the renderer
    QCOMPARE(usual->colourSpace, u"sRGB"_s);
    QCOMPARE(usual->notes, PictureNotes());
}

void TestOpenPicture::ignoresBrokenProfile_data()
{
    QTest::addColumn<QByteArray>("file");
    const QByteArray broken = displayP3Profile().first(200);
    JpegKind jpeg;
    jpeg.profile = broken;
    WebPKind webp;
    webp.profile = broken;
    QTest::newRow("JPEG") << jpegOf(quarters(), jpeg);
    QTest::newRow("WebP") << webpOf(quarters(), webp);
    QTest::newRow("PNG") << withPngChunk(pngOf(quarters()), "iCCP", QByteArray("p\0\0garbage", 10));
    jpeg = jpegKind(JpegKind::Colours::AdobeCmyk);
    jpeg.profile = displayP3Profile();
    QTest::newRow("CMYK with a profile for RGB") << jpegOf(quarters(), jpeg);
}

void TestOpenPicture::ignoresBrokenProfile()
{
    QFETCH(QByteArray, file);
    const Result<Picture> picture = openPicture(file);
    QVERIFY(picture);
    QVERIFY(picture->notes.testFlag(PictureNote::ProfileIgnored));
    QVERIFY(!picture->notes.testFlag(PictureNote::Damaged));
    QCOMPARE(picture->iccProfile, QByteArray());
    if (picture->isStreamed())
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"fromIccProfile"_s)); // this test's own viewer
    QVERIFY(cornersOf(shown(*picture)) == uprightCorners);
}

void TestOpenPicture::notesDamage_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<bool>("streamed");
    const QByteArray small = jpegOf(quarters({320, 240}));
    const QByteArray large = jpegOf(quarters({2000, 1500})); // above what is looked at whole
    JpegKind kind;
    kind.restartRows = 1;
    QByteArray restarts = jpegOf(quarters({2000, 1500}), kind);
    restarts[restarts.indexOf(QByteArray::fromHex("ffd3")) + 1] = char(0xd6);
    QTest::newRow("cut off") << withoutEnd(small) << true;
    QTest::newRow("cut off, large") << withoutEnd(large) << true;
    QTest::newRow("a restart marker is wrong") << restarts << true;
    QTest::newRow("BMP, cut off") << withoutEnd(bmpOf(quarters())) << false;
    QTest::newRow("CMYK, cut off") << withoutEnd(
        jpegOf(quarters({320, 240}), jpegKind(JpegKind::Colours::AdobeCmyk)))
                                   << false;
}

void TestOpenPicture::notesDamage()
{
    QFETCH(QByteArray, file);
    QFETCH(bool, streamed);
    const Result<Picture> picture = openPicture(file);
    QVERIFY(picture);
    QCOMPARE(picture->isStreamed(), streamed);
    QVERIFY(picture->notes.testFlag(PictureNote::Damaged));
}

void TestOpenPicture::laysTransparencyOverWhite()
{
    for (const QByteArray &file :
        {pngOf(flat(0x80ff0000, QImage::Format_ARGB32)), webpOf(flat(0x80ff0000, QImage::Format_ARGB32))}) {
        const Result<Picture> picture = openPicture(file);
        QVERIFY(picture);
        QCOMPARE(picture->notes, PictureNotes(PictureNote::OnWhite));
        QCOMPARE(picture->raster.format(), QImage::Format_RGBX8888);
        QCOMPARE(picture->raster.pixel(8, 8), qRgb(255, 127, 127)); // 255 - 0x80
    }
    const Result<Picture> opaque = openPicture(pngOf(flat(0xffff0000, QImage::Format_ARGB32)));
    QVERIFY(opaque);
    QCOMPARE(opaque->notes, PictureNotes());
}

void TestOpenPicture::rounds16Bits()
{
    QImage deep(16, 16, QImage::Format_RGBX64);
    deep.fill(QColor::fromRgba64(0x1234, 0x10ff, 0xffff));
    const Result<Picture> picture = openPicture(pngOf(deep));
    QVERIFY(picture);
    QCOMPARE(picture->raster.pixel(8, 8), qRgb(0x12, 0x11, 0xff)); // nearest 1/255, not the upper byte
}

void TestOpenPicture::opensPastedImage()
{
    QImage pasted = flat(0xffb47864);
    pasted.setColorSpace(QColorSpace::DisplayP3);
    const Result<Picture> picture = pictureOf(pasted);
    QVERIFY(picture);
    QVERIFY(!picture->isStreamed());
    QCOMPARE(picture->colourSpace, u"Display P3"_s);
    QVERIFY(std::abs(picture->raster.pixelColor(8, 8).red() - 190) <= 2);

    const Result<Picture> nothing = pictureOf({});
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().code, Errc::PictureBroken);
}

void TestOpenPicture::obeysLimits_data()
{
    QTest::addColumn<QByteArray>("file");
    const QImage picture = quarters();
    QTest::newRow("JPEG") << jpegOf(picture);
    QTest::newRow("PNG") << pngOf(picture);
    QTest::newRow("WebP") << webpOf(picture);
    QTest::newRow("GIF") << gifOf({picture});
    QTest::newRow("BMP") << bmpOf(picture);
    QTest::newRow("TIFF") << tiffOf(picture);
    QTest::newRow("HEIC") << heicOf(picture);
}

void TestOpenPicture::obeysLimits()
{
    QFETCH(QByteArray, file);
    if (file.isEmpty())
        QSKIP("libheif is missing here or cannot write HEVC: HEIC is not tested.");
    PictureLimits exact;
    exact.bytes = file.size();
    exact.pixels = 64 * 48;
    exact.edge = 64;
    QVERIFY(openPicture(file, exact));
    PictureLimits limits = exact;
    limits.bytes -= 1;
    QCOMPARE(openPicture(file, limits).error().code, Errc::PictureTooLarge);
    limits = exact;
    limits.pixels -= 1;
    QCOMPARE(openPicture(file, limits).error().code, Errc::PictureTooLarge);
    limits = exact;
    limits.edge -= 1;
    QCOMPARE(openPicture(file, limits).error().code, Errc::PictureTooLarge);
}

void TestOpenPicture::stopsWhenAsked()
{
    std::stop_source stop;
    stop.request_stop();
    for (const QByteArray &file :
        {jpegOf(quarters()), pngOf(quarters()), webpOf(quarters()), gifOf({quarters()})})
        QCOMPARE(openPicture(file, {}, stop.get_token()).error().code, Errc::Cancelled);
}

void TestOpenPicture::givesUpWhenTimeIsOver()
{
    PictureLimits limits;
    limits.decodeTime = std::chrono::milliseconds(-1);
    for (const QByteArray &file :
        {jpegOf(quarters()), pngOf(quarters()), webpOf(quarters()), gifOf({quarters()})})
        QCOMPARE(openPicture(file, limits).error().code, Errc::PictureTooSlow);
}

QTEST_GUILESS_MAIN(TestOpenPicture)
#include "tst_openpicture.moc"
