// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/skype/ucwa.h"
#include "tests/support/exchanges.h"
#include "tests/support/flatpictures.h"

#include <QTest>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

namespace {

const QUrl rootAddress(u"https://lyncdiscover.example.org/"_s);
const QUrl applicationsAddress(u"https://web.example.org/ucwa/oauth/v1/applications"_s);
const QUrl searchAddress(u"https://web.example.org/ucwa/oauth/v1/applications/105/people/search"_s);
const QUrl contactAddress(
    u"https://web.example.org/ucwa/oauth/v1/applications/105/people/282/contactPhoto"_s);

HttpReply recorded(const QString &name, const QByteArray &body = {})
{
    HttpReply reply = replyFromText(exchange(u"skype/"_s + name + u".reply.txt"_s));
    if (!body.isEmpty())
        reply.body = body;
    return reply;
}

QByteArray asked(const QString &name)
{
    return exchange(u"skype/"_s + name + u".request.txt"_s);
}

} // namespace

/// What is asked of Skype for Business, and what its answers mean.
class tst_Ucwa : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void asks();
    void followsDiscovery();
    void discoversNothing_data();
    void discoversNothing();
    void nothingAnswersThere();
    void readsTheApplication();
    void findsThePerson_data();
    void findsThePerson();
    void knowsNobody();
    void readsAPhoto();
    void noPhotoIsAnAnswer();
    void refuses_data();
    void refuses();
    void noPicture_data();
    void noPicture();
    void forgottenApplications_data();
    void forgottenApplications();
};

void tst_Ucwa::asks()
{
    QCOMPARE(textOf(ucwa::discoveryRequest(rootAddress)), asked(u"root"_s));
    QCOMPARE(textOf(ucwa::applicationRequest(applicationsAddress, u"a1b2"_s)), asked(u"application"_s));
    QCOMPARE(textOf(ucwa::searchRequest(searchAddress, u"li+x@example.org"_s)), asked(u"search"_s));
    QCOMPARE(textOf(ucwa::photoRequest(contactAddress, 96)), asked(u"photo"_s));
    QVERIFY(!ucwa::applicationRequest(applicationsAddress, {}).isRead()); // never sent twice
}

void tst_Ucwa::followsDiscovery()
{
    const auto root = ucwa::discoveryIn(recorded(u"root"_s), rootAddress);
    QVERIFY2(root, root ? "" : qPrintable(root.error().detail));
    QCOMPARE(root->user.toString(),
        u"https://web.example.org/Autodiscover/AutodiscoverService.svc/root/oauth/user"
        "?originalDomain=example.org"_s);
    QVERIFY(root->redirect.isEmpty() && root->applications.isEmpty());
    const auto user = ucwa::discoveryIn(recorded(u"user"_s), root->user);
    QCOMPARE(user->applications, applicationsAddress);
    const auto redirect = ucwa::discoveryIn(recorded(u"redirect"_s), rootAddress);
    QCOMPARE(redirect->redirect.host(), u"other.example.org"_s);
    const HttpReply moved {.status = 302, .headers = {{"Location", "/elsewhere"}}};
    QCOMPARE(ucwa::discoveryIn(moved, rootAddress)->redirect.toString(),
        u"https://lyncdiscover.example.org/elsewhere"_s);
}

void tst_Ucwa::discoversNothing_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no JSON") << 200 << QByteArray("<html></html>");
    QTest::newRow("a list") << 200 << QByteArray("[]");
    QTest::newRow("no links") << 200 << QByteArray("{}");
    QTest::newRow("links of another shape") << 200 << QByteArray(R"({"_links":[{"user":"x"}]})");
    QTest::newRow("leads nowhere") << 302 << QByteArray();
    QTest::newRow("too long") << 200 << QByteArray("{\"_links\":\"") + QByteArray(2'000'000, 'x') + "\"}";
}

void tst_Ucwa::discoversNothing()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    const auto found = ucwa::discoveryIn({.status = status, .body = body}, rootAddress);
    QVERIFY(!found);
    QCOMPARE(found.error().code, Errc::BadReply);
}

void tst_Ucwa::nothingAnswersThere()
{
    const auto found = ucwa::discoveryIn({.status = 404, .body = "<p>Not found</p>"}, rootAddress);
    QVERIFY(!found);
    QCOMPARE(found.error().code, Errc::BadInput);
}

