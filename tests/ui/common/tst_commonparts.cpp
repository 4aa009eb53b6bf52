// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/common/buttons.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"
#include "ui/common/segmented.h"
#include "ui/common/stateview.h"
#include "ui/common/text.h"
#include "ui/main/windownotices.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QDirIterator>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

using namespace likeness;

namespace {

QAbstractButton *buttonNamed(const QWidget &root, const QString &text)
{
    for (QAbstractButton *button : root.findChildren<QAbstractButton *>()) {
        if (button->text() == text && button->isVisible())
            return button;
    }
    return nullptr;
}

/// Another language: everything in capitals.
class Shouting : public QTranslator
{
public:
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return QString::fromUtf8(source).toUpper();
    }
    bool isEmpty() const override { return false; }
};

} // namespace

class TestCommonParts : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_theme.applyTo(*qApp); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }

    void everyIconCanBeSeenInEveryTheme()
    {
        QDirIterator icons(QStringLiteral(":/icons"));
        int count = 0;
        for (; icons.hasNext(); ++count) {
            const QString name = QFileInfo(icons.next()).completeBaseName();
            for (const auto kind : {ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::HighContrast}) {
                m_theme.choose(kind);
                const QImage image = themedIcon(m_theme, name).pixmap(QSize(20, 20), 2.0).toImage();
                QCOMPARE(image.size(), QSize(40, 40));
                int inked = 0;
                for (int y = 0; y < image.height(); ++y) {
                    for (int x = 0; x < image.width(); ++x)
                        inked += image.pixelColor(x, y).alpha() > 128;
                }
                QVERIFY2(inked > 20, qPrintable(name));
            }
        }
        QVERIFY(count > 30);
        m_theme.choose(ThemeChoice::System);
    }

    void segmentsMoveByKeysAndMouse()
    {
        SegmentedControl segments;
        segments.addSegment(QStringLiteral("Square"));
        segments.addSegment(QStringLiteral("Round"));
        segments.show();
        QVERIFY(QTest::qWaitForWindowActive(&segments));
        QSignalSpy changed(&segments, &SegmentedControl::currentChanged);
        QCOMPARE(segments.currentIndex(), 0);
        QTest::mouseClick(buttonNamed(segments, QStringLiteral("Round")), Qt::LeftButton);
        QCOMPARE(segments.currentIndex(), 1);
        buttonNamed(segments, QStringLiteral("Round"))->setFocus();
        QTest::keyClick(buttonNamed(segments, QStringLiteral("Round")), Qt::Key_Left);
        QCOMPARE(segments.currentIndex(), 0);
        QCOMPARE(changed.size(), 2);
    }

    void loadingShowsItsSkeletonOnlyWhenSlow()
    {
        StateView view(m_theme);
        view.resize(400, 300);
        QLabel content(QStringLiteral("here"));
        view.setContent(&content);
        view.show();
        view.showLoading();
        view.showContent();
        QVERIFY(content.isVisible());
        content.setParent(nullptr);
    }

    void errorOffersRetryAndDetails()
    {
        StateView view(m_theme);
        view.resize(500, 300);
        view.show();
        QSignalSpy retry(&view, &StateView::retryPressed);
        view.showError(QStringLiteral("No answer"), QStringLiteral("Check the network."),
            {Errc::Offline, QStringLiteral("refused")});
        QVERIFY(view.isShowingError());
        QTest::mouseClick(buttonNamed(view, QStringLiteral("Retry")), Qt::LeftButton);
        QCOMPARE(retry.size(), 1);
        QTest::mouseClick(buttonNamed(view, QStringLiteral("Copy details")), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("refused")));
    }

    void noticeSaysPlainText()
    {
        Notice notice(m_theme);
        notice.say(Notice::Kind::Warning, [] {
            return NoticeWords {QStringLiteral("Order matters."), QStringLiteral("a < b")};
        });
        QVERIFY(notice.findChildren<QLabel *>().last()->text().contains(QStringLiteral("a &lt; b")));
        QVERIFY(!notice.isHidden());
        notice.clear();
        QVERIFY(notice.isHidden());
    }

    void noticesChangeTheirLanguage()
    {
        WindowNotices notices(m_theme);
        notices.add(Notice::Kind::Info, [] { return NoticeWords {{}, QObject::tr("It is saved.")}; });
        const auto *notice = notices.findChild<Notice *>();
        QCOMPARE(notice->sentence(), QStringLiteral("It is saved."));
        Shouting shouting;
        QVERIFY(QCoreApplication::installTranslator(&shouting));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LanguageChange);
        QCOMPARE(notice->sentence(), QStringLiteral("IT IS SAVED."));
        QVERIFY(buttonNamed(notices, QStringLiteral("DISMISS")));
        QVERIFY(notice->findChildren<QLabel *>().last()->text().contains(QStringLiteral("IT IS SAVED.")));
    }

    void typeNeverFallsBelowTwelve()
    {
        for (const TextRole role :
            {TextRole::Title, TextRole::Heading, TextRole::Strong, TextRole::Body, TextRole::Small})
            QVERIFY(textFont(role).pixelSize() >= 12);
    }

private:
    Theme m_theme;
};

QTEST_MAIN(TestCommonParts)
#include "tst_commonparts.moc"
