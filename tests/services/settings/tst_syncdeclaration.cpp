// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/settings/syncdeclaration.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

/// What the board goes by, from an organisation file.
class tst_SyncDeclaration : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void nodes();
    void viewers_data();
    void viewers();
    void everyKeyCounts_data();
    void everyKeyCounts();
    void mistakes_data();
    void mistakes();
    void shipped();
};

namespace {

QByteArray fileWith(const QByteArray &endpoints, const QByteArray &sync)
{
    const QByteArray head = R"({"title": "T", "endpoints": [)" + endpoints + ']';
    if (sync.isEmpty())
        return head + '}';
    return head + R"(, "sync": )" + sync + '}';
}

const QByteArray directoryEndpoint = R"({"kind": "activeDirectory", "name": "ad", "url": "ldaps://dc.test",
    "account": "svc@dc.test"})";
const QByteArray exchangeEndpoint
    = R"({"kind": "exchange", "name": "mail", "url": "https://mail.test/ews/exchange.asmx", "version": "2013"})";
const QByteArray sharePointEndpoint
    = R"({"kind": "sharePoint", "name": "my", "url": "https://my.test", "domain": "LAB", "account": "LAB\\\\svc",
    "importsPhotos": true, "photoExpirationHours": 6, "photoErrorExpirationHours": 2})";

} // namespace

void tst_SyncDeclaration::nodes()
{
    const auto file = OrganisationFile::parse(
        fileWith(directoryEndpoint + ',' + exchangeEndpoint + ',' + sharePointEndpoint, {}));
    QVERIFY2(file, file ? "" : qPrintable(file.error().detail));
    QCOMPARE(syncNodeOf(file->endpoints[0]), SyncNode::ActiveDirectory);
    QCOMPARE(syncNodeOf(file->endpoints[1]), SyncNode::Exchange);
    QCOMPARE(syncNodeOf(file->endpoints[2]), SyncNode::SharePoint);
    QVERIFY(!syncNodeOf(EndpointSettings::ofKind(EndpointSettings::Kind::Folder)));
    const auto settings = syncSettingsOf(*file);
    QVERIFY(settings);
    QCOMPARE(settings->present,
        (QSet {SyncNode::ActiveDirectory, SyncNode::Exchange, SyncNode::SharePoint, SyncNode::Outlook,
            SyncNode::OutlookWeb}));
    QVERIFY(settings->sharePointPulls);
    QCOMPARE(settings->sharePointExpiration, std::chrono::minutes(360));
    QCOMPARE(settings->sharePointErrorExpiration, std::chrono::minutes(120));
    QVERIFY(!settings->recordClearable); // not in 2013
}

void tst_SyncDeclaration::viewers_data()
{
    QTest::addColumn<QByteArray>("endpoints");
    QTest::addColumn<QByteArray>("sync");
    QTest::addColumn<QStringList>("ids");
    const QByteArray cloud = R"({"kind": "microsoft365", "name": "c", "tenant": "t.test",
        "clientId": "2f6c696b-656e-4573-8073-616e64626f78"})";
    QTest::newRow("directory only") << directoryEndpoint << QByteArray() << QStringList {u"outlook"_s};
    QTest::newRow("cloud") << cloud << QByteArray()
                           << QStringList {u"outlook"_s, u"owa"_s, u"teams"_s, u"yammer"_s};
    QTest::newRow("declared") << cloud << QByteArray(R"({"viewers": ["sfb", "abs"]})")
                              << QStringList {u"abs"_s, u"sfb"_s};
    QTest::newRow("none") << cloud << QByteArray(R"({"viewers": []})") << QStringList();
}

void tst_SyncDeclaration::viewers()
{
    QFETCH(const QByteArray, endpoints);
    QFETCH(const QByteArray, sync);
    QFETCH(const QStringList, ids);
    const auto file = OrganisationFile::parse(fileWith(endpoints, sync));
    QVERIFY2(file, file ? "" : qPrintable(file.error().detail));
    QStringList found;
    const auto settings = syncSettingsOf(*file);
    QVERIFY(settings);
    for (const SyncNode node : settings->present) {
        if (isDerived(node))
            found.append(idOf(node));
    }
    found.sort();
    QCOMPARE(found, ids);
}

