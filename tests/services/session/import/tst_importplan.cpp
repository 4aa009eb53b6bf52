// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/services/session/import/importtest.h"

#include <QSignalSpy>

using namespace likeness;
using namespace Qt::StringLiterals;

class tst_ImportPlan : public ImportTest
{
    Q_OBJECT
private slots:
    void findsWhom_data();
    void findsWhom();
    void readsLists();
    void ambiguousNamesHaveTheirCandidates();
    void twoFilesOfOnePerson();
    void alreadyTheSameByLikeness();
    void onlyIfNone();
    void unreadable();
    void forbidden();
    void unreachable();
    void hints();
    void corrected();
    void cancelled();
    void refuses();
    void exchangeTakesTheDirectoryAlong();
};

void tst_ImportPlan::findsWhom_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<ImportVerdict>("verdict");
    QTest::addColumn<QString>("key");
    const auto row = [](const QString &file, ImportVerdict verdict, const QString &key) {
        QTest::newRow(qPrintable(file)) << file << verdict << key;
    };
    row(u"amy.jpg"_s, ImportVerdict::Ready, u"amy"_s);
    row(u"AMY.JPG"_s, ImportVerdict::Ready, u"amy"_s);
    row(u"am.jpg"_s, ImportVerdict::Unmatched, u""_s); // a beginning is not enough
    row(u"amy@contoso.com.jpg"_s, ImportVerdict::Ready, u"amy"_s);
    row(u"amy.alberts@contoso.com.jpg"_s, ImportVerdict::Ready, u"amy"_s);
    row(u"Amy Alberts.jpg"_s, ImportVerdict::Ready, u"amy"_s);
    row(u"Alberts, Amy.jpg"_s, ImportVerdict::Ready, u"amy"_s);
    row(u"amy alberts.jpg"_s, ImportVerdict::Ready, u"amy"_s);
    row(u"Amy Albert.jpg"_s, ImportVerdict::Unmatched, u""_s);
    row(u"0042.jpg"_s, ImportVerdict::Ready, u"zoe"_s);
    row(u"Zoe Angstrom.jpg"_s, ImportVerdict::Ready, u"zoe"_s);
    row(u"ZOË ÅNGSTRÖM.jpg"_s, ImportVerdict::Ready, u"zoe"_s);
    row(u"Ann Lee.jpg"_s, ImportVerdict::Ambiguous, u""_s);
    row(u"nobody.jpg"_s, ImportVerdict::Unmatched, u""_s);
}

void tst_ImportPlan::findsWhom()
{
    QFETCH(const QString, file);
    QFETCH(const ImportVerdict, verdict);
    QFETCH(const QString, key);
    addStore(Workload::Folder, u"folder"_s, 648);
    put(file, jpeg(picture(1, {240, 240})));
    gather();
    QCOMPARE(m_plan->rows().size(), 1);
    QCOMPARE(m_plan->rows().first().verdict, verdict);
    QCOMPARE(m_plan->rows().first().person ? m_plan->rows().first().person->keys.key : u""_s, key);
}

void tst_ImportPlan::readsLists()
{
    addStore(Workload::Folder, u"folder"_s, 648);
    put(u"1.jpg"_s, jpeg(picture(1, {240, 240})));
    put(u"2.jpg"_s, jpeg(picture(2, {240, 240})));
    QFile list(at(u"list.csv"_s));
    QVERIFY(list.open(QIODevice::WriteOnly));
    list.write("file,person\nin/1.jpg,Zoe Angstrom\nin/2.jpg,0007\nin/3.jpg,bo\nin/2.jpg,\nin/2.jpg,who\n");
    list.close();
    ImportWish wish = this->wish();
    wish.source = list.fileName();
    gather(wish);
    QCOMPARE(m_plan->rows().size(), 4);
    QCOMPARE(m_plan->rows().at(0).person->keys.key, u"zoe"_s);
    QCOMPARE(m_plan->rows().at(1).person->keys.key, u"amy"_s);
    QCOMPARE(m_plan->rows().at(2).verdict, ImportVerdict::Unreadable); // there is no such file
    QCOMPARE(m_plan->rows().at(3).verdict, ImportVerdict::Unmatched);
    QCOMPARE(m_plan->complaints(), (QList<ListComplaint> {{5, ListComplaint::What::NoPerson}}));
}

void tst_ImportPlan::ambiguousNamesHaveTheirCandidates()
{
    addStore(Workload::Folder, u"folder"_s, 648);
    put(u"Ann Lee.jpg"_s, jpeg(picture(1, {240, 240})));
    gather();
    const QList<Person> &candidates = m_plan->rows().first().candidates;
    QCOMPARE(candidates.size(), 2);
    QCOMPARE(candidates.at(0).keys.key, u"ann1"_s);
    QSignalSpy finished(m_plan.get(), &ImportPlan::finished);
    m_plan->setPerson(0, candidates.at(1));
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(m_plan->rows().first().verdict, ImportVerdict::Ready);
    QCOMPARE(m_plan->rows().first().person->keys.key, u"ann2"_s);
    QVERIFY(m_plan->rows().first().candidates.isEmpty());
}

