// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/ladder.h"
#include "tests/services/imaging/generatedpictures.h"
#include "tests/services/imaging/lanczosreference.h"

#include <QBuffer>
#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

namespace {

constexpr int ladderLength = 9;

QList<Rendition> rendered(const Picture &picture, const PhotoRecipe &recipe = {})
{
    const Result<QList<Rendition>> ladder = renderedLadder(picture, recipe);
    return ladder ? *ladder : QList<Rendition>();
}

} // namespace

/// Files that are read while they are rendered: other codings, damage, and giving up.
class LadderOfJpegsTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void progressiveIsTheSamePicture();
    void greyJpeg();
    void cutOffJpegNeverCrashes();
    void garbageIsBroken();
    void cancelled();
};

void LadderOfJpegsTest::progressiveIsTheSamePicture()
{
    const QImage source = generated::busyRaster(QSize(1300, 1400));
    const PhotoRecipe recipe = PhotoRecipe().cropped(QRect(111, 222, 700, 700), source.size());
    const QList<Rendition> baseline = rendered(
        generated::streamed(generated::jpegOf(source, JpegCoding::Baseline), source.size()), recipe);
    const QList<Rendition> progressive = rendered(
        generated::streamed(generated::jpegOf(source, JpegCoding::Progressive), source.size()), recipe);
    QCOMPARE(progressive.size(), ladderLength);
    for (int i = 0; i < ladderLength; ++i)
        QVERIFY(progressive[i].pixels == baseline[i].pixels);
}

void LadderOfJpegsTest::greyJpeg()
{
    const QImage grey = generated::busyRaster(QSize(900, 800)).convertToFormat(QImage::Format_Grayscale8);
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    QVERIFY(grey.save(&buffer, "JPG", 98));
    const QImage full = QImage::fromData(jpeg, "JPG").convertToFormat(QImage::Format_RGBX8888);
    const QList<Rendition> ladder = rendered(generated::streamed(jpeg, grey.size()));
    QCOMPARE(ladder.size(), ladderLength);
    const QImage expected = reference::resampled(full, QRectF(50, 0, 800, 800), 648);
    QVERIFY(generated::psnr(ladder[0].pixels, expected, 3) > 50);
}

void LadderOfJpegsTest::cutOffJpegNeverCrashes()
{
    const QImage source = generated::busyRaster(QSize(500, 400));
    for (const JpegCoding coding : {JpegCoding::Baseline, JpegCoding::Progressive}) {
        const QByteArray whole = generated::jpegOf(source, coding, false, 80);
        for (qsizetype length = 0; length < whole.size(); length += whole.size() / 60) {
            const auto ladder = renderedLadder(generated::streamed(whole.first(length), source.size()), {});
            if (ladder)
                QCOMPARE(ladder->size(), ladderLength);
            else
                QCOMPARE(ladder.error().code, Errc::PictureBroken);
        }
        QVERIFY(renderedLadder(generated::streamed(whole.first(whole.size() / 2), source.size()), {}));
    }
}

void LadderOfJpegsTest::garbageIsBroken()
{
    const QByteArray whole = generated::jpegOf(generated::busyRaster(QSize(200, 200)));
    std::mt19937 random(3);
    for (int round = 0; round < 60; ++round) {
        QByteArray damaged = whole;
        for (int i = 0; i < 8; ++i)
            damaged[static_cast<qsizetype>(random() % static_cast<unsigned>(whole.size()))]
                = static_cast<char>(random() & 0xFF);
        const auto ladder = renderedLadder(generated::streamed(damaged, QSize(200, 200)), {});
        if (!ladder)
            QVERIFY(
                ladder.error().code == Errc::PictureBroken || ladder.error().code == Errc::PictureTooLarge);
    }
}

void LadderOfJpegsTest::cancelled()
{
    const QImage source = generated::busyRaster(QSize(300, 300));
    std::stop_source stop;
    stop.request_stop();
    for (const Picture &picture :
        {generated::decoded(source), generated::streamed(generated::jpegOf(source), source.size())}) {
        const auto ladder = renderedLadder(picture, {}, RenderSettings {}, stop.get_token());
        QVERIFY(!ladder);
        QCOMPARE(ladder.error().code, Errc::Cancelled);
    }
}

QTEST_GUILESS_MAIN(LadderOfJpegsTest)
#include "tst_ladderofjpegs.moc"