/// Each key of the schema changes something.
void tst_SyncDeclaration::everyKeyCounts_data()
{
    QTest::addColumn<QByteArray>("value");
    const QMap<QString, QByteArray> values {{u"viewers"_s, R"(["teams"])"}, {u"peopleMayChange"_s, "false"},
        {u"directorySync"_s, "false"}, {u"syncCycleMinutes"_s, "45"}, {u"photoSource"_s, R"("onPremises")"},
        {u"cloudMailbox"_s, "false"}, {u"profileImport"_s, "true"}, {u"profileExport"_s, "true"},
        {u"contactPhotos"_s, R"("directory")"}, {u"largestPublicPhotoKb"_s, "60"},
        {u"addressBookCycleMinutes"_s, "90"}, {u"prefersDirectoryPhotos"_s, "true"}};
    QFile schema(QStringLiteral(ORGANISATION_SCHEMA));
    QVERIFY(schema.open(QIODevice::ReadOnly));
    const QJsonObject sync
        = QJsonDocument::fromJson(schema.readAll())["$defs"_L1]["sync"_L1]["properties"_L1].toObject();
    QCOMPARE(sync.keys(), values.keys());
    for (auto each = values.begin(); each != values.end(); ++each)
        QTest::addRow("%s", qPrintable(each.key())) << each.value();
}

void tst_SyncDeclaration::everyKeyCounts()
{
    QFETCH(const QByteArray, value);
    const QByteArray sync = "{\"" + QByteArray(QTest::currentDataTag()) + "\": " + value + '}';
    const auto usual = OrganisationFile::parse(fileWith(directoryEndpoint, {}));
    const auto declared = OrganisationFile::parse(fileWith(directoryEndpoint, sync));
    QVERIFY2(declared, declared ? "" : qPrintable(declared.error().detail));
    QVERIFY(*syncSettingsOf(*usual) != *syncSettingsOf(*declared));
    const auto again = OrganisationFile::parse(declared->toJson());
    QCOMPARE(*syncSettingsOf(*again), *syncSettingsOf(*declared));
}

void tst_SyncDeclaration::mistakes_data()
{
    QTest::addColumn<QByteArray>("sync");
    QTest::addColumn<QString>("says");
    QTest::newRow("no object") << QByteArray("7") << u"sync: must be an object"_s;
    QTest::newRow("no viewer") << QByteArray(R"({"viewers": ["ad"]})")
                               << u"sync.viewers: names no viewer: ad"_s;
    QTest::newRow("unknown viewer") << QByteArray(R"({"viewers": ["zune"]})") << u"zune"_s;
    QTest::newRow("too long") << QByteArray(R"({"syncCycleMinutes": 20000})") << u"sync.syncCycleMinutes"_s;
    QTest::newRow("a word") << QByteArray(R"({"photoSource": "moon"})")
                            << u"sync.photoSource: must be one of"_s;
    QTest::newRow("no flag") << QByteArray(R"({"profileExport": 1})") << u"sync.profileExport"_s;
}

void tst_SyncDeclaration::mistakes()
{
    QFETCH(const QByteArray, sync);
    QFETCH(const QString, says);
    const auto file = OrganisationFile::parse(fileWith(directoryEndpoint, sync));
    QVERIFY(!file);
    QCOMPARE(file.error().code, Errc::BadInput);
    QVERIFY2(file.error().detail.contains(says), qPrintable(file.error().detail));
}

void tst_SyncDeclaration::shipped()
{
    const auto book = shippedFlows();
    QVERIFY2(book, book ? "" : qPrintable(book.error().detail));
    QVERIFY(book->flow(u"E11"_s));
}

QTEST_GUILESS_MAIN(tst_SyncDeclaration)
#include "tst_syncdeclaration.moc"
