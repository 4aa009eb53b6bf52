// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/colourtransform.h"
#include "services/imaging/ladder.h"

#include "tests/services/imaging/generatedpictures.h"

#include <QColorSpace>
#include <QTest>

#include <lcms2.h>

using namespace likeness;
using namespace Qt::StringLiterals;

namespace {

QByteArray savedProfile(cmsHPROFILE profile)
{
    cmsUInt32Number size = 0;
    cmsSaveProfileToMem(profile, nullptr, &size);
    QByteArray bytes(static_cast<qsizetype>(size), '\0');
    cmsSaveProfileToMem(profile, bytes.data(), &size);
    cmsCloseProfile(profile);
    return bytes;
}

/// A profile that has no primaries, only a table: swaps red and blue and darkens a little, roughly.
QByteArray tableProfile()
{
    cmsHPROFILE srgb = cmsCreate_sRGBProfile();
    cmsHPROFILE lab = cmsCreateLab4Profile(nullptr);
    cmsHTRANSFORM toLab
        = cmsCreateTransform(srgb, TYPE_RGB_16, lab, TYPE_Lab_16, INTENT_RELATIVE_COLORIMETRIC, 0);
    cmsHPROFILE profile = cmsCreateProfilePlaceholder(nullptr);
    cmsSetProfileVersion(profile, 2.1);
    cmsSetDeviceClass(profile, cmsSigDisplayClass);
    cmsSetColorSpace(profile, cmsSigRgbData);
    cmsSetPCS(profile, cmsSigLabData);
    cmsPipeline *pipeline = cmsPipelineAlloc(nullptr, 3, 3);
    cmsStage *table = cmsStageAllocCLut16bit(nullptr, 17, 3, 3, nullptr);
    cmsStageSampleCLut16bit(
        table,
        [](const cmsUInt16Number in[], cmsUInt16Number out[], void *cargo) -> cmsInt32Number {
            const std::array<cmsUInt16Number, 3> swapped {
                in[2], static_cast<cmsUInt16Number>(in[1] / 10 * 9), in[0]};
            cmsDoTransform(cargo, swapped.data(), out, 1);
            return TRUE;
        },
        toLab, 0);
    cmsPipelineInsertStage(pipeline, cmsAT_END, table);
    cmsWriteTag(profile, cmsSigAToB0Tag, pipeline);
    cmsPipelineFree(pipeline);
    cmsDeleteTransform(toLab);
    cmsCloseProfile(lab);
    cmsCloseProfile(srgb);
    return savedProfile(profile);
}

QByteArray greyProfile(double gamma)
{
    cmsToneCurve *curve = cmsBuildGamma(nullptr, gamma);
    cmsHPROFILE profile = cmsCreateGrayProfile(cmsD50_xyY(), curve);
    cmsFreeToneCurve(curve);
    return savedProfile(profile);
}

/// By Little CMS in floating point.
QImage expectedSrgb(const QImage &source, const QByteArray &icc)
{
    cmsHPROFILE profile = cmsOpenProfileFromMem(icc.constData(), static_cast<cmsUInt32Number>(icc.size()));
    cmsHPROFILE srgb = cmsCreate_sRGBProfile();
    cmsHTRANSFORM transform = cmsCreateTransform(
        profile, TYPE_RGB_FLT, srgb, TYPE_RGB_FLT, INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOOPTIMIZE);
    QImage result(source.size(), QImage::Format_RGBX8888);
    for (int y = 0; y < source.height(); ++y) {
        for (int x = 0; x < source.width(); ++x) {
            std::array<float, 3> value;
            for (std::size_t c = 0; c < 3; ++c)
                value[c] = static_cast<float>(source.constScanLine(y)[4 * x + static_cast<int>(c)]) / 255.0F;
            cmsDoTransform(transform, value.data(), value.data(), 1);
            uchar *out = result.scanLine(y) + 4 * x;
            for (const float channel : value)
                *out++ = static_cast<uchar>(std::clamp(std::lround(channel * 255.0F), 0L, 255L));
        }
    }
    cmsDeleteTransform(transform);
    cmsCloseProfile(srgb);
    cmsCloseProfile(profile);
    return result;
}

} // namespace

class ColourTransformTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void matchesLittleCms_data();
    void matchesLittleCms();
    void srgbIsLeftAlone();
    void brokenProfilesAreIgnored_data();
    void brokenProfilesAreIgnored();
    void greyProfileChangesTones();
};

void ColourTransformTest::matchesLittleCms_data()
{
    QTest::addColumn<QByteArray>("icc");
    QTest::newRow("Display P3") << QColorSpace(QColorSpace::DisplayP3).iccProfile();
    QTest::newRow("Adobe RGB") << QColorSpace(QColorSpace::AdobeRgb).iccProfile();
    QTest::newRow("ProPhoto") << QColorSpace(QColorSpace::ProPhotoRgb).iccProfile();
    QTest::newRow("table") << tableProfile();
}

/// The picture has exactly the ladder's largest size, so that nothing but the colours changes.
void ColourTransformTest::matchesLittleCms()
{
    QFETCH(QByteArray, icc);
    QVERIFY(ColourTransform::isUsable(icc));
    QVERIFY(ColourTransform::of(icc));
    const QByteArray jpeg = generated::jpegOf(generated::rasterOf(QSize(648, 648), generated::waves));
    const QImage values = QImage::fromData(jpeg, "JPG").convertToFormat(QImage::Format_RGBX8888);
    const QImage expected = expectedSrgb(values, icc);
    for (const auto light : {RenderSettings::Light::Gamma, RenderSettings::Light::Linear}) {
        RenderSettings settings;
        settings.light = light;
        const auto ladder = renderedLadder(generated::streamed(jpeg, QSize(648, 648), 1, icc), {}, settings);
        QVERIFY(ladder);
        const double quality = generated::psnr(ladder->at(0).pixels, expected);
        QVERIFY2(quality > 45, qPrintable(QString::number(quality)));
    }
    QImage rows = values;
    for (int y = 0; y < rows.height(); ++y)
        ColourTransform::of(icc)->toSrgb(values.constScanLine(y), rows.scanLine(y), rows.width());
    QVERIFY(generated::psnr(rows, expected) > 45);
}

void ColourTransformTest::srgbIsLeftAlone()
{
    QVERIFY(!ColourTransform::of({}));
    const QByteArray qts = QColorSpace(QColorSpace::SRgb).iccProfile();
    QVERIFY(!ColourTransform::of(qts));
    QVERIFY(ColourTransform::isUsable(qts));
    QVERIFY(!ColourTransform::of(savedProfile(cmsCreate_sRGBProfile())));
}

void ColourTransformTest::brokenProfilesAreIgnored_data()
{
    QTest::addColumn<QByteArray>("icc");
    const QByteArray good = QColorSpace(QColorSpace::DisplayP3).iccProfile();
    QTest::newRow("text") << QByteArray("no profile");
    QTest::newRow("header only") << good.first(128);
    QTest::newRow("cut off") << good.first(good.size() / 2);
    QTest::newRow("of Lab") << savedProfile(cmsCreateLab4Profile(nullptr));
}

void ColourTransformTest::brokenProfilesAreIgnored()
{
    QFETCH(QByteArray, icc);
    QVERIFY(!ColourTransform::of(icc));
    QVERIFY(!ColourTransform::isUsable(icc));
}

void ColourTransformTest::greyProfileChangesTones()
{
    const auto linear = ColourTransform::of(greyProfile(1.0));
    QVERIFY(linear);
    std::array<uchar, 4> pixel {55, 55, 55, 255};
    linear->toSrgb(pixel.data(), pixel.data(), 1);
    // 55/255 of the light is sRGB value 128
    QCOMPARE(int(pixel[0]), 128);
    QCOMPARE(int(pixel[1]), 128);
    QCOMPARE(int(pixel[3]), 255);
}

QTEST_GUILESS_MAIN(ColourTransformTest)
#include "tst_colourtransform.moc"
