// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/jpegrows.h"

#include "tests/services/imaging/generatedpictures.h"

#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

namespace {

/// All rows of a part, and where it lies.
struct Decoded
{
    QRect area;
    QList<QByteArray> rows;
};

Decoded decodedPart(const QByteArray &file, const JpegPart &part)
{
    Decoded result;
    const auto rows = openJpegRows(file, part, {});
    if (!rows)
        return result;
    result.area = (*rows)->area();
    for (int y = 0; y < result.area.height(); ++y) {
        const auto row = (*rows)->nextRow();
        if (!row)
            return {};
        result.rows.append(QByteArray(reinterpret_cast<const char *>(*row), result.area.width() * 4));
    }
    return result;
}

} // namespace

class JpegRowsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void partIsThatPartOfTheWhole_data();
    void partIsThatPartOfTheWhole();
    void scaleKeepsEnoughPixels();
    void cancelledBetweenRows();
    void tooManyScans();
};

void JpegRowsTest::partIsThatPartOfTheWhole_data()
{
    QTest::addColumn<int>("eighths");
    QTest::addColumn<bool>("fullChroma");
    QTest::addColumn<bool>("progressive");
    for (const int eighths : {1, 2, 4, 8}) {
        for (const bool fullChroma : {false, true}) {
            for (const bool progressive : {false, true})
                QTest::addRow("%d/8%s%s", eighths, fullChroma ? ", 4:4:4" : ", 4:2:0",
                    progressive ? ", progressive" : "")
                    << eighths << fullChroma << progressive;
        }
    }
}

void JpegRowsTest::partIsThatPartOfTheWhole()
{
    QFETCH(int, eighths);
    QFETCH(bool, fullChroma);
    QFETCH(bool, progressive);
    const QSize size(413, 331);
    const QByteArray file = generated::jpegOf(generated::busyRaster(size),
        progressive ? JpegCoding::Progressive : JpegCoding::Baseline, fullChroma, 90);
    const Decoded whole = decodedPart(file, {QRectF(QPointF(0, 0), size), eighths});
    QCOMPARE(whole.area.left(), 0);
    QCOMPARE(whole.area.top(), 0);
    for (int top = 0; top < 200; top += 3) {
        const QRectF needed(top * 1.3, top, 120, 100);
        const Decoded part = decodedPart(file, {needed, eighths});
        const QRectF reduced(needed.topLeft() * eighths / 8.0, needed.size() * eighths / 8.0);
        QVERIFY(QRectF(part.area).contains(reduced.intersected(QRectF(whole.area))));
        for (int y = 0; y < part.area.height(); ++y) {
            // the outermost columns may differ where chroma is interpolated: they are more than was asked for
            const int inner = part.area.width() - 2;
            const QByteArray expected
                = whole.rows[part.area.top() + y].mid((part.area.left() + 1) * 4, inner * 4);
            QVERIFY2(
                part.rows[y].mid(4, inner * 4) == expected, qPrintable(u"top %1, row %2"_s.arg(top).arg(y)));
        }
    }
}

void JpegRowsTest::scaleKeepsEnoughPixels()
{
    QCOMPARE(dctEighths(100, 648, 1.6), 8);
    QCOMPARE(dctEighths(2073, 648, 1.6), 8);
    QCOMPARE(dctEighths(2074, 648, 1.6), 4);
    QCOMPARE(dctEighths(4148, 648, 1.6), 2);
    QCOMPARE(dctEighths(8295, 648, 1.6), 1);
}

void JpegRowsTest::cancelledBetweenRows()
{
    const QSize size(300, 300);
    const QByteArray file = generated::jpegOf(generated::busyRaster(size));
    std::stop_source stop;
    const auto rows = openJpegRows(file, {QRectF(QPointF(0, 0), size), 8}, stop.get_token());
    QVERIFY(rows);
    QVERIFY((*rows)->nextRow());
    stop.request_stop();
    const auto next = (*rows)->nextRow();
    QVERIFY(!next);
    QCOMPARE(next.error().code, Errc::Cancelled);
}

/// The last scan of a good file, again and again.
void JpegRowsTest::tooManyScans()
{
    const QSize size(60, 50);
    QByteArray file = generated::jpegOf(generated::busyRaster(size), JpegCoding::Progressive);
    file.chop(2); // the end marker
    const QByteArray scan = file.sliced(file.lastIndexOf("\xFF\xDA"));
    QVERIFY(openJpegRows(file + "\xFF\xD9", {QRectF(QPointF(0, 0), size), 8}, {}));
    file += scan.repeated(600) + "\xFF\xD9";
    const auto rows = openJpegRows(file, {QRectF(QPointF(0, 0), size), 8}, {});
    QVERIFY(!rows);
    QCOMPARE(rows.error().code, Errc::PictureTooSlow);
    const auto picture = openPicture(file);
    QVERIFY(!picture);
    QCOMPARE(picture.error().code, Errc::PictureTooSlow);
}

QTEST_GUILESS_MAIN(JpegRowsTest)
#include "tst_jpegrows.moc"
