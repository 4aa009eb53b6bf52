// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/support/fakehouse.h"
#include "ui/common/theme.h"
#include "ui/people/peoplesearchpage.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace likeness;

namespace {

/// Answers with two pages, the second when it is asked for with the cookie of the first.
class PagedDirectory final : public Directory
{
public:
    JobPtr<PeoplePage> find(const QString &, int, const QByteArray &cookie) override
    {
        PeoplePage page;
        for (int i = 0; i < 50; ++i)
            page.people << inventedPerson(QStringLiteral("%1 %2")
                                              .arg(QLatin1Char(cookie.isEmpty() ? 'B' : 'A'))
                                              .arg(i, 2, 10, QLatin1Char('0')),
                {});
        if (cookie.isEmpty())
            page.cookie = "next";
        return readyJob<PeoplePage>(page);
    }
    JobPtr<Person> person(const QString &) override { return readyJob<Person>(Error {Errc::NotFound}); }
};

/// One of its parts fails, another is late.
class LateDirectory final : public Directory
{
public:
    JobPtr<PeoplePage> find(const QString &text, int, const QByteArray &cookie) override
    {
        words << text + QLatin1Char('@') + QString::fromLatin1(cookie);
        PeoplePage page;
        page.people = {inventedPerson(QLatin1String(cookie.isEmpty() ? "Amy Alberts" : "Ann Bell"), {})};
        if (cookie.isEmpty()) {
            page.cookie = "next";
            page.notes = {{PeopleNote::Kind::Failed, QStringLiteral("Mail"), Error {Errc::Offline}},
                {PeopleNote::Kind::Late, QStringLiteral("Cloud")}};
        }
        return readyJob<PeoplePage>(page);
    }
    JobPtr<Person> person(const QString &) override { return readyJob<Person>(Error {Errc::NotFound}); }

    QStringList words;
};

} // namespace

class PeopleSearchPageTest final : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support)")));
    }
    void cleanup() { m_page.reset(); }
    void findsWhileOneTypes();
    void listsByName();
    void theKeyboardChooses();
    void laterPagesComeBelow();
    void triesAgain();
    void saysWhenNobodyIsFound();
    void saysWhoIsMissing();
    void explainsTwoWhoLookAlike();
    void namesStandBesideTheFace();

