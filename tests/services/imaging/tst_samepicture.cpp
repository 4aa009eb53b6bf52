// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/samepicture.h"
#include "services/sandbox/portraitpainter.h"
#include "tests/services/imaging/generatedpictures.h"
#include "tests/services/imaging/photovariants.h"

#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

namespace {

constexpr int sourceEdge = 1296;

EncodedPhoto jpeg(const QImage &image, int quality)
{
    return EncodedPhoto::of(variants::jpegBytes(image, quality), image.size());
}

QImage scaled(const QImage &image, int edge)
{
    // Halving first: one smooth step of Qt over a large factor is a poor filter
    const QImage near = image.width() >= 4 * edge
        ? image.scaled(2 * edge, 2 * edge, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        : image;
    return near.scaled(edge, edge, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

/// A part of the picture by fractions of its edge.
QImage part(const QImage &image, double left, double top, double edge)
{
    return image.copy(qRound(left * sourceEdge), qRound(top * sourceEdge), qRound(edge * sourceEdge),
        qRound(edge * sourceEdge));
}

QImage portrait(const QString &key)
{
    return paintedPortrait(lookOf(key), {QSize(sourceEdge, sourceEdge)});
}

} // namespace

class tst_SamePicture : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void same_data();
    void same();
    void another_data();
    void another();
    void flatColours();
    void otherShapes();
    void bytesDecideFirst();
    void whatCannotBeOpened();
};

namespace {

QList<std::pair<QByteArray, QImage>> pictures()
{
    QList<std::pair<QByteArray, QImage>> all;
    for (const QString &key : {u"ada.reyes"_s, u"li.xiaolong"_s, u"not.listed"_s, u"somebody.else"_s})
        all.append({key.toUtf8(), portrait(key)});
    all.append({"busy", generated::busyRaster(QSize(sourceEdge, sourceEdge))});
    all.append({"waves", generated::rasterOf(QSize(sourceEdge, sourceEdge), generated::waves)});
    return all;
}

void addRow(const QByteArray &name, const EncodedPhoto &ours, const EncodedPhoto &theirs)
{
    QTest::newRow(name.constData()) << ours << theirs;
}

} // namespace

void tst_SamePicture::same_data()
{
    QTest::addColumn<EncodedPhoto>("ours");
    QTest::addColumn<EncodedPhoto>("theirs");
    for (const auto &[name, picture] : pictures()) {
        const EncodedPhoto ours = jpeg(scaled(picture, 648), 90);
        for (const int edge : {48, 64, 96, 120, 240, 360, 432, 504, 648}) {
            const QImage image = scaled(picture, edge);
            const QByteArray row = name + ' ' + QByteArray::number(edge);
            for (const int quality : {30, 60, 95})
                addRow(row + " quality " + QByteArray::number(quality), ours, jpeg(image, quality));
            addRow(row + " sharpened", ours, jpeg(variants::sharpened(image), 75));
            // what rounding a crop to whole pixels does
            addRow(row + " half a percent off", ours,
                jpeg(scaled(part(picture, 0.002, 0.003, 0.995), edge), 80));
        }
        addRow(name + " small and small", jpeg(scaled(picture, 48), 60), jpeg(scaled(picture, 96), 60));
    }
}

void tst_SamePicture::same()
{
    QFETCH(const EncodedPhoto, ours);
    QFETCH(const EncodedPhoto, theirs);
    QVERIFY(samePicture(ours, theirs));
    QVERIFY(samePicture(theirs, ours));
}

void tst_SamePicture::another_data()
{
    QTest::addColumn<EncodedPhoto>("ours");
    QTest::addColumn<EncodedPhoto>("theirs");
    const QImage third = portrait(u"a.third.person"_s);
    for (const auto &[name, picture] : pictures()) {
        const EncodedPhoto ours = jpeg(scaled(picture, 648), 90);
        const QList<std::pair<QByteArray, QImage>> others {
            {" mirrored", picture.mirrored(true, false)},
            {" upside down", picture.mirrored(false, true)},
            {" another person", third},
            {" closer", part(picture, 0.022, 0.022, 0.956)},
            {" to the left and up", part(picture, 0.0, 0.0, 0.956)},
            {" to the right", part(picture, 0.044, 0.022, 0.956)},
            {" much closer", part(picture, 0.1, 0.1, 0.8)},
        };
        for (const int edge : {48, 96, 648}) {
            for (const auto &[what, image] : others)
                addRow(name + what + ' ' + QByteArray::number(edge), ours, jpeg(scaled(image, edge), 80));
        }
        addRow(name + " moved", jpeg(scaled(part(picture, 0.1, 0.1, 0.8), 648), 90),
            jpeg(scaled(part(picture, 0.135, 0.1, 0.8), 96), 80));
    }
}

void tst_SamePicture::another()
{
    QFETCH(const EncodedPhoto, ours);
    QFETCH(const EncodedPhoto, theirs);
    QVERIFY(!samePicture(ours, theirs));
    QVERIFY(!samePicture(theirs, ours));
}

void tst_SamePicture::flatColours()
{
    const auto flat = [](QRgb colour, int edge) {
        QImage image(edge, edge, QImage::Format_RGB32);
        image.fill(colour);
        return jpeg(image, 75);
    };
    for (const int edge : {1, 3, 48})
        QVERIFY(samePicture(flat(0xffcc2222, 648), flat(0xffcc2222, edge)));
    QVERIFY(!samePicture(flat(0xffcc2222, 648), flat(0xff2222cc, 648)));
    QVERIFY(!samePicture(flat(0xff808080, 96), flat(0xff8c8c8c, 96)));
    QVERIFY(!samePicture(flat(0xffcc2222, 96), flat(0xff006a00, 96))); // the same luma
}

void tst_SamePicture::otherShapes()
{
    const QImage picture = portrait(u"ada.reyes"_s);
    const QImage tall = picture.copy(0, 0, sourceEdge * 3 / 4, sourceEdge);
    QVERIFY(!samePicture(jpeg(scaled(picture, 648), 90), jpeg(tall.scaled(96, 128), 90)));
    QVERIFY(samePicture(jpeg(tall.scaled(486, 648), 90), jpeg(tall.scaled(96, 128), 90)));
    QVERIFY(!samePicture(jpeg(scaled(picture, 648), 90), jpeg(scaled(picture, 1), 90)));
}

void tst_SamePicture::bytesDecideFirst()
{
    const EncodedPhoto nonsense = EncodedPhoto::of("no picture at all", {});
    QVERIFY(samePicture(nonsense, nonsense));
    QVERIFY(samePicture({}, {}));
}

void tst_SamePicture::whatCannotBeOpened()
{
    const EncodedPhoto good = jpeg(scaled(portrait(u"ada.reyes"_s), 96), 80);
    const EncodedPhoto nonsense = EncodedPhoto::of("no picture at all", {});
    const EncodedPhoto cut = EncodedPhoto::of(good.bytes.left(300), {96, 96});
    for (const EncodedPhoto &bad : {nonsense, cut, EncodedPhoto()}) {
        QVERIFY(!samePicture(good, bad));
        QVERIFY(!samePicture(bad, good));
    }
    const EncodedPhoto padded = EncodedPhoto::of(good.bytes + QByteArray(9 * 1024 * 1024, 'x'), {96, 96});
    QVERIFY(!samePicture(good, padded));
}

QTEST_GUILESS_MAIN(tst_SamePicture)
#include "tst_samepicture.moc"
