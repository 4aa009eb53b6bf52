// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/encoder.h"
#include "services/imaging/jpegheader.h"
#include "services/imaging/qualitysearch.h"

#include "tests/services/imaging/generatedpictures.h"

#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

namespace {

/// Luma sampling factors from the frame header: 0x11 = 4:4:4, 0x22 = 4:2:0. And the frame's marker.
struct Frame
{
    int marker = 0;
    int lumaSampling = 0;
    QList<int> markersBefore;
};

Frame frameOf(const QByteArray &jpeg)
{
    Frame frame;
    const auto byte = [&](qsizetype at) { return static_cast<int>(static_cast<uchar>(jpeg[at])); };
    qsizetype at = 2;
    while (at + 12 < jpeg.size()) {
        const int marker = byte(at + 1);
        if (marker == 0xC0 || marker == 0xC1 || marker == 0xC2) {
            frame.marker = marker;
            frame.lumaSampling = byte(at + 11);
            break;
        }
        frame.markersBefore.append(marker);
        at += 2 + byte(at + 2) * 256 + byte(at + 3);
    }
    return frame;
}

QImage picture(int edge)
{
    return generated::busyRaster(QSize(edge, edge));
}

} // namespace

class EncoderTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void defaultsBySize_data();
    void defaultsBySize();
    void plainJpegWithoutMetadata();
    void pixelsSurvive();
    void budgetsAreKeptAndUsed_data();
    void budgetsAreKeptAndUsed();
    void fullChromaIsKeptWhereItFits();
    void fullChromaGivesWay();
    void nothingFits();
    void nothingToEncode();
    void searchFindsWhatFits_data();
    void searchFindsWhatFits();
};

void EncoderTest::defaultsBySize_data()
{
    QTest::addColumn<int>("edge");
    QTest::addColumn<int>("quality");
    QTest::addColumn<int>("lumaSampling");
    QTest::newRow("48") << 48 << 95 << 0x11;
    QTest::newRow("96") << 96 << 95 << 0x11;
    QTest::newRow("120") << 120 << 95 << 0x11;
    QTest::newRow("240") << 240 << 90 << 0x22;
    QTest::newRow("648") << 648 << 90 << 0x22;
}

void EncoderTest::defaultsBySize()
{
    QFETCH(int, edge);
    const auto encoded = encodeWithin(picture(edge), EncodeSettings::forEdge(edge));
    QVERIFY(encoded);
    QTEST(encoded->quality, "quality");
    QCOMPARE(encoded->encodes, 1);
    QTEST(frameOf(encoded->photo.bytes).lumaSampling, "lumaSampling");
    QCOMPARE(frameOf(encoded->photo.bytes).marker, 0xC0);
    QCOMPARE(encoded->photo.pixels, QSize(edge, edge));
}

void EncoderTest::plainJpegWithoutMetadata()
{
    EncodeSettings settings = EncodeSettings::forEdge(240);
    for (const auto coding : {JpegCoding::Baseline, JpegCoding::Optimised, JpegCoding::Progressive}) {
        settings.coding = coding;
        const auto encoded = encodeWithin(picture(240), settings);
        QVERIFY(encoded);
        const Frame frame = frameOf(encoded->photo.bytes);
        QCOMPARE(frame.marker, coding == JpegCoding::Progressive ? 0xC2 : 0xC0);
        QCOMPARE(frame.markersBefore.count(0xE0), 1); // JFIF
        for (const int marker : frame.markersBefore)
            QVERIFY2(
                marker == 0xE0 || marker == 0xDB || marker == 0xC4, qPrintable(QString::number(marker, 16)));
        QVERIFY(encoded->photo.bytes.endsWith("\xFF\xD9"));
    }
}

void EncoderTest::pixelsSurvive()
{
    const QImage source = picture(96);
    const auto encoded = encodeWithin(source, EncodeSettings::forEdge(96));
    QVERIFY(encoded);
    const QImage back
        = QImage::fromData(encoded->photo.bytes, "JPG").convertToFormat(QImage::Format_RGBX8888);
    QVERIFY(generated::psnr(source, back) > 36);
}

