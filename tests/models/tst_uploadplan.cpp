// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/upload/uploadplan.h"

#include <QRegularExpression>
#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

namespace {

constexpr int largeCrop = 900;

/// A store that is ready: read, empty, writable, with a photo planned.
StoreOffer readyOffer(Workload workload, const QString &instance)
{
    StoreOffer offer;
    offer.store = {workload, instance};
    offer.byteLimit = 1000;
    offer.right = WriteRight::Yes;
    offer.currentKnown = true;
    offer.planned = EncodedPhoto::of("new photo", QSize(648, 648));
    return offer;
}

QString planText(const UploadPlan &plan)
{
    QStringList lines;
    for (const PlanStep &step : plan.steps)
        lines.append(u"%1 %2"_s.arg(step.number).arg(step.store.instance));
    return lines.join(u", "_s);
}

} // namespace

Q_DECLARE_METATYPE(likeness::StoreOffer)

class tst_UploadPlan : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void order_data();
    void order();
    void oneStore_data();
    void oneStore();
    void nothingOffered();
};

void tst_UploadPlan::order_data()
{
    const StoreOffer ad = readyOffer(Workload::ActiveDirectory, u"ad"_s);
    const StoreOffer ldap = readyOffer(Workload::Ldap, u"ldap"_s);
    const StoreOffer exchange = readyOffer(Workload::Exchange, u"exchange"_s);
    const StoreOffer sharePoint = readyOffer(Workload::SharePoint, u"sharepoint"_s);
    const StoreOffer cloud = readyOffer(Workload::Microsoft365, u"m365"_s);
    const StoreOffer folder = readyOffer(Workload::Folder, u"folder"_s);
    const StoreOffer archive = readyOffer(Workload::Folder, u"archive"_s);
    StoreOffer unwanted = cloud;
    unwanted.chosen = false;
    StoreOffer full = ad; // holds what it would be given
    full.current = full.planned;
    StoreOffer unchosenMail = exchange;
    unchosenMail.chosen = false;

    QTest::addColumn<QList<StoreOffer>>("offers");
    QTest::addColumn<QString>("plan");
    QTest::newRow("the directory is last") << QList {ad, folder} << u"1 folder, 2 ad"_s;
    QTest::newRow("Exchange is first")
        << QList {ad, folder, cloud, exchange} << u"1 exchange, 2 m365, 3 folder, 4 ad"_s;
    QTest::newRow("every kind") << QList {ldap, ad, folder, cloud, sharePoint, exchange}
                                << u"1 exchange, 2 m365, 3 sharepoint, 4 folder, 5 ldap, 6 ad"_s;
    QTest::newRow("two of a kind keep the order of the file")
        << QList {folder, archive, ad} << u"1 folder, 2 archive, 3 ad"_s;
    QTest::newRow("and the other way round") << QList {archive, folder, ad} << u"1 archive, 2 folder, 3 ad"_s;
    QTest::newRow("what Exchange's save will shrink is written again")
        << QList {full, exchange} << u"1 exchange, 2 ad"_s;
    QTest::newRow("without that save it stays") << QList {full, unchosenMail} << u"0 exchange, 0 ad"_s;
    QTest::newRow("what is left out takes no number")
        << QList {ad, unwanted, exchange} << u"1 exchange, 0 m365, 2 ad"_s;
}

void tst_UploadPlan::order()
{
    QFETCH(const QList<StoreOffer>, offers);
    QTEST(planText(planUpload(offers, largeCrop)), "plan");
}

