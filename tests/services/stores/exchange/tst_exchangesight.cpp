// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/exchange/exchangestore.h"
#include "tests/support/fakes/scriptedtransport.h"
#include "tests/support/flatpictures.h"
#include "tests/support/jobs.h"

#include <QRegularExpression>
#include <QTest>
#include <QUrlQuery>
#include <map>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

namespace {

const PersonKeys ada {u"ada.reyes"_s, {}, u"ada@corp.contoso.com"_s, u"ada.reyes@contoso.com"_s, {}};

EncodedPhoto redSquare(int edge)
{
    return EncodedPhoto::of(flatPicture({edge, edge}, Qt::red), {edge, edge});
}

} // namespace

/// What the board is told of a mailbox: in three sizes, conditionally, and whether somebody removed it.
class tst_ExchangeSight final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void seesThreeSizes();
    void sendsOnlyWhatChanged();
    void seesNone();
    void seesThatItWasRemoved();
    void bySoapWhereGetIsMissing();
    void failsAsAWhole();

private:
    QStringList asked() const;
    Result<StoreSight> seen(const StoreSight &known = {});

    std::map<QString, HttpReply> m_answers; ///< by size; else 404
    std::shared_ptr<ScriptedTransport> m_transport;
    std::unique_ptr<ExchangeStore> m_store;
};

void tst_ExchangeSight::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_answers.clear();
    for (const int edge : {48, 96, 648}) {
        const QByteArray tag = '"' + QByteArray::number(edge) + " v1\"";
        m_answers[u"HR%1x%1"_s.arg(edge)]
            = {200, {{"Content-Type", "image/jpeg"}, {"ETag", tag}}, redSquare(edge).bytes};
    }
    m_transport
        = std::make_shared<ScriptedTransport>([this](const HttpRequest &request) -> Result<HttpReply> {
              const auto found
                  = m_answers.find(QUrlQuery(request.url).queryItemValue(u"size"_s, QUrl::FullyDecoded));
              if (found == m_answers.end())
                  return HttpReply {404, {}, {}};
              const auto tag = headerOf(request.headers, "If-None-Match");
              if (tag && tag == found->second.header("ETag"))
                  return HttpReply {304, {{"ETag", *tag}}, {}};
              return found->second;
          });
    m_store = std::make_unique<ExchangeStore>(StoreId {Workload::Exchange, u"ex"_s}, u"Exchange"_s,
        ExchangeSettings {QUrl(u"https://mail.contoso.com/EWS/Exchange.asmx"_s)}, m_transport);
}

QStringList tst_ExchangeSight::asked() const
{
    QStringList sizes;
    for (const HttpRequest &request : m_transport->requests)
        sizes.append(QUrlQuery(request.url).queryItemValue(u"size"_s));
    return sizes;
}

Result<StoreSight> tst_ExchangeSight::seen(const StoreSight &known)
{
    m_transport->requests.clear();
    return outcome(m_store->see(ada, known));
}

void tst_ExchangeSight::seesThreeSizes()
{
    const auto sight = seen();
    QVERIFY(sight);
    QCOMPARE(asked(), (QStringList {u"HR648x648"_s, u"HR96x96"_s, u"HR48x48"_s}));
    QCOMPARE(sight->served.size(), 3);
    QCOMPARE(sight->served[0].asked, 648);
    QCOMPARE(sight->served[0].photo, redSquare(648));
    QCOMPARE(sight->served[2].asked, 48);
    QCOMPARE(sight->signs, Signs());
    QCOMPARE(sight->evidence.size(), 3);
    QVERIFY(sight->evidence[0].startsWith(u"GetUserPhoto HR648x648: 648 × 648, "_s));
}

void tst_ExchangeSight::sendsOnlyWhatChanged()
{
    const auto first = seen();
    QVERIFY(first);
    m_answers[u"HR96x96"_s].body = flatPicture({96, 96}, Qt::blue);
    m_answers[u"HR96x96"_s].headers[1].second = "\"96 v2\"";
    const auto second = seen(*first);
    QVERIFY(second);
    QCOMPARE(second->served[0].photo, first->served[0].photo);
    QVERIFY(second->served[1].photo != first->served[1].photo);
    QCOMPARE(second->served[2].photo, first->served[2].photo);
    QVERIFY(second->evidence[0].contains(u"(unchanged)"_s));
    QVERIFY(!second->evidence[1].contains(u"(unchanged)"_s));
    const auto third = seen(*second);
    QVERIFY(third);
    QCOMPARE(third->evidence.filter(u"(unchanged)"_s).size(), 3);
    QCOMPARE(third->tag, second->tag);
}

void tst_ExchangeSight::seesNone()
{
    QVERIFY(seen()); // before GET has worked, its 404 says nothing
    m_answers.clear();
    const auto sight = seen();
    QVERIFY(sight);
    QVERIFY(sight->served.isEmpty());
    QVERIFY(sight->tag.isEmpty());
    QCOMPARE(sight->signs, Signs());
}

void tst_ExchangeSight::seesThatItWasRemoved()
{
    QVERIFY(seen());
    m_answers.erase(u"HR648x648"_s);
    m_answers.erase(u"HR96x96"_s);
    const auto sight = seen();
    QVERIFY(sight);
    QCOMPARE(asked(), (QStringList {u"HR648x648"_s, u"HR48x48"_s}));
    QVERIFY(sight->served.isEmpty());
    QCOMPARE(sight->signs, Signs(Sign::RemovedOnPurpose));
    QVERIFY(sight->evidence.last().contains(u"out of the directory"_s));
}

void tst_ExchangeSight::bySoapWhereGetIsMissing()
{
    m_answers.clear();
    const QByteArray photo = redSquare(96).bytes;
    m_answers[QString()] = {200, {{"Content-Type", "text/xml"}},
        "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
        "<GetUserPhotoResponse ResponseClass=\"Success\" "
        "xmlns=\"http://schemas.microsoft.com/exchange/services/2006/messages\">"
        "<ResponseCode>NoError</ResponseCode><HasChanged>true</HasChanged><PictureData>"
            + photo.toBase64() + "</PictureData></GetUserPhotoResponse></s:Body></s:Envelope>"};
    const auto sight = seen();
    QVERIFY2(sight, sight ? "" : qPrintable(sight.error().detail));
    QCOMPARE(sight->served.size(), 3);
    QCOMPARE(sight->served[0].photo.bytes, photo);
    QVERIFY(sight->tag.isEmpty());
}

void tst_ExchangeSight::failsAsAWhole()
{
    m_answers[u"HR48x48"_s] = {401, {}, {}};
    const auto sight = seen();
    QVERIFY(!sight);
    QCOMPARE(sight.error().code, Errc::SignInNeeded);
    const auto nobody = outcome(m_store->see({u"ada"_s, {}, {}, {}, {}}, {}));
    QCOMPARE(nobody.error().code, Errc::NotFound);
}

QTEST_GUILESS_MAIN(tst_ExchangeSight)
#include "tst_exchangesight.moc"
