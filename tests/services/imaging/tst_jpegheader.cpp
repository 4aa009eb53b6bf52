// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/jpegheader.h"

#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

namespace {

QByteArray segment(int marker, const QByteArray &payload)
{
    const auto length = static_cast<int>(payload.size()) + 2;
    QByteArray bytes;
    for (const int byte : {0xFF, marker, length >> 8, length & 0xFF})
        bytes += static_cast<char>(byte);
    return bytes + payload;
}

QByteArray frame(int marker, int precision, int width, int height, int components)
{
    QByteArray payload;
    for (const int byte : {precision, height >> 8, height & 0xFF, width >> 8, width & 0xFF, components})
        payload += static_cast<char>(byte);
    return segment(marker, payload + QByteArray(3 * components, '\x11'));
}

QByteArray start()
{
    return QByteArrayLiteral("\xFF\xD8");
}
QByteArray scan()
{
    return segment(0xDA, QByteArray(10, '\0'));
}

QByteArray exifLittle(int orientation)
{
    return QByteArrayLiteral("Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0")
        + static_cast<char>(orientation) + QByteArrayLiteral("\0\0\0\0\0\0\0");
}

QByteArray exifBig(int orientation)
{
    return QByteArrayLiteral("Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0")
        + static_cast<char>(orientation) + QByteArrayLiteral("\0\0\0\0\0\0");
}

QByteArray icc(int number, int total, const QByteArray &data)
{
    return segment(0xE2,
        QByteArrayLiteral("ICC_PROFILE\0") + static_cast<char>(number) + static_cast<char>(total) + data);
}

} // namespace

class JpegHeaderTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void frameTypes_data();
    void frameTypes();
    void orientation_data();
    void orientation();
    void joinsProfileChunksInAnyOrder();
    void missingProfileChunkMeansNoProfile();
    void adobeTransform();
    void junkBetweenSegmentsIsSkipped();
    void everyShorterFileIsAnErrorOrTheSameSize();
    void notAJpeg();
};

void JpegHeaderTest::frameTypes_data()
{
    using Process = JpegHeader::Process;
    QTest::addColumn<int>("marker");
    QTest::addColumn<int>("precision");
    QTest::addColumn<int>("components");
    QTest::addColumn<int>("process");
    QTest::addColumn<bool>("arithmetic");
    QTest::addColumn<bool>("streamable");
    const auto row = [](const char *name, int marker, int precision, int components, Process process,
                         bool arithmetic, bool streamable) {
        QTest::newRow(name) << marker << precision << components << static_cast<int>(process) << arithmetic
                            << streamable;
    };
    row("baseline", 0xC0, 8, 3, Process::Sequential, false, true);
    row("grey", 0xC0, 8, 1, Process::Sequential, false, true);
    row("extended", 0xC1, 8, 3, Process::Sequential, false, true);
    row("progressive", 0xC2, 8, 3, Process::Progressive, false, true);
    row("12 bit", 0xC1, 12, 3, Process::Sequential, false, false);
    row("CMYK", 0xC0, 8, 4, Process::Sequential, false, false);
    row("lossless", 0xC3, 8, 3, Process::Lossless, false, false);
    row("hierarchical", 0xC5, 8, 3, Process::Hierarchical, false, false);
    row("arithmetic", 0xC9, 8, 3, Process::Sequential, true, false);
    row("arithmetic progressive", 0xCA, 8, 3, Process::Progressive, true, false);
}

void JpegHeaderTest::frameTypes()
{
    QFETCH(int, marker);
    QFETCH(int, precision);
    QFETCH(int, components);
    QFETCH(int, process);
    QFETCH(bool, arithmetic);
    QFETCH(bool, streamable);
    const Result<JpegHeader> header
        = readJpegHeader(start() + frame(marker, precision, 4032, 3024, components) + scan());
    QVERIFY(header);
    QCOMPARE(header->size, QSize(4032, 3024));
    QCOMPARE(static_cast<int>(header->process), process);
    QCOMPARE(header->arithmetic, arithmetic);
    QCOMPARE(header->precision, precision);
    QCOMPARE(header->components, components);
    QCOMPARE(header->isStreamable(), streamable);
    QCOMPARE(header->orientation, 1);
    QVERIFY(header->iccProfile.isEmpty());
}

