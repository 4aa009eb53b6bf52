// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/fingerprinting.h"
#include "services/sandbox/portraitpainter.h"
#include "services/sandbox/sandboxpeople.h"
#include "tests/services/imaging/generatedpictures.h"
#include "tests/services/imaging/photovariants.h"

#include <QRegularExpression>
#include <QTest>

using namespace likeness;
using namespace variants;
using namespace Qt::StringLiterals;

namespace {

constexpr int photoEdge = 648;
constexpr std::array ladder {48, 64, 96, 120, 240, 360, 432, 504, 648};
constexpr std::array filters {Filter::Box, Filter::Bilinear, Filter::Bicubic};

QImage resized(const QImage &picture, int edge, Filter filter = Filter::Bicubic)
{
    return resampled(picture, QSize(edge, edge), filter);
}

/// As a store serves it.
Fingerprint served(const QImage &picture, int quality)
{
    const Result<Fingerprint> print = fingerprintOf(jpegBytes(picture, quality));
    return print ? *print : Fingerprint::of(QImage(1, 1, QImage::Format_RGB32));
}

/// Calls visit(what, fingerprint) for all that stores and clients make of a photo without changing it.
template <class Visit>
void forCopies(const QImage &photo, Visit visit)
{
    for (const int edge : ladder) {
        for (const Filter filter : filters) {
            if (edge > 240 && filter != Filter::Bicubic) // the smaller the steps, the less they differ
                continue;
            const QImage image = resized(photo, edge, filter);
            for (const int quality : {30, 75, 95})
                visit(u"%1 px, filter %2, quality %3"_s.arg(edge).arg(int(filter)).arg(quality),
                    served(image, quality));
            if (edge <= 64)
                visit(u"%1 px enlarged to 300, filter %2"_s.arg(edge).arg(int(filter)),
                    served(resized(QImage::fromData(jpegBytes(image, 60)), 300, filter), 75));
        }
        visit(u"%1 px sharpened"_s.arg(edge), served(sharpened(resized(photo, edge)), 75));
        visit(u"%1 px, a third of a percent off"_s.arg(edge),
            served(resized(part(photo, 0.003, 0.001, 0.001, 0.003), edge), 80));
    }
}

QByteArray described(const QString &what, const Comparison &seen)
{
    return u"%1: likeness %2, score %3"_s.arg(what)
        .arg(int(seen.likeness))
        .arg(seen.score, 0, 'f', 3)
        .toUtf8();
}

} // namespace

class tst_Fingerprint final : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void initTestCase();
    void holdsMeans();
    void keepsItsBytes();
    void refusesOtherBytes();
    void cannotBeMadeOfNoPicture();
    void copiesAreTheSame_data() { people(); }
    void copiesAreTheSame();
    void mirroredIsToldApart_data() { people(); }
    void mirroredIsToldApart();
    void partsAreCropped_data() { people(); }
    void partsAreCropped();
    void otherShapesAreCropped();
    void everybodyElseIsDifferent_data() { people(); }
    void everybodyElseIsDifferent();
    void flatPictures();
    void timeOfFingerprint();
    void timeOfSame();
    void timeOfDifferent();
    void cleanupTestCase();

private:
    void people();
    QList<std::pair<QString, Fingerprint>> m_everybody; ///< by key; with their earlier photos, in three sizes
    double m_leastSame = 1.0;
    double m_mostDifferent = 0.0;
    int m_copies = 0;
    int m_strangers = 0;
};

void tst_Fingerprint::people()
{
    QTest::addColumn<QString>("key");
    for (const SandboxPerson &one : sandboxPeople())
        QTest::newRow(qPrintable(one.person.keys.key)) << one.person.keys.key;
}

void tst_Fingerprint::initTestCase()
{
    const auto add = [this](const QString &name, const QImage &picture) {
        for (const int edge : {48, 96, 648})
            m_everybody.append({name, served(resized(picture, edge), 60)});
    };
    add(u"busy"_s, generated::busyRaster(QSize(photoEdge, photoEdge)));
    add(u"waves"_s, generated::rasterOf(QSize(photoEdge, photoEdge), generated::waves));
    for (const SandboxPerson &one : sandboxPeople()) {
        const QString key = one.person.keys.key;
        add(key, sandboxPhoto(key, SandboxPhoto::Today, photoEdge));
        add(key + u", earlier"_s, sandboxPhoto(key, SandboxPhoto::Earlier, photoEdge));
    }
}

