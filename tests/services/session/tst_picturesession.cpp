// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/picturesession.h"
#include "tests/support/testpictures.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace likeness;
using namespace likeness::testing;
using namespace Qt::StringLiterals;

namespace {

using Corners = std::array<int, 4>;
constexpr int seconds = 1000;

/// Lines of one pixel: what a proxy cannot show and the source can.
QImage fineLines(QSize size)
{
    QImage image(size, QImage::Format_Grayscale8);
    for (int y = 0; y < size.height(); ++y)
        std::fill_n(image.scanLine(y), size.width(), uchar(y % 2 == 0 ? 40 : 215));
    return image;
}

int contrast(const QImage &image)
{
    int darkest = 255;
    int lightest = 0;
    for (int y = 0; y < image.height(); ++y) {
        const int level = qGray(image.pixel(image.width() / 2, y));
        darkest = std::min(darkest, level);
        lightest = std::max(lightest, level);
    }
    return lightest - darkest;
}

PhotoRecipe turnedOnce()
{
    PhotoRecipe recipe;
    recipe.quarterTurns = 1;
    return recipe;
}

} // namespace

class TestPictureSession final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void opens();
    void newestOpeningWins();
    void refusedPictureLeavesAllAsItWas();
    void cancelledOpeningChangesNothing();
    void notesWrongExtension();
    void opensFile();
    void opensPastedImage();
    void closes();

    void undoesRecipes();
    void mergesGesture();
    void gestureThatComesBackLeavesNoStep();
    void newPictureForgetsSteps();

    void previewsFollowRecipe();
    void previewsEndWithNewestRecipe();
    void sharpensAtRest();
    void rendersRecipeOfTheCall();
    void saysWhenFacesCannotBeFound();

private:
    /// A session with a picture in it.
    void open(PictureSession &session, const QByteArray &file, const QString &name = u"kim.jpg"_s)
    {
        QSignalSpy changed(&session, &PictureSession::pictureChanged);
        session.open(file, name);
        QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, 20 * seconds);
    }

    QThreadPool m_workers;
};

void TestPictureSession::opens()
{
    PictureSession session(m_workers);
    QSignalSpy opening(&session, &PictureSession::openingChanged);
    QSignalSpy changed(&session, &PictureSession::pictureChanged);
    QSignalSpy previews(&session, &PictureSession::previewsChanged);
    session.open(jpegOf(quarters({600, 400})), u"kim.jpg"_s);
    QVERIFY(session.isOpening());
    QVERIFY(!session.hasPicture());
    QTRY_COMPARE(previews.count(), 1);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(opening.count(), 2);
    QVERIFY(!session.isOpening());
    QVERIFY(session.hasPicture());
    QCOMPARE(session.name(), u"kim.jpg"_s);
    QCOMPARE(session.uprightSize(), QSize(600, 400));
    QCOMPARE(session.recipe(), PhotoRecipe());
    QVERIFY(cornersOf(session.view()) == (Corners {0, 1, 2, 3}));
    QCOMPARE(session.previews().size(), qsizetype(PhotoSize::ladder.size()));
    QCOMPARE(session.previews().first().size.edge(), 648);
    QVERIFY(cornersOf(session.previews().first().pixels) == (Corners {0, 1, 2, 3}));
}

void TestPictureSession::newestOpeningWins()
{
    PictureSession session(m_workers);
    QSignalSpy opening(&session, &PictureSession::openingChanged);
    QSignalSpy changed(&session, &PictureSession::pictureChanged);
    QSignalSpy refused(&session, &PictureSession::refused);
    session.open(jpegOf(quarters({600, 400})), u"first.jpg"_s);
    session.open("no picture", u"second.jpg"_s);
    session.open(jpegOf(quarters({300, 200})), u"third.jpg"_s);
    QTRY_COMPARE(changed.count(), 1);
    m_workers.waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(refused.count(), 0);
    QCOMPARE(opening.count(), 2);
    QCOMPARE(session.name(), u"third.jpg"_s);
}

