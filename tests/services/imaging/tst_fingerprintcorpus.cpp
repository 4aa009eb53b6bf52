// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/fingerprinting.h"
#include "services/imaging/picture.h"
#include "services/imaging/previewproxy.h"
#include "tests/services/imaging/photovariants.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace likeness;
using namespace variants;
using namespace Qt::StringLiterals;

namespace {

QString pictureFolder()
{
    return qEnvironmentVariable("LIKENESS_CORPUS");
}

/// The largest square in the middle, as somebody would upload it; null for what is no picture of some size.
QImage squareOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto proxy
        = openPicture(file.readAll(), {8 * 1024 * 1024, 25'000'000, 8192, std::chrono::seconds(3)})
              .andThen([](const Picture &picture) { return PreviewProxy::of(picture); });
    const int edge = proxy ? std::min(proxy->image().width(), proxy->image().height()) : 0;
    if (edge < 96)
        return {};
    const QImage &image = proxy->image();
    return image.copy((image.width() - edge) / 2, (image.height() - edge) / 2, edge, edge)
        .scaled(648, 648, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

Fingerprint servedAs(const QImage &square, int edge, Filter filter, int quality)
{
    return *fingerprintOf(jpegBytes(resampled(square, QSize(edge, edge), filter), quality));
}

bool isPortrait(const QString &name)
{
    return name.section(u'/', 0, 0).endsWith("portraits"_L1);
}

} // namespace

/// Likeness over pictures nobody drew for it. They are not part of the project: LIKENESS_CORPUS names a
/// folder; its portraits are those in a folder below it whose name ends in "portraits".
class tst_FingerprintCorpus final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void copiesOfPortraitsAreTheSame();
    void copiesOfOthers();
    void portraitsDiffer();
    void pairsAlike();

private:
    struct Copies
    {
        int all = 0;
        double least = 1.0;
        QStringList missed;
    };
    Copies copiesOf(bool portraits) const;

    QMap<QString, QImage> m_squares; ///< by path within the corpus
};

void tst_FingerprintCorpus::initTestCase()
{
    if (pictureFolder().isEmpty())
        QSKIP("LIKENESS_CORPUS names no folder with pictures: likeness is not measured on them.");
    QDirIterator files(pictureFolder(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QImage square = squareOf(path);
        if (!square.isNull())
            m_squares.insert(QDir(pictureFolder()).relativeFilePath(path), square);
    }
    QVERIFY2(!m_squares.isEmpty(), "LIKENESS_CORPUS is set, but no picture of 96 pixels is below it");
}

tst_FingerprintCorpus::Copies tst_FingerprintCorpus::copiesOf(bool portraits) const
{
    Copies copies;
    for (auto square = m_squares.cbegin(); square != m_squares.cend(); ++square) {
        if (isPortrait(square.key()) != portraits)
            continue;
        const Fingerprint ours = servedAs(*square, 648, Filter::Bicubic, 90);
        for (const int edge : {48, 64, 96, 240, 648}) {
            for (const Filter filter : {Filter::Box, Filter::Bilinear, Filter::Bicubic}) {
                for (const int quality : {30, 60, 95}) {
                    const Comparison seen = compared(ours, servedAs(*square, edge, filter, quality));
                    ++copies.all;
                    if (seen.likeness == Likeness::Same)
                        copies.least = std::min(copies.least, seen.score);
                    else
                        copies.missed.append(u"%1 %2 px filter %3 quality %4"_s.arg(square.key())
                                                 .arg(edge)
                                                 .arg(int(filter))
                                                 .arg(quality));
                }
            }
        }
    }
    return copies;
}

void tst_FingerprintCorpus::copiesOfPortraitsAreTheSame()
{
    const Copies copies = copiesOf(true);
    qInfo("%d copies of portraits, the least alike scores %.3f", copies.all, copies.least);
    QVERIFY2(copies.missed.isEmpty(), qPrintable(copies.missed.join(u'\n')));
}

/// Charts, damaged files and noise: nobody's photo, so they are only counted.
void tst_FingerprintCorpus::copiesOfOthers()
{
    const Copies copies = copiesOf(false);
    qInfo("%d copies of other pictures, %d not the same:\n%s", copies.all, int(copies.missed.size()),
        qPrintable(copies.missed.join(u'\n')));
}

void tst_FingerprintCorpus::portraitsDiffer()
{
    QList<Fingerprint> portraits;
    for (auto square = m_squares.cbegin(); square != m_squares.cend(); ++square) {
        if (isPortrait(square.key()))
            portraits.append(servedAs(*square, 648, Filter::Bicubic, 90));
    }
    if (portraits.isEmpty())
        QSKIP("The corpus has no portraits");
    double most = 0.0;
    for (const Fingerprint &one : portraits) {
        for (const Fingerprint &other : portraits) {
            if (one == other)
                continue;
            const Comparison seen = compared(one, other);
            QCOMPARE(seen.likeness, Likeness::Different);
            most = std::max(most, seen.score);
        }
    }
    qInfo("%d portraits, the most alike two score %.3f", int(portraits.size()), most);
}

/// A corpus has the same picture in many files, so nothing is expected: a person judges the list.
void tst_FingerprintCorpus::pairsAlike()
{
    QList<std::pair<QString, Fingerprint>> prints;
    for (auto square = m_squares.cbegin(); square != m_squares.cend(); ++square)
        prints.append({square.key(), Fingerprint::of(*square)});
    qsizetype pairs = 0;
    std::array<int, 4> counted {};
    for (qsizetype one = 0; one < prints.size(); ++one) {
        for (qsizetype other = 0; other < one; ++other) {
            const Comparison seen = compared(prints[one].second, prints[other].second);
            ++counted[static_cast<std::size_t>(seen.likeness)];
            ++pairs;
            if (seen.likeness != Likeness::Different && qEnvironmentVariableIsSet("LIKENESS_LIST_PAIRS"))
                qInfo("%d %.3f %s %s", int(seen.likeness), seen.score, qPrintable(prints[one].first),
                    qPrintable(prints[other].first));
        }
    }
    qInfo("%d pairs of files: %d same, %d cropped, %d mirrored, %d different", int(pairs), counted[0],
        counted[1], counted[2], counted[3]);
}

QTEST_GUILESS_MAIN(tst_FingerprintCorpus)
#include "tst_fingerprintcorpus.moc"
