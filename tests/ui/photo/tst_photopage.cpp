// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/sqlledger.h"
#include "services/stores/folder/folderstore.h"
#include "tests/ui/photo/portrait.h"
#include "ui/common/notice.h"
#include "ui/common/theme.h"
#include "ui/photo/cropcanvas.h"
#include "ui/photo/cropeditor.h"
#include "ui/photo/laddertile.h"
#include "ui/photo/photocover.h"
#include "ui/photo/photopage.h"
#include "ui/photo/planview.h"

#include <QClipboard>
#include <QDropEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QToolButton>
#include <QUrl>

using namespace likeness;

/// The whole page over real sessions and a real folder of photos in a temporary directory.
class PhotoPageTest final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void invitesWhenEmpty();
    void opensAFileAndShowsEverySize();
    void asksForAFileWhereTheNewestWas();
    void opensWhatIsDropped();
    void neverFetchesAnAddress();
    void opensWhatIsPasted();
    void refusesABrokenFileAndKeepsThePicture();
    void undoesAndRedoes();
    void writesToTheFolder();
    void showsAConflictAndReplaces();
    void restoresWhatWasThere();
    void savesNineSizes();
    void namesEveryControl();

private:
    void open(const QImage &image);
    void uploadAndWait();
    QAbstractButton *button(const QString &name) const;
    QString notice() const { return m_page->findChild<Notice *>()->sentence(); }
    QString text() const;
    QString stored() const { return m_dir->filePath(QStringLiteral("photos/amy.jpg")); }
    QByteArray storedBytes() const;

    Theme m_theme;
    QThreadPool m_workers;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<SqlLedger> m_ledger;
    std::unique_ptr<Organisation> m_organisation;
    std::unique_ptr<PictureSession> m_picture;
    std::unique_ptr<UploadSession> m_upload;
    std::unique_ptr<PhotoPage> m_page;
};

void PhotoPageTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_dir->path()).mkdir(QStringLiteral("photos")));
    auto opening = SqlLedger::open(m_dir->filePath(QStringLiteral("ledger.sqlite")));
    QVERIFY(opening);
    m_ledger = std::move(opening->ledger);
    m_organisation = std::make_unique<Organisation>();
    m_organisation->id = QStringLiteral("test");
    FolderSettings settings;
    settings.path = m_dir->filePath(QStringLiteral("photos"));
    m_organisation->stores.push_back(
        std::make_unique<FolderStore>(StoreId {Workload::Folder, QStringLiteral("folder")},
            QStringLiteral("Photo folder"), settings, m_workers));
    m_picture = std::make_unique<PictureSession>(m_workers);
    m_upload = std::make_unique<UploadSession>(*m_organisation, *m_ledger, m_workers);
    Person amy;
    amy.keys.key = QStringLiteral("amy");
    amy.displayName = QStringLiteral("Amy Alberts");
    m_upload->setPerson(amy);
    m_page = std::make_unique<PhotoPage>(*m_picture, *m_upload, m_workers, m_theme);
    m_page->resize(1280, 780);
    m_page->show();
    m_upload->refresh();
    QTRY_VERIFY(m_upload->offers().constFirst().currentKnown);
}

void PhotoPageTest::cleanup()
{
    m_page.reset();
    m_upload.reset();
    m_picture.reset();
    m_workers.waitForDone();
    m_organisation.reset();
    m_ledger.reset();
}

