// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/policy/policy.h"

#include <QRegularExpression>
#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

namespace {

const StoreId ad {Workload::ActiveDirectory, u"ad"_s};
const StoreId wall {Workload::Folder, u"wall"_s};

Policy policyOf(const QByteArray &rules)
{
    const auto policy = Policy::parse(R"({"rules": [)" + rules + "]}", u"/etc/p.json"_s);
    if (!policy)
        qCritical("%s", qPrintable(policy.error().detail));
    return policy ? *policy : Policy {};
}

} // namespace

class tst_Policy final : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void refusesWhatIsNotUnderstood_data();
    void refusesWhatIsNotUnderstood();
    void readsEverything();
    void judges_data();
    void judges();
    void tellsWhy();
    void twoPoliciesAreAllOfTheirRules();
    void nothingWithoutAPolicyThatCanBeRead();
    void lowersTheSize_data();
    void lowersTheSize();
    void bulk_data();
    void bulk();
};

void tst_Policy::refusesWhatIsNotUnderstood_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("says");
    const auto rule = [](const char *name, const QByteArray &json, const QString &says) {
        QTest::newRow(name) << QByteArray(R"({"rules": [)" + json + "]}") << says;
    };
    QTest::newRow("nothing") << QByteArray() << u"line 1"_s;
    QTest::newRow("no JSON") << QByteArray("{\n\"rules\": [}") << u"line 2"_s;
    QTest::newRow("a list") << QByteArray("[]") << u"line 1"_s;
    QTest::newRow("no rules") << QByteArray("{}") << u"rules: is missing"_s;
    QTest::newRow("misspelt rules") << QByteArray(R"({"rule": []})") << u"rule: is not known here"_s;
    QTest::newRow("rules of another kind") << QByteArray(R"({"rules": {}})") << u"rules: must be a list"_s;
    QTest::newRow("besides") << QByteArray(R"({"rules": [], "x": 1})") << u"x: is not known here"_s;
    QTest::newRow("twice") << QByteArray(R"({"rules": [{"forbid": "write"}], "rules": []})") << u"twice"_s;
    QTest::newRow("twice, escaped") << QByteArray(R"({"rules": [{"forbid": "write"}], "rule\u0073": []})")
                                    << u"twice"_s;
    rule("twice in a rule", R"({"forbid": "write", "forbid": "bulkImport"})", u"twice"_s);
    rule("a text", R"("write")", u"rules[0]: must be an object"_s);
    rule("no prohibition", "{}", u"rules[0].forbid: is missing"_s);
    rule("unknown prohibition", R"({"forbid": "writes"})", u"rules[0].forbid: must be one of"_s);
    rule("prohibition in capitals", R"({"forbid": "Write"})", u"rules[0].forbid: must be one of"_s);
    rule("unknown key", R"({"forbid": "write", "store": ["ad"]})", u"rules[0].store: is not known here"_s);
    rule("the second", R"({"forbid": "write"}, {"forbid": "write", "why": ""})",
        u"rules[1].why: is not known here"_s);
    rule("unknown workload", R"({"forbid": "write", "workloads": ["teams"]})",
        u"rules[0].workloads: must be one of"_s);
    rule("a store that is no text", R"({"forbid": "write", "stores": [1]})", u"rules[0].stores: must hold"_s);
    rule("stores that are no list", R"({"forbid": "write", "stores": "ad"})",
        u"rules[0].stores: must be a list"_s);
    rule("no stores", R"({"forbid": "write", "stores": []})", u"rules[0].stores: must not be an empty"_s);
    rule("no workloads", R"({"forbid": "write", "workloads": []})",
        u"rules[0].workloads: must not be an empty"_s);
    rule("larger than what", R"({"forbid": "largerThan"})", u"rules[0].pixels: is missing"_s);
    rule("smaller than what", R"({"forbid": "smallerThan"})", u"rules[0].pixels: is missing"_s);
    rule("no pixels", R"({"forbid": "largerThan", "pixels": 0})", u"rules[0].pixels: must be a whole"_s);
    rule("half pixels", R"({"forbid": "largerThan", "pixels": 96.5})", u"rules[0].pixels: must be a whole"_s);
    rule("pixels as text", R"({"forbid": "largerThan", "pixels": "96"})",
        u"rules[0].pixels: must be a whole"_s);
    rule("too many pixels", R"({"forbid": "largerThan", "pixels": 1e300})",
        u"rules[0].pixels: must be a whole"_s);
    rule("pixels of nothing", R"({"forbid": "write", "pixels": 96})", u"rules[0].pixels: goes with"_s);
    rule("which groups", R"({"forbid": "groups"})", u"rules[0].groups: must name"_s);
    rule("no groups", R"({"forbid": "groups", "groups": []})", u"rules[0].groups: must name"_s);
    rule(
        "a group without a name", R"({"forbid": "groups", "groups": [""]})", u"rules[0].groups: must hold"_s);
    rule("groups of nothing", R"({"forbid": "write", "groups": ["VIP"]})", u"rules[0].groups: goes with"_s);
    rule("a reason that is no text", R"({"forbid": "write", "reason": true})",
        u"rules[0].reason: must be a text"_s);
    rule("a novel", R"({"forbid": "write", "reason": ")" + QByteArray(2001, 'x') + "\"}",
        u"rules[0].reason: is longer"_s);
}