void tst_Fingerprint::holdsMeans()
{
    for (const QSize &size : {QSize(64, 64), QSize(50, 70), QSize(2, 2), QSize(648, 431)}) {
        QImage picture(size, QImage::Format_RGB32);
        picture.fill(0xff0000ff);
        for (int y = 0; y < size.height(); ++y) {
            for (int x = 0; x < size.width() / 2; ++x)
                picture.setPixel(x, y, 0xffffffff);
        }
        const Fingerprint print = Fingerprint::of(picture);
        QCOMPARE(print.luma(0, 0), 255);
        QCOMPARE(print.luma(0, 31), 255);
        QCOMPARE(print.luma(31, 0), 29); // 0.114 of 255
        QCOMPARE(print.blue(0, 0), 0);
        QCOMPARE(print.blue(7, 7), 127); // 0.564 of 226
        QCOMPARE(print.red(7, 7), -21); // 0.713 of -29
        QVERIFY(qAbs(print.aspect() - double(size.width()) / size.height()) < 0.0002);
    }
}

void tst_Fingerprint::keepsItsBytes()
{
    const Fingerprint print = Fingerprint::of(sandboxPhoto(u"ada.reyes"_s, SandboxPhoto::Today, 96));
    const std::optional<Fingerprint> again = Fingerprint::fromBytes(print.toBytes());
    QVERIFY(again);
    QCOMPARE(*again, print);
    QCOMPARE(compared(*again, print), (Comparison {Likeness::Same, 1.0}));
    QVERIFY(print.toBytes().size() < 1200);
}

void tst_Fingerprint::refusesOtherBytes()
{
    const QByteArray good = Fingerprint::of(sandboxPhoto(u"ada.reyes"_s, SandboxPhoto::Today, 96)).toBytes();
    QByteArray otherVersion = good;
    otherVersion[1] = 2;
    QByteArray shapeless = good;
    shapeless[2] = shapeless[3] = 0;
    for (const QByteArray &bad :
        {QByteArray(), good.chopped(1), QByteArray(good + '\0'), otherVersion, shapeless})
        QVERIFY(!Fingerprint::fromBytes(bad));
}

void tst_Fingerprint::cannotBeMadeOfNoPicture()
{
    QCOMPARE(fingerprintOf(QByteArray("no picture")).error().code, Errc::NotAPicture);
    QCOMPARE(fingerprintOf(EncodedPhoto()).error().code, Errc::NotAPicture);
}

void tst_Fingerprint::copiesAreTheSame()
{
    QFETCH(const QString, key);
    const QImage photo = sandboxPhoto(key, SandboxPhoto::Today, photoEdge);
    const Fingerprint ours = served(photo, 90);
    forCopies(photo, [&](const QString &what, const Fingerprint &copy) {
        const Comparison seen = compared(ours, copy);
        QVERIFY2(seen.likeness == Likeness::Same, described(what, seen).constData());
        QCOMPARE(compared(copy, ours).likeness, Likeness::Same);
        m_leastSame = std::min(m_leastSame, seen.score);
        ++m_copies;
    });
}

void tst_Fingerprint::mirroredIsToldApart()
{
    QFETCH(const QString, key);
    const QImage photo = sandboxPhoto(key, SandboxPhoto::Today, photoEdge);
    const Fingerprint ours = served(photo, 90);
    for (const int edge : ladder) {
        for (const int quality : {30, 75}) {
            const Fingerprint theirs = served(resized(photo.mirrored(true, false), edge), quality);
            const Comparison seen = compared(ours, theirs);
            QVERIFY2(seen.likeness == Likeness::Mirrored, described(QString::number(edge), seen).constData());
            QCOMPARE(compared(theirs, ours).likeness, Likeness::Mirrored);
        }
    }
}

