// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/sqlledger.h"
#include "services/sandbox/portraitpainter.h"
#include "tests/support/fakes/scriptedstore.h"
#include "tests/ui/photo/portrait.h"
#include "ui/common/notice.h"
#include "ui/common/theme.h"
#include "ui/photo/photopage.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPainter>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace likeness;
using Stage = StoreProgress::Stage;
using Verb = ScriptedStore::Verb;

namespace {

const StoreId firstId {Workload::ActiveDirectory, QStringLiteral("first")};
const StoreId secondId {Workload::ActiveDirectory, QStringLiteral("second")};

ScriptedStore &addedStore(Organisation &organisation, const StoreId &id)
{
    StoreTraits traits;
    traits.title = id.instance;
    traits.writes = *PhotoSize::of(96);
    traits.byteBudget = 10'240;
    traits.byteLimit = 102'400;
    auto store = std::make_unique<ScriptedStore>(id, traits);
    ScriptedStore &added = *store;
    organisation.stores.push_back(std::move(store));
    return added;
}

/// Side by side; the first is the larger.
QImage severalFaces(int count)
{
    QImage image(1000 * std::max(count, 1), 1200, QImage::Format_RGB32);
    image.fill(QColor(0xd8, 0xd5, 0xcd));
    QPainter painter(&image);
    for (int i = 0; i < count; ++i) {
        const int edge = 1000 - 150 * i;
        painter.drawImage(
            1000 * i, 1200 - edge, paintedPortrait(lookOf(QStringLiteral("bo.lind")), {QSize(edge, edge)}));
    }
    return image;
}

} // namespace

/// The page while stores are slow or fail, and its face search: two scripted stores, a real ledger.
class PhotoPageRunsTest final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void cancelsBetweenTwoStores();
    void triesAgainWhatFailed();
    void takesBackWhatIsNoLongerShown();
    void framesTheFaceAndOffersTheOthers();
    void centresWhereThereIsNoFace();

private:
    void open(const QImage &image);
    QAbstractButton *button(const QString &name) const;
    void press(const QString &name) const { QTest::mouseClick(button(name), Qt::LeftButton); }
    bool canPress(const QString &name) const { return button(name) && button(name)->isEnabled(); }
    QString notice() const { return m_page->findChild<Notice *>()->sentence(); }

    Theme m_theme;
    QThreadPool m_workers;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<SqlLedger> m_ledger;
    std::unique_ptr<Organisation> m_organisation;
    std::unique_ptr<PictureSession> m_picture;
    std::unique_ptr<UploadSession> m_upload;
    std::unique_ptr<PhotoPage> m_page;
    ScriptedStore *m_first = nullptr;
    ScriptedStore *m_second = nullptr;
};

void PhotoPageRunsTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    m_dir = std::make_unique<QTemporaryDir>();
    auto opening = SqlLedger::open(m_dir->filePath(QStringLiteral("ledger.sqlite")));
    QVERIFY(opening);
    m_ledger = std::move(opening->ledger);
    m_organisation = std::make_unique<Organisation>();
    m_organisation->id = QStringLiteral("test");
    m_first = &addedStore(*m_organisation, firstId);
    m_second = &addedStore(*m_organisation, secondId);
    m_picture = std::make_unique<PictureSession>(m_workers);
    m_upload = std::make_unique<UploadSession>(*m_organisation, *m_ledger, m_workers);
    Person amy;
    amy.keys.key = QStringLiteral("amy");
    m_upload->setPerson(amy);
    m_page = std::make_unique<PhotoPage>(*m_picture, *m_upload, m_workers, m_theme);
    m_page->resize(1280, 780);
    m_page->show();
    m_upload->refresh();
}

void PhotoPageRunsTest::cleanup()
{
    m_page.reset();
    m_upload.reset();
    m_picture.reset();
    m_workers.waitForDone();
    m_organisation.reset();
    m_ledger.reset();
}

void PhotoPageRunsTest::open(const QImage &image)
{
    const QString path = m_dir->filePath(QStringLiteral("picture.png"));
    QVERIFY(image.save(path));
    m_page->openFile(path);
    QTRY_VERIFY(canPress(QStringLiteral("Upload")));
}