void TestPictureSession::refusedPictureLeavesAllAsItWas()
{
    PictureSession session(m_workers);
    open(session, jpegOf(quarters()));
    session.setRecipe(turnedOnce(), u"Turn"_s);
    QSignalSpy changed(&session, &PictureSession::pictureChanged);
    QList<Error> errors;
    connect(&session, &PictureSession::refused, this, [&errors](const Error &error, const QString &name) {
        QCOMPARE(name, u"letter.txt"_s);
        errors.append(error);
    });
    session.open("Dear Sir or Madam", u"letter.txt"_s);
    QTRY_COMPARE(errors.size(), 1);
    QCOMPARE(errors.first().code, Errc::NotAPicture);
    QVERIFY(!session.isOpening());
    QCOMPARE(changed.count(), 0);
    QCOMPARE(session.name(), u"kim.jpg"_s);
    QCOMPARE(session.recipe(), turnedOnce());
    QVERIFY(session.undoStack().canUndo());
}

void TestPictureSession::cancelledOpeningChangesNothing()
{
    PictureSession session(m_workers);
    QSignalSpy changed(&session, &PictureSession::pictureChanged);
    QSignalSpy refused(&session, &PictureSession::refused);
    session.open(jpegOf(quarters()), u"kim.jpg"_s);
    QCoreApplication::processEvents(); // the worker is on its way
    session.cancelOpening();
    QVERIFY(!session.isOpening());
    m_workers.waitForDone();
    QCoreApplication::processEvents();
    QCOMPARE(changed.count(), 0);
    QCOMPARE(refused.count(), 0);
    QVERIFY(!session.hasPicture());
}

void TestPictureSession::notesWrongExtension()
{
    PictureSession session(m_workers);
    open(session, pngOf(quarters()), u"kim.jpg"_s);
    QVERIFY(session.picture().notes.testFlag(PictureNote::WrongExtension));
    open(session, jpegOf(quarters()), u"KIM.JPEG"_s);
    QVERIFY(!session.picture().notes.testFlag(PictureNote::WrongExtension));
    open(session, jpegOf(quarters()), u"dropped from a browser"_s);
    QVERIFY(!session.picture().notes.testFlag(PictureNote::WrongExtension));
}

void TestPictureSession::opensFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"kim.png"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(pngOf(quarters()));
    file.close();

    PictureSession session(m_workers);
    QSignalSpy changed(&session, &PictureSession::pictureChanged);
    session.openFile(path);
    QTRY_COMPARE(changed.count(), 1);
    QCOMPARE(session.name(), u"kim.png"_s);

    std::optional<Error> refused;
    connect(&session, &PictureSession::refused, this, [&refused](const Error &error) { refused = error; });
    session.openFile(folder.filePath(u"gone.png"_s));
    QTRY_VERIFY(refused);
    QCOMPARE(refused->code, Errc::Local);
    QCOMPARE(session.name(), u"kim.png"_s);
}

void TestPictureSession::opensPastedImage()
{
    PictureSession session(m_workers);
    QSignalSpy changed(&session, &PictureSession::pictureChanged);
    session.openImage(quarters(), u"Clipboard"_s);
    QTRY_COMPARE(changed.count(), 1);
    QVERIFY(cornersOf(session.view()) == (Corners {0, 1, 2, 3}));
    QCOMPARE(session.picture().notes, PictureNotes());
}

void TestPictureSession::closes()
{
    PictureSession session(m_workers);
    open(session, jpegOf(quarters()));
    session.setRecipe(turnedOnce(), u"Turn"_s);
    QSignalSpy changed(&session, &PictureSession::pictureChanged);
    session.close();
    QCOMPARE(changed.count(), 1);
    QVERIFY(!session.hasPicture());
    QVERIFY(session.previews().isEmpty());
    QVERIFY(session.view().isNull());
    QCOMPARE(session.recipe(), PhotoRecipe());
    QVERIFY(!session.undoStack().canUndo());
}

void TestPictureSession::undoesRecipes()
{
    PictureSession session(m_workers);
    open(session, jpegOf(quarters()));
    QSignalSpy changed(&session, &PictureSession::recipeChanged);
    session.setRecipe(turnedOnce(), u"Turn"_s);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(session.undoStack().undoText(), u"Turn"_s);
    session.setRecipe(turnedOnce(), u"Turn"_s); // nothing new: no step
    QCOMPARE(session.undoStack().count(), 1);
    session.undoStack().undo();
    QCOMPARE(session.recipe(), PhotoRecipe());
    session.undoStack().redo();
    QCOMPARE(session.recipe(), turnedOnce());
    QCOMPARE(changed.count(), 3);
}