void EncoderTest::budgetsAreKeptAndUsed_data()
{
    QTest::addColumn<int>("edge");
    QTest::addColumn<int>("budget");
    QTest::addColumn<int>("coding");
    for (const auto coding : {JpegCoding::Baseline, JpegCoding::Optimised, JpegCoding::Progressive}) {
        for (const int edge : {48, 96, 240, 648}) {
            for (const int bytesPerThousandPixels : {100, 170, 260, 400, 900})
                QTest::addRow("%d px, %d, %d", edge, bytesPerThousandPixels, static_cast<int>(coding))
                    << edge << 600 + edge * edge * bytesPerThousandPixels / 1000 << static_cast<int>(coding);
        }
    }
}

void EncoderTest::budgetsAreKeptAndUsed()
{
    QFETCH(int, edge);
    QFETCH(int, budget);
    QFETCH(int, coding);
    EncodeSettings settings = EncodeSettings::forEdge(edge, budget);
    settings.coding = static_cast<JpegCoding>(coding);
    settings.minQuality = 1;
    const QImage pixels = picture(edge);
    const auto encoded = encodeWithin(pixels, settings);
    if (!encoded) {
        QCOMPARE(encoded.error().code, Errc::NothingFits);
        settings.maxBytes = 0;
        settings.quality = 1;
        settings.fullChroma = false;
        QVERIFY(encodeWithin(pixels, settings)->photo.bytes.size() > budget);
        return;
    }
    QVERIFY(encoded->photo.bytes.size() <= budget);
    QVERIFY(encoded->encodes <= 16);
    if (encoded->quality < settings.quality && encoded->photo.bytes.size() < budget * 93 / 100) {
        // only because one quality more would be too much
        settings.maxBytes = 0;
        settings.quality = encoded->quality + 1;
        settings.fullChroma = encoded->fullChroma;
        QVERIFY(encodeWithin(pixels, settings)->photo.bytes.size() > budget);
    }
}

void EncoderTest::fullChromaIsKeptWhereItFits()
{
    const auto encoded = encodeWithin(picture(96), EncodeSettings::forEdge(96, 10 * 1024));
    QVERIFY(encoded);
    QVERIFY(encoded->fullChroma);
    QCOMPARE(frameOf(encoded->photo.bytes).lumaSampling, 0x11);
}

void EncoderTest::fullChromaGivesWay()
{
    const QImage pixels = picture(96);
    EncodeSettings settings = EncodeSettings::forEdge(96);
    settings.quality = settings.minQuality = 60;
    const qsizetype withColour = encodeWithin(pixels, settings)->photo.bytes.size();
    settings.maxBytes = withColour - 1;
    const auto encoded = encodeWithin(pixels, settings);
    QVERIFY(encoded);
    QVERIFY(!encoded->fullChroma);
    QCOMPARE(frameOf(encoded->photo.bytes).lumaSampling, 0x22);
}

void EncoderTest::nothingFits()
{
    const auto encoded = encodeWithin(picture(240), EncodeSettings::forEdge(240, 500));
    QVERIFY(!encoded);
    QCOMPARE(encoded.error().code, Errc::NothingFits);
}

void EncoderTest::nothingToEncode()
{
    QCOMPARE(encodeWithin(QImage(), EncodeSettings::forEdge(48)).error().code, Errc::BadInput);
}

void EncoderTest::searchFindsWhatFits_data()
{
    QTest::addColumn<double>("power");
    QTest::addColumn<double>("jitter");
    for (const double power : {0.3, 0.72, 1.5, 3.0}) {
        for (const double jitter : {0.0, 0.05})
            QTest::addRow("power %g, jitter %g", power, jitter) << power << jitter;
    }
}

/// Sizes that grow with quality in ways unlike any encoder: the answer still fits, and is good or the best.
void EncoderTest::searchFindsWhatFits()
{
    QFETCH(double, power);
    QFETCH(double, jitter);
    const auto size = [&](int quality) {
        const double wobble = 1.0 + jitter * ((quality * 7919) % 13 - 6) / 60.0;
        return static_cast<qint64>(2000 + 90000 * std::pow(quality / 100.0, power) * wobble);
    };
    for (qint64 budget = 1000; budget < 120000; budget += 777) {
        const QualityFound found = searchedQuality(size, budget, {30, 95, 88});
        QVERIFY(found.tries <= 20);
        if (!found.quality) {
            QVERIFY(size(30) > budget);
            continue;
        }
        QVERIFY(size(*found.quality) <= budget);
        const bool wellUsed = size(*found.quality) * 100 >= budget * 93;
        QVERIFY(wellUsed || *found.quality == 95 || size(*found.quality + 1) > budget);
    }
}

QTEST_GUILESS_MAIN(EncoderTest)
#include "tst_encoder.moc"