void PhotoPageTest::open(const QImage &image)
{
    QFile file(m_dir->filePath(QStringLiteral("portrait.png")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(encodedAs(image, "PNG"));
    file.close();
    QSignalSpy changed(m_picture.get(), &PictureSession::pictureChanged);
    m_page->openFile(file.fileName());
    QTRY_COMPARE(changed.size(), 1);
}

QAbstractButton *PhotoPageTest::button(const QString &name) const
{
    for (QAbstractButton *one : m_page->findChildren<QAbstractButton *>()) {
        QString said = one->accessibleName().isEmpty() ? one->text() : one->accessibleName();
        said.remove(QLatin1Char('&'));
        if (one->isVisible()
            && QRegularExpression(QRegularExpression::anchoredPattern(name)).match(said).hasMatch())
            return one;
    }
    return nullptr;
}

QString PhotoPageTest::text() const
{
    QStringList texts;
    for (const QLabel *label : m_page->findChildren<QLabel *>()) {
        if (label->isVisible())
            texts += label->text();
    }
    return texts.join(QLatin1Char('\n'));
}

QByteArray PhotoPageTest::storedBytes() const
{
    QFile file(stored());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void PhotoPageTest::uploadAndWait()
{
    QTRY_VERIFY(button(QStringLiteral("Upload")) && button(QStringLiteral("Upload"))->isEnabled());
    QSignalSpy finished(m_upload.get(), &UploadSession::finished);
    QTest::mouseClick(button(QStringLiteral("Upload")), Qt::LeftButton);
    QTRY_COMPARE(finished.size(), 1);
}

void PhotoPageTest::invitesWhenEmpty()
{
    QVERIFY(text().contains(QStringLiteral("Drop a picture here, paste one, or open a file")));
    QVERIFY(!button(QStringLiteral("Upload"))->isEnabled());
    QVERIFY(button(QStringLiteral("Open…")));
}

void PhotoPageTest::opensAFileAndShowsEverySize()
{
    QSignalSpy opened(m_page.get(), &PhotoPage::fileOpened);
    open(drawnPortrait({1200, 1500}));
    QCOMPARE(opened.size(), 1);
    QVERIFY(!m_page->findChild<PhotoCover *>()->isVisible());
    const QList<LadderTile *> tiles = m_page->findChildren<LadderTile *>();
    const auto complete = [&tiles](auto has) { return std::all_of(tiles.begin(), tiles.end(), has); };
    QTRY_VERIFY(
        complete([](const LadderTile *tile) { return tile->pixels().width() == tile->photoSize().edge(); }));
    QTRY_VERIFY(complete(
        [](const LadderTile *tile) { return tile->accessibleName().contains(QStringLiteral("KB")); }));
}

void PhotoPageTest::opensWhatIsDropped()
{
    QMimeData data;
    data.setUrls({QUrl(QStringLiteral("https://example.org/face.jpg"))});
    data.setImageData(drawnPortrait({800, 800}));
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_page.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_page.get(), &drop);
    QTRY_VERIFY(m_picture->hasPicture());
    QCOMPARE(m_picture->uprightSize(), QSize(800, 800));
}

void PhotoPageTest::neverFetchesAnAddress()
{
    QMimeData data;
    data.setUrls({QUrl(QStringLiteral("https://example.org/face.jpg"))});
    m_page->offer(data);
    QVERIFY(notice().contains(QStringLiteral("only the address")));
    QVERIFY(!m_picture->isOpening());
}

void PhotoPageTest::opensWhatIsPasted()
{
    QGuiApplication::clipboard()->setImage(drawnPortrait({700, 900}));
    QTest::mouseClick(button(QStringLiteral("Paste")), Qt::LeftButton);
    QTRY_VERIFY(m_picture->hasPicture());
    QCOMPARE(m_picture->uprightSize(), QSize(700, 900));
}

void PhotoPageTest::refusesABrokenFileAndKeepsThePicture()
{
    open(drawnPortrait({900, 900}));
    QFile broken(m_dir->filePath(QStringLiteral("broken.jpg")));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("this is no picture at all");
    broken.close();
    QSignalSpy refused(m_picture.get(), &PictureSession::refused);
    m_page->openFile(broken.fileName());
    QTRY_COMPARE(refused.size(), 1);
    QVERIFY2(notice().contains(QStringLiteral("not a picture")), qPrintable(notice()));
    QCOMPARE(m_picture->uprightSize(), QSize(900, 900));
    QVERIFY(m_page->findChild<CropCanvas *>()->hasPicture());
}

void PhotoPageTest::undoesAndRedoes()
{
    open(drawnPortrait({900, 900}));
    QVERIFY(!button(QStringLiteral("Undo"))->isEnabled());
    auto *canvas = m_page->findChild<CropCanvas *>();
    QCOMPARE(m_page->window()->focusWidget(), canvas); // whoever opens a picture goes on with it
    QTest::mouseClick(button(QStringLiteral("Turn right")), Qt::LeftButton);
    canvas->setFocus();
    QTest::keyClick(canvas, Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_picture->undoStack().count(), 2);
    QTest::mouseClick(button(QStringLiteral("Undo")), Qt::LeftButton);
    QCOMPARE(button(QStringLiteral("Undo"))->toolTip(), QStringLiteral("Undo: Turn right (Ctrl+Z)"));
    QTest::mouseClick(button(QStringLiteral("Undo")), Qt::LeftButton);
    QCOMPARE(button(QStringLiteral("Undo"))->toolTip(), QStringLiteral("Undo (Ctrl+Z)"));
    QVERIFY(button(QStringLiteral("Redo"))->toolTip().startsWith(QStringLiteral("Redo: Turn right (Ctrl+")));
    QVERIFY(m_picture->recipe() == PhotoRecipe());
    QVERIFY(canvas->recipe() == PhotoRecipe());
    QTest::mouseClick(button(QStringLiteral("Redo")), Qt::LeftButton);
    QCOMPARE(canvas->recipe().quarterTurns, 1);
}

void PhotoPageTest::writesToTheFolder()
{
    open(drawnPortrait({1200, 1500}));
    uploadAndWait();
    QVERIFY(text().contains(QStringLiteral("saved and read back")));
    const QImage written = QImage::fromData(storedBytes());
    QCOMPARE(written.size(), QSize(648, 648));
}

void PhotoPageTest::showsAConflictAndReplaces()
{
    open(drawnPortrait({1200, 1500}));
    QTRY_VERIFY(button(QStringLiteral("Upload"))->isEnabled());
    const QByteArray theirs = encodedAs(drawnPortrait({96, 96}, Qt::darkGreen), "JPEG");
    QFile file(stored());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(theirs);
    file.close();
    uploadAndWait();
    QCOMPARE(storedBytes(), theirs);
    QVERIFY(text().contains(QStringLiteral("there now")));
    QSignalSpy finished(m_upload.get(), &UploadSession::finished);
    QTest::mouseClick(button(QStringLiteral("Replace it in Photo folder")), Qt::LeftButton);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(QImage::fromData(storedBytes()).size(), QSize(648, 648));
}

void PhotoPageTest::restoresWhatWasThere()
{
    open(drawnPortrait({1200, 1500}));
    uploadAndWait();
    const QByteArray first = storedBytes();
    QTest::mouseClick(button(QStringLiteral("Mirror")), Qt::LeftButton);
    QTest::mouseClick(button(QStringLiteral("Turn right")), Qt::LeftButton);
    uploadAndWait();
    QVERIFY(storedBytes() != first);
    QTest::mouseClick(button(QStringLiteral("History")), Qt::LeftButton);
    QSignalSpy finished(m_upload.get(), &UploadSession::finished);
    QTest::mouseClick(button(QStringLiteral("Restore what Photo folder had.*")), Qt::LeftButton);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(storedBytes(), first);
}

void PhotoPageTest::savesNineSizes()
{
    open(drawnPortrait({1200, 1500}));
    const QString folder = m_dir->filePath(QStringLiteral("sizes"));
    QVERIFY(QDir().mkpath(folder));
    m_page->saveSizes(folder);
    QTRY_VERIFY(notice().contains(QStringLiteral("sizes")));
    for (const int edge : PhotoSize::ladder) {
        const QImage size(QDir(folder).filePath(QStringLiteral("%1.jpg").arg(edge)));
        QCOMPARE(size.size(), QSize(edge, edge));
    }
}

void PhotoPageTest::asksForAFileWhereTheNewestWas()
{
    const QString newest = m_dir->filePath(QStringLiteral("newest"));
    QVERIFY(QDir().mkpath(newest));
    QVERIFY(drawnPortrait({400, 400}).save(newest + QStringLiteral("/me.png")));
    m_page->setRecentFiles({newest + QStringLiteral("/me.png"), m_dir->filePath(QStringLiteral("old.png"))});
    m_page->chooseFile();
    const auto *dialog = m_page->findChild<QFileDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->directory().canonicalPath(), QFileInfo(newest).canonicalFilePath());
    dialog->findChild<QLineEdit *>()->setText(QStringLiteral("me.png"));
    QTest::keyClick(dialog->findChild<QLineEdit *>(), Qt::Key_Return);
    QTRY_VERIFY(m_picture->hasPicture());
}

void PhotoPageTest::namesEveryControl()
{
    open(drawnPortrait({900, 900}));
    for (const QAbstractButton *one : m_page->findChildren<QAbstractButton *>()) {
        if (one->focusPolicy() != Qt::NoFocus)
            QVERIFY2(
                !one->accessibleName().isEmpty() || !one->text().isEmpty(), one->metaObject()->className());
    }
}

QTEST_MAIN(PhotoPageTest)
#include "tst_photopage.moc"