void TestPictureSession::mergesGesture()
{
    PictureSession session(m_workers);
    open(session, jpegOf(quarters({600, 400})));
    const QSize upright = session.uprightSize();
    for (int x = 0; x < 5; ++x)
        session.setRecipe(session.recipe().cropped({x * 10, 0, 100, 100}, upright), u"Move"_s, 7);
    const PhotoRecipe dragged = session.recipe();
    session.setRecipe(session.recipe().cropped({0, 50, 100, 100}, upright), u"Move"_s, 8);
    QCOMPARE(session.undoStack().count(), 2);
    session.undoStack().undo();
    QCOMPARE(session.recipe(), dragged);
    session.undoStack().undo();
    QCOMPARE(session.recipe(), PhotoRecipe());
}

void TestPictureSession::gestureThatComesBackLeavesNoStep()
{
    PictureSession session(m_workers);
    open(session, jpegOf(quarters()));
    session.setRecipe(turnedOnce(), u"Turn"_s, 3);
    session.setRecipe({}, u"Turn"_s, 3);
    QCOMPARE(session.undoStack().count(), 0);
    QCOMPARE(session.recipe(), PhotoRecipe());
}

void TestPictureSession::newPictureForgetsSteps()
{
    PictureSession session(m_workers);
    open(session, jpegOf(quarters()));
    session.setRecipe(turnedOnce(), u"Turn"_s);
    open(session, jpegOf(quarters()));
    QCOMPARE(session.recipe(), PhotoRecipe());
    QVERIFY(!session.undoStack().canUndo());
}

void TestPictureSession::previewsFollowRecipe()
{
    PictureSession session(m_workers);
    open(session, jpegOf(quarters({400, 400})));
    session.setRecipe(turnedOnce(), u"Turn"_s);
    // clockwise: what was bottom left is top left
    QTRY_VERIFY(cornersOf(session.previews().first().pixels) == (Corners {2, 0, 3, 1}));
    QVERIFY(cornersOf(session.previews().last().pixels) == (Corners {2, 0, 3, 1}));
    session.undoStack().undo();
    QTRY_VERIFY(cornersOf(session.previews().first().pixels) == (Corners {0, 1, 2, 3}));
}

void TestPictureSession::previewsEndWithNewestRecipe()
{
    PictureSession session(m_workers);
    open(session, jpegOf(quarters({400, 400})));
    QSignalSpy previews(&session, &PictureSession::previewsChanged);
    PhotoRecipe recipe;
    for (int turn = 1; turn <= 101; ++turn) {
        recipe.quarterTurns = turn % 4;
        session.setRecipe(recipe, u"Turn"_s, 1);
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(cornersOf(session.previews().first().pixels) == (Corners {2, 0, 3, 1}));
    QVERIFY(previews.count() <= 101);
}

void TestPictureSession::sharpensAtRest()
{
    PictureSession session(m_workers);
    JpegKind kind;
    kind.colours = JpegKind::Colours::Grey;
    open(session, jpegOf(fineLines({4000, 3000}), kind));
    QVERIFY(session.view().width() < 4000);
    session.setRecipe(session.recipe().cropped({1000, 1000, 300, 300}, session.uprightSize()), u"Crop"_s);
    // the proxy has averaged the lines away; the source still has them
    QTRY_VERIFY_WITH_TIMEOUT(contrast(session.previews().first().pixels) > 100, 20 * seconds);
}

void TestPictureSession::rendersRecipeOfTheCall()
{
    PictureSession session(m_workers);
    open(session, jpegOf(quarters({400, 400})));
    session.setRecipe(turnedOnce(), u"Turn"_s);
    const JobPtr<QList<Rendition>> job = session.render();
    session.setRecipe({}, u"Reset"_s);
    QSignalSpy finished(job.get(), &Job::finished);
    job->start();
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(job->result());
    QCOMPARE((*job->result()).size(), 9);
    QVERIFY(cornersOf((*job->result()).first().pixels) == (Corners {2, 0, 3, 1}));
}

void TestPictureSession::saysWhenFacesCannotBeFound()
{
    PictureSession session(m_workers);
    open(session, jpegOf(quarters({400, 400})));
    QList<Errc> outcomes;
    connect(&session, &PictureSession::facesChanged, this, [&outcomes](const Result<Done> &outcome) {
        QVERIFY(!outcome);
        outcomes.append(outcome.error().code);
    });
    session.findFaces();
    QTRY_COMPARE(outcomes.size(), 1);
    // four colours have no face; without the plugin nobody can look
    QVERIFY(outcomes.first() == Errc::NoFace || outcomes.first() == Errc::Unsupported);
    QVERIFY(session.faces().isEmpty());
}

QTEST_GUILESS_MAIN(TestPictureSession)
#include "tst_picturesession.moc"