void JpegHeaderTest::orientation_data()
{
    QTest::addColumn<QByteArray>("exif");
    QTest::addColumn<int>("expected");
    for (int i = 1; i <= 8; ++i) {
        QTest::addRow("little %d", i) << exifLittle(i) << i;
        QTest::addRow("big %d", i) << exifBig(i) << i;
    }
    QTest::newRow("zero") << exifLittle(0) << 1;
    QTest::newRow("nine") << exifLittle(9) << 1;
    QTest::newRow("cut off") << exifLittle(6).first(20) << 1;
    QTest::newRow("directory outside")
        << QByteArrayLiteral("Exif\0\0II*\0\xFF\xFF\xFF\x7F\x01\0\x12\x01") << 1;
}

void JpegHeaderTest::orientation()
{
    QFETCH(QByteArray, exif);
    const Result<JpegHeader> header
        = readJpegHeader(start() + segment(0xE1, exif) + frame(0xC0, 8, 20, 10, 3) + scan());
    QVERIFY(header);
    QTEST(header->orientation, "expected");
}

void JpegHeaderTest::joinsProfileChunksInAnyOrder()
{
    const auto header = readJpegHeader(start() + icc(2, 3, "two") + icc(3, 3, "three") + icc(1, 3, "one")
        + frame(0xC0, 8, 20, 10, 3) + scan());
    QVERIFY(header);
    QCOMPARE(header->iccProfile, QByteArray("onetwothree"));
}

void JpegHeaderTest::missingProfileChunkMeansNoProfile()
{
    const auto header = readJpegHeader(
        start() + icc(1, 3, "one") + icc(3, 3, "three") + frame(0xC0, 8, 20, 10, 3) + scan());
    QVERIFY(header);
    QVERIFY(header->iccProfile.isEmpty());
}

void JpegHeaderTest::adobeTransform()
{
    const QByteArray adobe = segment(0xEE, QByteArrayLiteral("Adobe\0\x64\0\0\0\0\x02"));
    const auto header = readJpegHeader(start() + adobe + frame(0xC0, 8, 20, 10, 4) + scan());
    QVERIFY(header);
    QCOMPARE(header->adobeTransform, 2);
}

void JpegHeaderTest::junkBetweenSegmentsIsSkipped()
{
    const auto header = readJpegHeader(start() + QByteArrayLiteral("\0\0\xFF\xFF") + segment(0xE1, exifBig(6))
        + "xx" + frame(0xC0, 8, 20, 10, 3) + scan());
    QVERIFY(header);
    QCOMPARE(header->size, QSize(20, 10));
    QCOMPARE(header->orientation, 6);
}

void JpegHeaderTest::everyShorterFileIsAnErrorOrTheSameSize()
{
    const QByteArray whole
        = start() + segment(0xE1, exifBig(6)) + icc(1, 1, "data") + frame(0xC0, 8, 20, 10, 3) + scan();
    for (qsizetype length = 0; length < whole.size(); ++length) {
        const auto header = readJpegHeader(whole.first(length));
        if (header)
            QCOMPARE(header->size, QSize(20, 10));
        else
            QCOMPARE(header.error().code, length < 2 ? Errc::NotAPicture : Errc::PictureBroken);
    }
}

void JpegHeaderTest::notAJpeg()
{
    const auto header = readJpegHeader("\x89PNG\r\n\x1A\n");
    QVERIFY(!header);
    QCOMPARE(header.error().code, Errc::NotAPicture);
}

QTEST_GUILESS_MAIN(JpegHeaderTest)
#include "tst_jpegheader.moc"