void tst_Fingerprint::partsAreCropped()
{
    QFETCH(const QString, key);
    const QImage photo = sandboxPhoto(key, SandboxPhoto::Today, photoEdge);
    const Fingerprint ours = served(photo, 90);
    for (const double cut : {0.03, 0.06, 0.10, 0.15}) {
        const QList<std::pair<QString, QImage>> parts {
            {u"closer"_s, part(photo, cut, cut, cut, cut)},
            {u"bottom right"_s, part(photo, cut, cut, 0, 0)},
            {u"left"_s, part(photo, 0, cut / 2, cut, cut / 2)},
        };
        for (const auto &[what, image] : parts) {
            for (const int edge : {48, 300}) {
                const Fingerprint theirs = served(resized(image, edge), 75);
                const Comparison seen = compared(ours, theirs);
                QVERIFY2(seen.likeness == Likeness::Cropped,
                    described(u"%1 by %2, %3 px"_s.arg(what).arg(cut).arg(edge), seen).constData());
                QCOMPARE(compared(theirs, ours), seen);
            }
        }
    }
}

/// What a store that keeps the ratio was given before someone made it square.
void tst_Fingerprint::otherShapesAreCropped()
{
    const QImage photo = sandboxPhoto(u"ines.munoz"_s, SandboxPhoto::Today, photoEdge);
    const QImage tall = part(photo, 0.125, 0.0, 0.125, 0.0);
    const Fingerprint square = served(part(tall, 0.0, 0.1, 0.0, 0.15), 90);
    for (const QSize &size : {QSize(108, 144), QSize(225, 300)}) {
        const Fingerprint kept = served(resampled(tall, size, Filter::Bicubic), 75);
        QCOMPARE(compared(square, kept).likeness, Likeness::Cropped);
        QCOMPARE(compared(kept, square).likeness, Likeness::Cropped);
        QCOMPARE(compared(served(tall, 90), kept).likeness, Likeness::Same);
    }
}

void tst_Fingerprint::everybodyElseIsDifferent()
{
    QFETCH(const QString, key);
    const Fingerprint ours = served(sandboxPhoto(key, SandboxPhoto::Today, photoEdge), 90);
    for (const auto &[name, theirs] : m_everybody) {
        if (name == key)
            continue;
        const Comparison seen = compared(ours, theirs);
        QVERIFY2(seen.likeness == Likeness::Different, described(name, seen).constData());
        m_mostDifferent = std::max(m_mostDifferent, seen.score);
        ++m_strangers;
    }
}

void tst_Fingerprint::flatPictures()
{
    const auto flat = [](QRgb colour) {
        QImage image(96, 96, QImage::Format_RGB32);
        image.fill(colour);
        return Fingerprint::of(image);
    };
    QCOMPARE(compared(flat(0xffcc2222), flat(0xffcd2323)).likeness, Likeness::Same);
    QCOMPARE(compared(flat(0xff808080), flat(0xff8c8c8c)).likeness, Likeness::Different);
    QCOMPARE(compared(flat(0xffcc2222), flat(0xff006a00)).likeness, Likeness::Different); // the same luma
    QCOMPARE(
        compared(flat(0xff808080), served(sandboxPhoto(u"bo.lind"_s, SandboxPhoto::Today, 96), 90)).likeness,
        Likeness::Different);
}

void tst_Fingerprint::timeOfFingerprint()
{
    const QByteArray photo = jpegBytes(sandboxPhoto(u"bo.lind"_s, SandboxPhoto::Today, photoEdge), 90);
    QBENCHMARK
    {
        QVERIFY(fingerprintOf(photo));
    }
}

void tst_Fingerprint::timeOfSame()
{
    const QImage photo = sandboxPhoto(u"bo.lind"_s, SandboxPhoto::Today, photoEdge);
    const Fingerprint ours = served(photo, 90);
    const Fingerprint theirs = served(resized(photo, 96), 75);
    QBENCHMARK
    {
        QCOMPARE(compared(ours, theirs).likeness, Likeness::Same);
    }
}

void tst_Fingerprint::timeOfDifferent()
{
    const Fingerprint ours = served(sandboxPhoto(u"bo.lind"_s, SandboxPhoto::Today, photoEdge), 90);
    const Fingerprint theirs = served(sandboxPhoto(u"bo.lind"_s, SandboxPhoto::Earlier, 96), 75);
    QBENCHMARK
    {
        QCOMPARE(compared(ours, theirs).likeness, Likeness::Different);
    }
}

void tst_Fingerprint::cleanupTestCase()
{
    qInfo("%d copies, the least alike scores %.3f; %d other photos, the most alike scores %.3f", m_copies,
        m_leastSame, m_strangers, m_mostDifferent);
}

QTEST_GUILESS_MAIN(tst_Fingerprint)
#include "tst_fingerprint.moc"