private:
    void open(Directory &directory)
    {
        m_page = std::make_unique<PeopleSearchPage>(&directory, m_theme);
        m_page->resize(800, 600);
        m_page->show();
    }
    QLineEdit *words() const { return m_page->findChild<QLineEdit *>(); }
    QStringList names() const
    {
        QStringList names;
        const QAbstractItemModel *model = m_page->findChild<QListView *>()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            names += model->index(row, 0).data().toString();
        return names;
    }
    bool says(const QString &text) const
    {
        const QList<QLabel *> labels = m_page->findChildren<QLabel *>();
        return std::ranges::any_of(labels,
            [&text](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
    }

    Theme m_theme;
    std::unique_ptr<PeopleSearchPage> m_page;
};

void PeopleSearchPageTest::findsWhileOneTypes()
{
    FakeDirectory directory;
    directory.people
        = {inventedPerson(QStringLiteral("Amy Alberts"), {}), inventedPerson(QStringLiteral("Bo Lind"), {})};
    open(directory);
    QTest::keyClicks(words(), QStringLiteral("bo"));
    QTRY_COMPARE(names(), QStringList {QStringLiteral("Bo Lind")});
    QCOMPARE(directory.asked, QStringList {QStringLiteral("bo")}); // once for both letters
}

void PeopleSearchPageTest::listsByName()
{
    FakeDirectory directory;
    for (const char16_t *name : {u"Zoë Angström", u"Zbigniew Żak", u"zack Smith", u"Zoe Abbot"})
        directory.people << inventedPerson(QString::fromUtf16(name), {});
    open(directory);
    m_page->searchFor(QStringLiteral("z"));
    const QStringList expected {QStringLiteral("zack Smith"), QStringLiteral("Zbigniew Żak"),
        QStringLiteral("Zoe Abbot"), QStringLiteral("Zoë Angström")};
    QTRY_COMPARE(names(), expected);
}

void PeopleSearchPageTest::theKeyboardChooses()
{
    FakeDirectory directory;
    directory.people
        = {inventedPerson(QStringLiteral("Amy Alberts"), {}), inventedPerson(QStringLiteral("Ann Bell"), {})};
    open(directory);
    QSignalSpy chosen(m_page.get(), &PeopleSearchPage::chosen);
    QTest::keyClicks(words(), QStringLiteral("a"));
    QTRY_COMPARE(names().size(), 2);
    QTest::keyClick(words(), Qt::Key_Down);
    QTest::keyClick(words(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.constFirst().constFirst().value<Person>().displayName, QStringLiteral("Ann Bell"));
}

void PeopleSearchPageTest::laterPagesComeBelow()
{
    PagedDirectory directory;
    open(directory);
    m_page->searchFor(QStringLiteral("x"));
    QTRY_COMPARE(names().size(), 50);
    auto *list = m_page->findChild<QListView *>();
    QTest::keyClick(list, Qt::Key_End);
    QTRY_COMPARE(names().size(), 100);
    QCOMPARE(names().constFirst(), QStringLiteral("B 00")); // what was there has not moved
    QCOMPARE(names().at(50), QStringLiteral("A 00"));
}

void PeopleSearchPageTest::triesAgain()
{
    FakeDirectory directory;
    directory.people = {inventedPerson(QStringLiteral("Amy Alberts"), {})};
    directory.failure = Error {Errc::Offline};
    open(directory);
    m_page->searchFor(QStringLiteral("amy"));
    QTRY_VERIFY(says(QStringLiteral("cannot be reached")));
    directory.failure.reset();
    for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == QStringLiteral("Retry"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_COMPARE(names(), QStringList {QStringLiteral("Amy Alberts")});
}

void PeopleSearchPageTest::saysWhenNobodyIsFound()
{
    FakeDirectory directory;
    open(directory);
    QVERIFY(says(QStringLiteral("Whose photo?")));
    m_page->searchFor(QStringLiteral("q"));
    QTRY_VERIFY(says(QStringLiteral("Nobody found")));
}

void PeopleSearchPageTest::saysWhoIsMissing()
{
    LateDirectory directory;
    open(directory);
    m_page->searchFor(QStringLiteral("a"));
    QTRY_VERIFY(says(QStringLiteral("Mail cannot be reached. People known only to Mail are missing here.")));
    QTRY_COMPARE(names(), (QStringList {QStringLiteral("Amy Alberts"), QStringLiteral("Ann Bell")}));
    QVERIFY(!says(QStringLiteral("has not answered yet"))); // it was waited for
    QVERIFY(says(QStringLiteral("Mail cannot be reached")));
    QCOMPARE(directory.words, (QStringList {QStringLiteral("a@"), QStringLiteral("a@next")}));
}

void PeopleSearchPageTest::explainsTwoWhoLookAlike()
{
    FakeDirectory directory;
    Person amy = inventedPerson(QStringLiteral("Amy Alberts"), {});
    amy.source = QStringLiteral("Active Directory");
    amy.doubts = {{PersonDoubt::Why::OtherAccount, QStringLiteral("amy@contoso.example"),
        QStringLiteral("Amy (cloud)"), QStringLiteral("Microsoft 365")}};
    Person ann = inventedPerson(QStringLiteral("Ann Bell"), {});
    ann.source = QStringLiteral("Active Directory");
    ann.alsoIn = {QStringLiteral("Microsoft 365"), QStringLiteral("Exchange")};
    directory.people = {amy, ann};
    open(directory);
    m_page->searchFor(QStringLiteral("a"));
    QTRY_COMPARE(names().size(), 2);
    const QAbstractItemModel *model = m_page->findChild<QListView *>()->model();
    const QString why
        = QStringLiteral("Two accounts share amy@contoso.example: this one and that of Amy (cloud) "
                         "in Microsoft 365. Their ids differ, so they are listed apart.");
    QCOMPARE(
        model->index(0, 0).data(Qt::ToolTipRole).toString(), QStringLiteral("In Active Directory.\n") + why);
    QVERIFY(model->index(0, 0).data(Qt::AccessibleTextRole).toString().endsWith(why));
    QCOMPARE(model->index(1, 0).data(Qt::ToolTipRole).toString(),
        QStringLiteral("In Active Directory, also in Microsoft 365, Exchange."));
    if (qEnvironmentVariableIsSet("LIKENESS_PICTURES"))
        m_page->grab().save(qEnvironmentVariable("LIKENESS_PICTURES") + QStringLiteral("/people-alike.png"));
}

/// Also where the page runs from right to left and the names do not.
void PeopleSearchPageTest::namesStandBesideTheFace()
{
    FakeDirectory directory;
    directory.people = {inventedPerson(QStringLiteral("Bo Lind"), {})};
    open(directory);
    QTest::keyClicks(words(), QStringLiteral("bo"));
    QTRY_COMPARE(names().size(), 1);
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        m_page->setLayoutDirection(direction);
        auto *list = m_page->findChild<QListView *>();
        const QRect row = list->visualRect(list->model()->index(0, 0));
        const QImage image = list->viewport()->grab(row).toImage();
        const QRgb ground = image.pixel(image.width() / 2, image.height() / 2);
        // the middle, where neither a face nor a badge is
        int inked[2] {0, 0};
        for (int x = 60; x < image.width() - 60; ++x) {
            for (int y = 4; y < image.height() - 4; ++y)
                inked[x < image.width() / 2 ? 0 : 1] += image.pixel(x, y) != ground;
        }
        const bool mirrored = direction == Qt::RightToLeft;
        QVERIFY(inked[mirrored ? 1 : 0] > 50);
        QCOMPARE(inked[mirrored ? 0 : 1], 0);
    }
}

QTEST_MAIN(PeopleSearchPageTest)
#include "tst_peoplesearchpage.moc"