void tst_ImportPlan::twoFilesOfOnePerson()
{
    addStore(Workload::Folder, u"folder"_s, 648);
    put(u"amy.jpg"_s, jpeg(picture(1, {240, 240})));
    put(u"0007.jpg"_s, jpeg(picture(2, {240, 240})));
    gather();
    QCOMPARE(row(u"amy.jpg"_s).verdict, ImportVerdict::Duplicate);
    QCOMPARE(row(u"amy.jpg"_s).sameAs, row(u"0007.jpg"_s).number);
    QCOMPARE(row(u"0007.jpg"_s).verdict, ImportVerdict::Duplicate);
    QSignalSpy finished(m_plan.get(), &ImportPlan::finished);
    m_plan->setIncluded(indexOf(u"0007.jpg"_s), false);
    QTRY_VERIFY(!finished.isEmpty() && !m_plan->isBusy());
    QCOMPARE(row(u"amy.jpg"_s).verdict, ImportVerdict::Ready);
    QVERIFY(!row(u"0007.jpg"_s).isPlanned());
}

void tst_ImportPlan::alreadyTheSameByLikeness()
{
    PeopleStore &store = addStore(Workload::Folder, u"folder"_s, 648);
    PeopleStore &small = addStore(Workload::Microsoft365, u"cloud"_s, 648);
    const QImage source = picture(1, {400, 400});
    put(u"amy.jpg"_s, jpeg(source));
    // another size, another quality: the same picture
    const QImage other = source.scaled(600, 600, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    store.held.insert_or_assign(u"amy"_s, EncodedPhoto::of(jpeg(other, 75), {600, 600}));
    gather();
    QCOMPARE(m_plan->rows().first().verdict, ImportVerdict::Ready); // the other store has none
    QCOMPARE(m_plan->rows().first().writes.size(), 2);
    QCOMPARE(m_plan->rows().first().writes.at(0).state, ImportState::Waiting);
    QCOMPARE(m_plan->rows().first().writes.at(1).state, ImportState::AlreadyThere);
    // the same, but too small: worth writing
    const QImage tiny = source.scaled(96, 96, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    small.held.insert_or_assign(u"amy"_s, EncodedPhoto::of(jpeg(tiny), {96, 96}));
    gather();
    QCOMPARE(m_plan->rows().first().verdict, ImportVerdict::Ready);
    small.held.insert_or_assign(u"amy"_s, EncodedPhoto::of(jpeg(other), {600, 600}));
    gather();
    QCOMPARE(m_plan->rows().first().verdict, ImportVerdict::AlreadySame);
}

void tst_ImportPlan::onlyIfNone()
{
    PeopleStore &store = addStore(Workload::Folder, u"folder"_s, 648);
    addStore(Workload::Microsoft365, u"cloud"_s, 648);
    put(u"amy.jpg"_s, jpeg(picture(1, {240, 240})));
    put(u"bo.jpg"_s, jpeg(picture(2, {240, 240})));
    store.held.insert_or_assign(u"amy"_s, EncodedPhoto::of(jpeg(picture(3, {648, 648})), {648, 648}));
    ImportWish wish = this->wish();
    wish.onlyIfNone = true;
    gather(wish);
    QCOMPARE(row(u"amy.jpg"_s).verdict, ImportVerdict::HasPhoto);
    QCOMPARE(row(u"bo.jpg"_s).verdict, ImportVerdict::Ready);
    wish.stores = QStringList {u"cloud"_s};
    gather(wish);
    QCOMPARE(row(u"amy.jpg"_s).verdict, ImportVerdict::Ready);
}

void tst_ImportPlan::unreadable()
{
    addStore(Workload::Folder, u"folder"_s, 648);
    put(u"amy.jpg"_s, "this is no picture");
    put(u"bo.jpg"_s, jpeg(picture(2, {240, 240})).left(200));
    put(u"Thumbs.db"_s, "of the system");
    gather();
    QCOMPARE(m_plan->rows().size(), 2);
    QCOMPARE(row(u"amy.jpg"_s).verdict, ImportVerdict::Unreadable);
    QCOMPARE(row(u"amy.jpg"_s).error->code, Errc::NotAPicture);
    QCOMPARE(row(u"bo.jpg"_s).verdict, ImportVerdict::Unreadable);
    QCOMPARE(m_plan->counts(), (ImportCounts {{ImportVerdict::Unreadable, 2}}));
}

void tst_ImportPlan::forbidden()
{
    addStore(Workload::Folder, u"folder"_s, 648).forbidden = {u"amy"_s};
    put(u"amy.jpg"_s, jpeg(picture(1, {240, 240})));
    gather();
    QCOMPARE(row(u"amy.jpg"_s).verdict, ImportVerdict::NotAllowed);
    QCOMPARE(row(u"amy.jpg"_s).error->code, Errc::Forbidden);
}

void tst_ImportPlan::unreachable()
{
    PeopleStore &store = addStore(Workload::Folder, u"folder"_s, 648);
    store.readFaults[u"amy"_s] = {Error {Errc::Offline, u"gone"_s}};
    put(u"amy.jpg"_s, jpeg(picture(1, {240, 240})));
    gather();
    QCOMPARE(row(u"amy.jpg"_s).verdict, ImportVerdict::Unreachable);
    QCOMPARE(row(u"amy.jpg"_s).error->detail, u"gone"_s);
}

void tst_ImportPlan::hints()
{
    addStore(Workload::Folder, u"folder"_s, 648);
    put(u"amy.jpg"_s, jpeg(picture(1, {840, 660})));
    put(u"bo.jpg"_s, jpeg(picture(2, {300, 300})));
    const QImage blurred
        = picture(3, {12, 12}).scaled(660, 660, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    put(u"zoe.jpg"_s, jpeg(blurred));
    gather();
    QVERIFY(row(u"amy.jpg"_s).hints.testFlag(ImportHint::NotSquare));
    QVERIFY(!row(u"amy.jpg"_s).hints.testFlag(ImportHint::TooSmall));
    QVERIFY(!row(u"amy.jpg"_s).hints.testFlag(ImportHint::Blurred));
    QVERIFY(row(u"bo.jpg"_s).hints.testFlag(ImportHint::TooSmall));
    QVERIFY(!row(u"bo.jpg"_s).hints.testFlag(ImportHint::NotSquare));
    QVERIFY(row(u"zoe.jpg"_s).hints.testFlag(ImportHint::Blurred));
    const QImage thumb = QImage::fromData(row(u"amy.jpg"_s).thumb);
    QCOMPARE(thumb.size(), QSize(96, 96));
}

void tst_ImportPlan::corrected()
{
    addStore(Workload::Folder, u"folder"_s, 648);
    put(u"amy.jpg"_s, jpeg(picture(1, {840, 660})));
    gather();
    const ImportRow before = m_plan->rows().first();
    const PhotoRecipe recipe = before.recipe.cropped({0, 0, 300, 300}, before.pixels);
    QSignalSpy finished(m_plan.get(), &ImportPlan::finished);
    m_plan->setRecipe(0, recipe);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(m_plan->rows().first().recipe, recipe);
    QVERIFY(m_plan->rows().first().hints.testFlag(ImportHint::TooSmall));
    QVERIFY(m_plan->rows().first().thumb != before.thumb);
    QCOMPARE(m_plan->rows().first().verdict, ImportVerdict::Ready);
}

void tst_ImportPlan::cancelled()
{
    addStore(Workload::Folder, u"folder"_s, 648);
    for (int i = 0; i < 20; ++i)
        put(u"%1.jpg"_s.arg(i), "x");
    QSignalSpy finished(m_plan.get(), &ImportPlan::finished);
    QVERIFY(m_plan->gather(wish()));
    QVERIFY(m_plan->isBusy());
    m_plan->cancel();
    QVERIFY(!m_plan->isBusy());
    QCOMPARE(finished.size(), 1);
    QCOMPARE(m_plan->known(), 0);
}

void tst_ImportPlan::refuses()
{
    addStore(Workload::Folder, u"folder"_s, 648);
    ImportWish wish = this->wish();
    wish.pattern = u"{phone}"_s;
    QVERIFY(!m_plan->gather(wish));
    wish = this->wish();
    wish.stores = QStringList {u"none"_s};
    QCOMPARE(m_plan->gather(wish).error().code, Errc::BadInput);
    wish = this->wish();
    wish.source = at(u"not there"_s);
    std::optional<Error> error;
    connect(m_plan.get(), &ImportPlan::finished, this, [&error](const Result<Done> &outcome) {
        if (!outcome)
            error = outcome.error();
    });
    QVERIFY(m_plan->gather(wish));
    QTRY_VERIFY(error);
    QCOMPARE(error->code, Errc::BadInput);
}

void tst_ImportPlan::exchangeTakesTheDirectoryAlong()
{
    PeopleStore &directory = addStore(Workload::ActiveDirectory, u"ad"_s, 96);
    addStore(Workload::Exchange, u"exchange"_s, 648);
    const QImage source = picture(1, {240, 240});
    put(u"amy.jpg"_s, jpeg(source));
    directory.held.insert_or_assign(u"amy"_s,
        EncodedPhoto::of(
            jpeg(source.scaled(96, 96, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)), {96, 96}));
    gather();
    const QList<ImportWrite> &writes = m_plan->rows().first().writes;
    QCOMPARE(writes.size(), 2);
    QCOMPARE(writes.at(0).store.workload, Workload::Exchange);
    QCOMPARE(writes.at(1).state, ImportState::Waiting); // right now, but not after Exchange has saved
}

QTEST_GUILESS_MAIN(tst_ImportPlan)
#include "tst_importplan.moc"