void tst_Policy::refusesWhatIsNotUnderstood()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, says);
    const auto policy = Policy::parse(json, u"/etc/p.json"_s);
    QVERIFY(!policy);
    QCOMPARE(policy.error().code, Errc::BadInput);
    QVERIFY2(policy.error().detail.contains(says), qPrintable(policy.error().detail));
}

void tst_Policy::readsEverything()
{
    const auto policy = Policy::parse(R"({"rules": [
        {"forbid": "write", "stores": ["wall"], "workloads": ["sharePoint", "microsoft365"],
         "reason": "  Written by\n  the HR system: \"ask\" them "},
        {"forbid": "largerThan", "pixels": 96, "workloads": ["activeDirectory"]},
        {"forbid": "smallerThan", "pixels": 240},
        {"forbid": "others"},
        {"forbid": "groups", "groups": ["CN=VIP,DC=x", "Board"]},
        {"forbid": "bulkImport"}]})",
        u"/etc/p.json"_s);
    QVERIFY2(policy, policy ? "" : qPrintable(policy.error().detail));
    QCOMPARE(policy->rules.size(), 6);
    const PolicyRule first {Prohibition::Write, {u"wall"_s}, {Workload::SharePoint, Workload::Microsoft365},
        0, {}, u"Written by the HR system: \"ask\" them"_s, u"/etc/p.json: rules[0]"_s};
    QCOMPARE(policy->rules[0], first);
    const PolicyRule second {
        Prohibition::Larger, {}, {Workload::ActiveDirectory}, 96, {}, {}, u"/etc/p.json: rules[1]"_s};
    QCOMPARE(policy->rules[1], second);
    QCOMPARE(policy->rules[2].forbids, Prohibition::Smaller);
    QCOMPARE(policy->rules[2].pixels, 240);
    QCOMPARE(policy->rules[3].forbids, Prohibition::Others);
    QCOMPARE(policy->rules[4].groups, (QStringList {u"CN=VIP,DC=x"_s, u"Board"_s}));
    QCOMPARE(policy->rules[5].forbids, Prohibition::BulkImport);
    QVERIFY(!policy->unusable);
}

void tst_Policy::judges_data()
{
    QTest::addColumn<QByteArray>("rules");
    QTest::addColumn<StoreId>("store");
    QTest::addColumn<int>("edge"); // 0 = not known, -1 = removed
    QTest::addColumn<bool>("own");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *name, const QByteArray &rules, const StoreId &store, int edge, bool own,
                         bool allowed) { QTest::newRow(name) << rules << store << edge << own << allowed; };
    row("no rule", "", ad, 96, false, true);
    row("no store", R"({"forbid": "write"})", ad, 96, true, false);
    row("no store, removed", R"({"forbid": "write"})", wall, -1, true, false);
    row("this store", R"({"forbid": "write", "stores": ["wall"]})", wall, 96, true, false);
    row("another store", R"({"forbid": "write", "stores": ["wall"]})", ad, 96, true, true);
    row("this workload", R"({"forbid": "write", "workloads": ["folder"]})", wall, 96, true, false);
    row("one of the two", R"({"forbid": "write", "stores": ["x"], "workloads": ["folder"]})", wall, 96, true,
        false);
    row("large", R"({"forbid": "largerThan", "pixels": 96})", ad, 120, true, false);
    row("not too large", R"({"forbid": "largerThan", "pixels": 96})", ad, 96, true, true);
    row("large elsewhere", R"({"forbid": "largerThan", "pixels": 96, "stores": ["ad"]})", wall, 648, true,
        true);
    row("perhaps large", R"({"forbid": "largerThan", "pixels": 96})", ad, 0, true, false);
    row("large, removed", R"({"forbid": "largerThan", "pixels": 96})", ad, -1, true, true);
    row("small", R"({"forbid": "smallerThan", "pixels": 240})", ad, 120, true, false);
    row("not too small", R"({"forbid": "smallerThan", "pixels": 240})", ad, 240, true, true);
    row("perhaps small", R"({"forbid": "smallerThan", "pixels": 240})", ad, 0, true, false);
    row("others", R"({"forbid": "others"})", ad, 96, false, false);
    row("others, removed", R"({"forbid": "others"})", ad, -1, false, false);
    row("oneself", R"({"forbid": "others"})", ad, 96, true, true);
    row("others elsewhere", R"({"forbid": "others", "stores": ["ad"]})", wall, 96, false, true);
    row("bulk says nothing of one", R"({"forbid": "bulkImport"})", ad, 96, false, true);
    row("the second rule", R"({"forbid": "others"}, {"forbid": "write"})", ad, 96, true, false);
}