void tst_Ucwa::readsTheApplication()
{
    const auto application = ucwa::applicationIn(recorded(u"application"_s), applicationsAddress);
    QVERIFY2(application, application ? "" : qPrintable(application.error().detail));
    QCOMPARE(application->addresses, QStringList({u"ada@example.org"_s, u"ada.reyes@example.org"_s}));
    QCOMPARE(application->ownPhoto.toString(),
        u"https://web.example.org/ucwa/oauth/v1/applications/105/photos/Ada.Reyes@example.org"_s);
    QCOMPARE(application->search, searchAddress);
    const auto nobodys = ucwa::applicationIn({.status = 201, .body = "{}"}, applicationsAddress);
    QVERIFY(!nobodys);
    QCOMPARE(nobodys.error().code, Errc::BadReply);
}

void tst_Ucwa::findsThePerson_data()
{
    QTest::addColumn<QString>("reply");
    QTest::addColumn<QString>("address");
    QTest::newRow("by mail address, in another case") << u"search"_s << u"li+x@EXAMPLE.org"_s;
    QTest::newRow("by SIP address") << u"search"_s << u"li@example.org"_s;
    QTest::newRow("one that is no list") << u"search-one"_s << u"li+x@example.org"_s;
}

void tst_Ucwa::findsThePerson()
{
    QFETCH(const QString, reply);
    QFETCH(const QString, address);
    const auto photo = ucwa::contactPhotoIn(recorded(reply), searchAddress, address);
    QVERIFY2(photo, photo ? "" : qPrintable(photo.error().detail));
    QCOMPARE(*photo, contactAddress);
}

void tst_Ucwa::knowsNobody()
{
    for (const QString &reply : {u"search"_s, u"search-none"_s}) {
        const auto photo = ucwa::contactPhotoIn(recorded(reply), searchAddress, u"li.x@example.org"_s);
        QVERIFY(!photo);
        QCOMPARE(photo.error().code, Errc::NotFound);
    }
}

void tst_Ucwa::readsAPhoto()
{
    const QByteArray portrait = flatPicture({96, 96}, Qt::red);
    const auto photo = ucwa::photoIn(recorded(u"photo"_s, portrait));
    QVERIFY2(photo, photo ? "" : qPrintable(photo.error().detail));
    QVERIFY(photo->has_value());
    QCOMPARE((*photo)->bytes, portrait);
    QCOMPARE((*photo)->pixels, QSize(96, 96));
}

void tst_Ucwa::noPhotoIsAnAnswer()
{
    const auto photo = ucwa::photoIn(recorded(u"no-photo"_s));
    QVERIFY(photo && !photo->has_value());
}

void tst_Ucwa::refuses_data()
{
    QTest::addColumn<Errc>("code");
    QTest::newRow("switched-off") << Errc::Forbidden;
    QTest::newRow("old-mailbox") << Errc::Unsupported;
    QTest::newRow("too-many") << Errc::Throttled;
}

void tst_Ucwa::refuses()
{
    QFETCH(const Errc, code);
    const HttpReply reply = recorded(QString::fromLatin1(QTest::currentDataTag()));
    const auto photo = ucwa::photoIn(reply);
    QVERIFY(!photo);
    QCOMPARE(photo.error().code, code);
    QVERIFY(!ucwa::hasForgottenApplication(reply));
    QCOMPARE(ucwa::applicationIn(reply, applicationsAddress).error().code, code);
    QCOMPARE(ucwa::contactPhotoIn(reply, searchAddress, u"x@example.org"_s).error().code, code);
}

void tst_Ucwa::noPicture_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("a page") << QByteArray("text/html") << QByteArray("<p>Sign in</p>");
    QTest::newRow("no JPEG") << QByteArray("image/jpeg") << QByteArray("GIF89a");
    QTest::newRow("nothing") << QByteArray("image/jpeg") << QByteArray();
    QTest::newRow("too large") << QByteArray("image/jpeg") << QByteArray(5'000'000, 'x');
}

void tst_Ucwa::noPicture()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, body);
    const auto photo = ucwa::photoIn({.status = 200, .headers = {{"Content-Type", type}}, .body = body});
    QVERIFY(!photo);
    QCOMPARE(photo.error().code, Errc::BadReply);
}

void tst_Ucwa::forgottenApplications_data()
{
    QTest::addColumn<bool>("forgotten");
    QTest::newRow("forgotten") << true;
    QTest::newRow("expired") << true;
    QTest::newRow("no-photo") << false;
    QTest::newRow("photo") << false;
    QTest::newRow("switched-off") << false;
}

void tst_Ucwa::forgottenApplications()
{
    QFETCH(const bool, forgotten);
    const HttpReply reply = recorded(QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(ucwa::hasForgottenApplication(reply), forgotten);
}

QTEST_GUILESS_MAIN(tst_Ucwa)
#include "tst_ucwa.moc"