void tst_UploadPlan::oneStore_data()
{
    using Warnings = QList<PlanWarning>;
    QTest::addColumn<StoreOffer>("offer");
    QTest::addColumn<int>("cropEdge");
    QTest::addColumn<bool>("writes");
    QTest::addColumn<Warnings>("warnings");

    const StoreOffer ready = readyOffer(Workload::Folder, u"folder"_s);
    const auto row = [&ready](const char *name, auto change, bool writes, const Warnings &warnings,
                         int crop = largeCrop) {
        StoreOffer offer = ready;
        change(offer);
        QTest::newRow(name) << offer << crop << writes << warnings;
    };
    const auto asItIs = [](StoreOffer &) {};
    row("ready", asItIs, true, {});
    row("rights unknown: it is tried", [](StoreOffer &o) { o.right = WriteRight::Unknown; }, true, {});
    row("replaces another photo", [](StoreOffer &o) { o.current = EncodedPhoto::of("old", {}); }, true, {});
    row("not chosen", [](StoreOffer &o) { o.chosen = false; }, false, {});
    row("not allowed", [](StoreOffer &o) { o.right = WriteRight::No; }, false, {PlanWarning::CannotWrite});
    row(
        "only read",
        [](StoreOffer &o) {
            o.readOnly = true;
            o.right = WriteRight::No;
            o.unplannable = Error {Errc::NothingFits};
        },
        false, {PlanWarning::ReadOnlyStore}, 48);
    row("only read, and unreachable",
        [](StoreOffer &o) {
            o.readOnly = true;
            o.currentKnown = false;
            o.unreadable = Error {Errc::Offline};
        },
        false, {PlanWarning::ReadOnlyStore, PlanWarning::StoreUnreachable});
    row("current photo not read yet", [](StoreOffer &o) { o.currentKnown = false; }, false, {});
    row("unreachable",
        [](StoreOffer &o) {
            o.currentKnown = false;
            o.unreadable = Error {Errc::Offline};
        },
        false, {PlanWarning::StoreUnreachable});
    row("nothing encoded yet", [](StoreOffer &o) { o.planned.reset(); }, false, {});
    row("the same bytes are there", [](StoreOffer &o) { o.current = EncodedPhoto::of("new photo", {}); },
        false, {PlanWarning::AlreadyThere});
    row("the same bytes were there, as far as we knew once",
        [](StoreOffer &o) {
            o.current = EncodedPhoto::of("new photo", {});
            o.currentKnown = false;
        },
        false, {});
    row("no quality fits",
        [](StoreOffer &o) {
            o.planned.reset();
            o.unplannable = Error {Errc::NothingFits};
        },
        false, {PlanWarning::NothingFits});
    row("exactly the limit", [](StoreOffer &o) { o.byteLimit = 9; }, true, {});
    row("over the limit", [](StoreOffer &o) { o.byteLimit = 8; }, false, {PlanWarning::NothingFits});
    row("no limit known", [](StoreOffer &o) { o.byteLimit = 0; }, true, {});
    row("crop of exactly the size", asItIs, true, {}, 648);
    row("crop too small", asItIs, true, {PlanWarning::CropEnlarged}, 647);
    row(
        "small crop, small size", [](StoreOffer &o) { o.writes = *PhotoSize::of(96); }, true, {}, 100);
    row("crop unknown", asItIs, true, {}, 0);
    row(
        "several at once",
        [](StoreOffer &o) {
            o.right = WriteRight::No;
            o.byteLimit = 1;
        },
        false, {PlanWarning::CropEnlarged, PlanWarning::CannotWrite, PlanWarning::NothingFits}, 100);
}

void tst_UploadPlan::oneStore()
{
    QFETCH(const StoreOffer, offer);
    QFETCH(const int, cropEdge);
    const UploadPlan plan = planUpload({offer}, cropEdge);
    QCOMPARE(plan.steps.size(), 1);
    const PlanStep &step = plan.steps.constFirst();
    QCOMPARE(step.store, offer.store);
    QTEST(step.writes, "writes");
    QTEST(step.warnings, "warnings");
    QCOMPARE(step.number, step.writes ? 1 : 0);
}

void tst_UploadPlan::nothingOffered()
{
    QVERIFY(planUpload({}, largeCrop).steps.isEmpty());
}

QTEST_GUILESS_MAIN(tst_UploadPlan)
#include "tst_uploadplan.moc"