void tst_Policy::judges()
{
    QFETCH(const QByteArray, rules);
    QFETCH(const StoreId, store);
    QFETCH(const int, edge);
    QFETCH(const bool, own);
    PolicyCase change {store, std::nullopt, own};
    if (edge >= 0)
        change.pixels = QSize(edge, edge);
    const auto refusal = refusalOf(policyOf(rules), change);
    QTEST(!refusal, "allowed");
    if (refusal)
        QCOMPARE(refusal->code, Errc::ForbiddenByPolicy);
}

void tst_Policy::tellsWhy()
{
    const Policy policy
        = policyOf(R"({"forbid": "largerThan", "pixels": 96, "reason": "The address book chokes."})");
    const auto refusal = refusalOf(policy, {ad, QSize(96, 120), true});
    QVERIFY(refusal);
    QCOMPARE(refusal->policy, (PolicyReason {Prohibition::Larger, u"96"_s, u"The address book chokes."_s}));
    QCOMPARE(refusal->detail, u"/etc/p.json: rules[0]: 96 × 120 pixels is more than 96"_s);
}

void tst_Policy::twoPoliciesAreAllOfTheirRules()
{
    const Policy both = policyOf(R"({"forbid": "write", "stores": ["ad"]})")
                            .with(policyOf(R"({"forbid": "groups", "groups": ["VIP"]})"));
    QVERIFY(refusalOf(both, {ad, QSize(96, 96), true}));
    QVERIFY(!refusalOf(both, {wall, QSize(96, 96), true}));
    QCOMPARE(both.groupRules(wall).size(), 1);
    QVERIFY(both.concerns(wall));
    QVERIFY(!policyOf(R"({"forbid": "bulkImport"})").concerns(wall));
    QVERIFY(Policy {}.isEmpty());
}

void tst_Policy::nothingWithoutAPolicyThatCanBeRead()
{
    Policy broken;
    broken.unusable = Error {Errc::PolicyUnusable};
    const Policy both = policyOf("").with(broken);
    QVERIFY(!both.isEmpty());
    QVERIFY(both.concerns(ad));
    QCOMPARE(refusalOf(both, {ad, QSize(96, 96), true})->code, Errc::PolicyUnusable);
    QCOMPARE(bulkRefusalOf(both, ad)->code, Errc::PolicyUnusable);
    QCOMPARE(refusalOf(broken.with(policyOf("")), {ad, {}, true})->code, Errc::PolicyUnusable);
}

void tst_Policy::lowersTheSize_data()
{
    QTest::addColumn<QByteArray>("rules");
    QTest::addColumn<int>("edge");
    QTest::newRow("free") << QByteArray() << 648;
    QTest::newRow("on the ladder") << QByteArray(R"({"forbid": "largerThan", "pixels": 360})") << 360;
    QTest::newRow("between") << QByteArray(R"({"forbid": "largerThan", "pixels": 400})") << 360;
    QTest::newRow("the smaller of two")
        << QByteArray(R"({"forbid": "largerThan", "pixels": 400}, {"forbid": "largerThan", "pixels": 100})")
        << 96;
    QTest::newRow("elsewhere") << QByteArray(
        R"({"forbid": "largerThan", "pixels": 96, "workloads": ["folder"]})")
                               << 648;
    QTest::newRow("none is small enough") << QByteArray(R"({"forbid": "largerThan", "pixels": 20})") << 648;
}

void tst_Policy::lowersTheSize()
{
    QFETCH(const QByteArray, rules);
    QTEST(largestAllowed(policyOf(rules), ad, PhotoSize::largest()).edge(), "edge");
}

void tst_Policy::bulk_data()
{
    QTest::addColumn<QByteArray>("rules");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("free") << QByteArray(R"({"forbid": "write"})") << true;
    QTest::newRow("forbidden") << QByteArray(R"({"forbid": "bulkImport"})") << false;
    QTest::newRow("elsewhere") << QByteArray(R"({"forbid": "bulkImport", "stores": ["wall"]})") << true;
}

void tst_Policy::bulk()
{
    QFETCH(const QByteArray, rules);
    QTEST(!bulkRefusalOf(policyOf(rules), ad), "allowed");
}

QTEST_GUILESS_MAIN(tst_Policy)
#include "tst_policy.moc"