QAbstractButton *PhotoPageRunsTest::button(const QString &name) const
{
    for (QAbstractButton *one : m_page->findChildren<QAbstractButton *>()) {
        QString said = one->accessibleName().isEmpty() ? one->text() : one->accessibleName();
        said.remove(QLatin1Char('&'));
        if (one->isVisible() && said == name)
            return one;
    }
    return nullptr;
}

void PhotoPageRunsTest::cancelsBetweenTwoStores()
{
    open(drawnPortrait({900, 900}));
    m_first->hold(Verb::Write);
    press(QStringLiteral("Upload"));
    QTRY_COMPARE(m_upload->progress(firstId).stage, Stage::Writing);
    QVERIFY(canPress(QStringLiteral("Cancel")));
    press(QStringLiteral("Cancel"));
    m_first->release();
    QTRY_VERIFY(!m_upload->isRunning());
    QCOMPARE(m_upload->progress(firstId).stage, Stage::Done); // what had begun is finished and verified
    QVERIFY(m_first->held);
    QCOMPARE(m_upload->progress(secondId).stage, Stage::Cancelled);
    QVERIFY(!m_second->held);
    QTRY_VERIFY(canPress(QStringLiteral("Upload"))); // for the rest
    press(QStringLiteral("Upload"));
    QTRY_COMPARE(m_upload->progress(secondId).stage, Stage::Done);
    QVERIFY(m_second->held);
}

void PhotoPageRunsTest::triesAgainWhatFailed()
{
    open(drawnPortrait({900, 900}));
    m_second->failNext(Verb::Write, Errc::Offline);
    press(QStringLiteral("Upload"));
    QTRY_COMPARE(m_upload->progress(secondId).stage, Stage::Failed);
    QTRY_VERIFY(!m_upload->isRunning());
    QCOMPARE(m_upload->progress(firstId).stage, Stage::Done);
    const ExpectedPhoto written = m_first->held;
    press(QStringLiteral("Retry second"));
    QTRY_COMPARE(m_upload->progress(secondId).stage, Stage::Done);
    QCOMPARE(m_second->held, written);
}

void PhotoPageRunsTest::takesBackWhatIsNoLongerShown()
{
    open(drawnPortrait({900, 900}));
    QVERIFY(m_upload->plan().steps.constFirst().writes);
    press(QStringLiteral("Turn right"));
    QVERIFY(!m_page->isSettled());
    QVERIFY(!m_upload->plan().steps.constFirst().writes);
    QVERIFY(!canPress(QStringLiteral("Upload")));
    QTRY_VERIFY(m_page->isSettled());
    QTRY_VERIFY(canPress(QStringLiteral("Upload")));
}

void PhotoPageRunsTest::framesTheFaceAndOffersTheOthers()
{
    open(severalFaces(2));
    press(QStringLiteral("Frame the face"));
    QTRY_VERIFY(m_picture->undoStack().canUndo() || notice().contains(QStringLiteral("not available")));
    if (notice().contains(QStringLiteral("not available")))
        QSKIP("Built without OpenCV, or opencv-data is not installed.");
    QVERIFY2(notice().contains(QStringLiteral("Face 1 of 2")), qPrintable(notice()));
    const CropSquare largest = m_picture->recipe().cropIn(m_picture->uprightSize());
    QVERIFY(largest.rect().center().x() < 1000);
    press(QStringLiteral("Frame the face"));
    QVERIFY2(notice().contains(QStringLiteral("Face 2 of 2")), qPrintable(notice()));
    const CropSquare other = m_picture->recipe().cropIn(m_picture->uprightSize());
    QVERIFY(other.rect().center().x() > 1000);
    QVERIFY(other.edge() < largest.edge());
    press(QStringLiteral("Undo"));
    QCOMPARE(m_picture->recipe().cropIn(m_picture->uprightSize()).rect(), largest.rect());
}

void PhotoPageRunsTest::centresWhereThereIsNoFace()
{
    open(severalFaces(0));
    press(QStringLiteral("Frame the face"));
    QTRY_VERIFY(!notice().isEmpty());
    if (notice().contains(QStringLiteral("not available")))
        QSKIP("Built without OpenCV, or opencv-data is not installed.");
    QVERIFY2(notice().contains(QStringLiteral("The crop is centred")), qPrintable(notice()));
    QCOMPARE(m_picture->recipe().cropIn(m_picture->uprightSize()).rect(), QRect(0, 100, 1000, 1000));
}

QTEST_MAIN(PhotoPageRunsTest)
#include "tst_photopageruns.moc"
