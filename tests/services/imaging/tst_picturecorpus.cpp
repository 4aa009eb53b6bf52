// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/decodewatch.h"
#include "services/imaging/iccprofile.h"
#include "services/imaging/jpegreader.h"
#include "services/imaging/picture.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <cstdlib>

using namespace likeness;
using namespace Qt::StringLiterals;

namespace {

struct ManifestRow
{
    QString file;
    QString kind;
    QString expected;
};

QString corpusFolder()
{
    return qEnvironmentVariable("LIKENESS_CORPUS");
}

QList<ManifestRow> manifest()
{
    QFile file(QDir(corpusFolder()).filePath(u"MANIFEST.tsv"_s));
    QList<ManifestRow> rows;
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    file.readLine(); // the names of the columns
    while (!file.atEnd()) {
        const QStringList columns = QString::fromUtf8(file.readLine()).split(u'\t');
        if (columns.size() > 2)
            rows.append({columns[0], columns[1], columns[2]});
    }
    return rows;
}

QByteArray corpusFile(const QString &name)
{
    QFile file(QDir(corpusFolder()).filePath(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The corpus has no %s", qPrintable(name));
    return file.readAll();
}

/// Every pixel of a picture in stored orientation, as the decoder gives it.
QImage wholeImage(const Picture &picture)
{
    if (!picture.isStreamed())
        return picture.raster;
    const DecodeWatch watch(std::chrono::minutes(1), {});
    JpegReader reader(picture.file, watch);
    if (!reader.readHeader() || !reader.start())
        return {};
    const bool grey = reader.colours() == JpegReader::Colours::Grey;
    QImage image(reader.outputSize(), grey ? QImage::Format_Grayscale8 : QImage::Format_RGBX8888);
    for (int y = 0; y < image.height(); ++y) {
        if (!reader.readRow(image.scanLine(y)))
            return {};
    }
    return image.convertToFormat(QImage::Format_RGBX8888);
}

int largestDifference(const QImage &one, const QImage &other)
{
    const QImage a = one.convertToFormat(QImage::Format_RGB888);
    const QImage b = other.convertToFormat(QImage::Format_RGB888);
    int largest = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width() * 3; ++x)
            largest = std::max(largest, std::abs(int(a.constScanLine(y)[x]) - int(b.constScanLine(y)[x])));
    }
    return largest;
}

QString outcome(const Result<Picture> &result)
{
    if (result)
        return u"opened %1 x %2"_s.arg(result->storedSize.width()).arg(result->storedSize.height());
    return u"error %1: %2"_s.arg(int(result.error().code)).arg(result.error().detail);
}

/// What is known to deserve another verdict than the manifest's, with the reason.
bool isJudgedOtherwise(const QString &file)
{
    static const QStringList files {
        // the picture itself is whole; only the index of a second one is bad
        u"07-jpeg-broken/pil_sugarshack_bad_mpo_header.jpg"_s,
        // JPEG 2000 is a format we do not open
        u"12-heic-avif/thb_image.jp2"_s,
        // libheif 1.15 refuses it, as the manifest itself notes
        u"12-heic-avif/avif_clap_irot_imir_non_essential.avif"_s,
    };
    return files.contains(file);
}

} // namespace

/// Opens every picture of a corpus of odd and broken files and compares with what its manifest expects. The
/// corpus is not part of the project: LIKENESS_CORPUS names its folder.
class TestPictureCorpus final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (corpusFolder().isEmpty())
            QSKIP("LIKENESS_CORPUS names no folder with a MANIFEST.tsv: the corpus of odd pictures is not "
                  "tested.");
        QVERIFY2(!manifest().isEmpty(), "LIKENESS_CORPUS is set, but its MANIFEST.tsv cannot be read");
    }

    void opensAsExpected_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("expected");
        for (const ManifestRow &row : manifest()) {
            if (row.expected != "oracle"_L1 && row.expected != "profile"_L1)
                QTest::newRow(qPrintable(row.file)) << row.file << row.expected;
        }
    }

    void opensAsExpected()
    {
        QFETCH(QString, file);
        QFETCH(QString, expected);
        const Result<Picture> result = openPicture(corpusFile(file));
        const QByteArray seen = outcome(result).toUtf8();
        if (result) {
            QVERIFY2(!result->uprightSize().isEmpty(), seen.constData());
            QVERIFY2(!result->colourSpace.isEmpty(), seen.constData());
        }
        if (isJudgedOtherwise(file))
            return;
        if (expected == "decode"_L1)
            QVERIFY2(result && !result->notes.testFlag(PictureNote::Damaged), seen.constData());
        else if (expected == "damaged"_L1)
            QVERIFY2(result && result->notes.testFlag(PictureNote::Damaged), seen.constData());
        else if (expected == "reject"_L1)
            QVERIFY2(!result, seen.constData());
        else if (expected == "decode-if-heif"_L1 && canOpen(PictureFormat::Heif))
            QVERIFY2(result, seen.constData());
    }

    void hasExactPixels_data()
    {
        QTest::addColumn<QString>("oracle");
        for (const ManifestRow &row : manifest()) {
            if (row.expected == "oracle"_L1)
                QTest::newRow(qPrintable(row.file)) << row.file;
        }
    }

    void hasExactPixels()
    {
        QFETCH(QString, oracle);
        const QImage expected = QImage::fromData(corpusFile(oracle));
        QVERIFY(!expected.isNull());
        const Result<Picture> picture = openPicture(corpusFile(oracle.chopped(3) + u"jpg"_s));
        QVERIFY(picture);
        const QImage seen = wholeImage(*picture);
        QCOMPARE(seen.size(), expected.size());
        // Decoders may round the cosine transform and the upsampling differently.
        QVERIFY2(largestDifference(seen, expected) <= 4,
            qPrintable(QString::number(largestDifference(seen, expected))));
    }

    void readsProfile_data()
    {
        QTest::addColumn<QString>("file");
        for (const ManifestRow &row : manifest()) {
            if (row.expected == "profile"_L1)
                QTest::newRow(qPrintable(row.file)) << row.file;
        }
    }

    void readsProfile()
    {
        QFETCH(QString, file);
        const bool grey = file.contains(u"Grey"_s);
        const bool cmyk = file.contains(u"CGATS"_s);
        const auto pixels = grey ? IccProfile::Pixels::Grey
            : cmyk               ? IccProfile::Pixels::Cmyk
                                 : IccProfile::Pixels::Rgba;
        const auto profile = IccProfile::read(corpusFile(file), pixels);
        QVERIFY(profile);
        if (file.contains(u"_sRGB"_s))
            QCOMPARE(profile->name(), u"sRGB"_s);
        if (file.contains(u"DisplayP3"_s))
            QCOMPARE(profile->name(), u"Display P3"_s);
        QCOMPARE(profile->isLikeSrgb(), file.contains(u"_sRGB"_s) || grey);
    }
};

QTEST_GUILESS_MAIN(TestPictureCorpus)
#include "tst_picturecorpus.moc"
