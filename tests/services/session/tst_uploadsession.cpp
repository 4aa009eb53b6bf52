// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/folder/folderstore.h"
#include "tests/services/session/uploadsessiontest.h"

#include <QFile>
#include <QSignalSpy>

using namespace likeness;
using namespace Qt::StringLiterals;

namespace {

const StoreId folderId {Workload::Folder, u"folder"_s};
const StoreId adId {Workload::ActiveDirectory, u"ad"_s};
const EncodedPhoto oldPhoto = EncodedPhoto::of("the photo from before", QSize(96, 96));
const EncodedPhoto foreignPhoto = EncodedPhoto::of("somebody else's photo", QSize(96, 96));

/// A ledger whose disk is full.
class FullLedger final : public Ledger
{
public:
    Result<qint64> begin(const LedgerEntry &, const std::optional<EncodedPhoto> &,
        const std::optional<EncodedPhoto> &) override
    {
        return Error {Errc::Local, u"no space left"_s};
    }
    Result<Done> finish(qint64, LedgerEntry::Outcome, const QString &) override
    {
        return Error {Errc::Local};
    }
    Result<QList<LedgerEntry>> history(const QString &, const QString &, int) override
    {
        return QList<LedgerEntry> {};
    }
    Result<LedgerEntry> entry(qint64) override { return Error {Errc::NotFound}; }
    Result<EncodedPhoto> photo(const QString &) override { return Error {Errc::NotFound}; }
    Result<QList<LedgerEntry>> unfinished() override { return QList<LedgerEntry> {}; }
    Result<QList<AuditRow>> audit(const AuditFilter &, qint64, int) override { return QList<AuditRow> {}; }
    Result<qint64> auditCount(const AuditFilter &) override { return qint64(0); }
};

} // namespace

class tst_UploadSession : public UploadSessionTest
{
    Q_OBJECT
private slots:
    void writesARealFolder();
    void writesInOrderOneAfterTheOther();
    void goesOnAfterAFailure();
    void refusesWhatChangedSinceThePlan();
    void refusesALostRace();
    void leavesWhatWasFound();
    void overwritesWhatWasFoundAndKeepsIt();
    void cancelsBetweenStores();
    void cancelsBeforeTheWrite();
    void believesTheStoreMoreThanALostAnswer();
    void leavesTheEntryOpenWhenNobodyKnows();
    void noticesAnotherPhotoInReadBack();
    void saysWhenItCannotReadBack();
    void writesNothingWithoutALedger();
    void neverUploadsAnOlderPicture();
    void keepsOwnPhotoStoresForTheirOwner();
    void asksAnUnreachableStoreAgain();
    void ignoresAPersonChangeDuringAnUpload();
};

void tst_UploadSession::writesARealFolder()
{
    FolderSettings settings;
    settings.path = m_dir->filePath(u"photos"_s);
    settings.writes = *PhotoSize::of(240);
    QVERIFY(QDir().mkpath(settings.path));
    m_organisation->stores.push_back(
        std::make_unique<FolderStore>(folderId, u"Wall"_s, settings, *m_workers));
    plan();
    QVERIFY(offer(folderId).currentKnown);
    QVERIFY(!offer(folderId).current);
    QVERIFY(offer(folderId).planned);
    const EncodedPhoto planned = *offer(folderId).planned;
    QCOMPARE(planned.pixels, QSize(240, 240));

    const QSignalSpy finished(m_session.get(), &UploadSession::finished);
    run();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(stage(folderId), Stage::Done);
    QFile written(settings.path + u"/amy.jpg"_s);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), planned.bytes);
    QCOMPARE(lastEntry().outcome, LedgerEntry::Outcome::Verified);
    QCOMPARE(lastEntry().afterSha256, planned.sha256);
    QCOMPARE(lastEntry().personName, u"Amy Alberts"_s);
    QCOMPARE(lastEntry().storeTitle, u"Wall"_s);
    QVERIFY(!m_session->plan().steps.constFirst().writes);
    QVERIFY(m_session->plan().steps.constFirst().warnings.contains(PlanWarning::AlreadyThere));

    plan(Qt::blue);
    run();
    QCOMPARE(lastEntry().beforeSha256, planned.sha256);
    QCOMPARE(m_ledger->photo(planned.sha256)->bytes, planned.bytes);
}

void tst_UploadSession::writesInOrderOneAfterTheOther()
{
    addStore(adId);
    addStore({Workload::Exchange, u"exchange"_s}, 648);
    addStore(folderId, 648);
    plan();
    m_journal.clear();
    run();
    QCOMPARE(m_journal,
        (QStringList {u"exchange read"_s, u"exchange write"_s, u"exchange read"_s, u"folder read"_s,
            u"folder write"_s, u"folder read"_s, u"ad read"_s, u"ad write"_s, u"ad read"_s}));
}

void tst_UploadSession::goesOnAfterAFailure()
{
    ScriptedStore &folder = addStore(folderId);
    ScriptedStore &ad = addStore(adId);
    folder.held = oldPhoto;
    plan();
    folder.failNext(Verb::Write, Errc::Forbidden);
    run();
    QCOMPARE(stage(folderId), Stage::Failed);
    QCOMPARE(m_session->progress(folderId).error->code, Errc::Forbidden);
    QCOMPARE(folder.held, ExpectedPhoto(oldPhoto));
    QCOMPARE(stage(adId), Stage::Done);
    QCOMPARE(ad.held, offer(adId).planned);
    QCOMPARE(m_session->history()->size(), 2);
    QCOMPARE(m_session->history()->at(1).outcome, LedgerEntry::Outcome::Failed);

    m_session->retry(folderId);
    m_session->retry(folderId); // a double click is one retry
    QTRY_VERIFY(!m_session->isRunning());
    QCOMPARE(stage(folderId), Stage::Done);
    QCOMPARE(folder.held, offer(folderId).planned);
    QCOMPARE(m_session->history()->size(), 3);
}

void tst_UploadSession::refusesWhatChangedSinceThePlan()
{
    ScriptedStore &ad = addStore(adId);
    ad.held = oldPhoto;
    plan();
    ad.held = foreignPhoto;
    run();
    QCOMPARE(stage(adId), Stage::Conflicted);
    QCOMPARE(m_session->progress(adId).found, ExpectedPhoto(foreignPhoto));
    QCOMPARE(ad.held, ExpectedPhoto(foreignPhoto));
    QVERIFY(!m_journal.contains(u"ad write"_s));
}

void tst_UploadSession::refusesALostRace()
{
    ScriptedStore &ad = addStore(adId);
    ad.held = oldPhoto;
    ad.beforeWrite = [&ad] { ad.held = foreignPhoto; };
    plan();
    run();
    QCOMPARE(stage(adId), Stage::Conflicted);
    QCOMPARE(m_session->progress(adId).found, ExpectedPhoto(foreignPhoto));
    QCOMPARE(ad.held, ExpectedPhoto(foreignPhoto));
    QCOMPARE(lastEntry().outcome, LedgerEntry::Outcome::Conflict);
}

void tst_UploadSession::leavesWhatWasFound()
{
    ScriptedStore &ad = addStore(adId);
    plan();
    ad.held = foreignPhoto;
    run();
    m_session->leave(adId);
    QVERIFY(!m_session->isRunning());
    QCOMPARE(stage(adId), Stage::Cancelled);
    QCOMPARE(ad.held, ExpectedPhoto(foreignPhoto));
    QCOMPARE(offer(adId).current, ExpectedPhoto(foreignPhoto));
}

void tst_UploadSession::overwritesWhatWasFoundAndKeepsIt()
{
    ScriptedStore &ad = addStore(adId);
    plan();
    ad.held = foreignPhoto;
    run();
    m_session->overwrite(adId);
    QTRY_VERIFY(!m_session->isRunning());
    QCOMPARE(stage(adId), Stage::Done);
    QCOMPARE(ad.held, offer(adId).planned);
    QCOMPARE(lastEntry().beforeSha256, foreignPhoto.sha256);
    QCOMPARE(m_ledger->photo(foreignPhoto.sha256)->bytes, foreignPhoto.bytes);
}

void tst_UploadSession::cancelsBetweenStores()
{
    ScriptedStore &folder = addStore(folderId);
    ScriptedStore &ad = addStore(adId);
    plan();
    folder.hold(Verb::Write);
    m_session->upload();
    QTRY_COMPARE(stage(folderId), Stage::Writing);
    m_session->cancel();
    QCOMPARE(stage(adId), Stage::Cancelled);
    QVERIFY(m_session->isRunning());
    folder.release();
    QTRY_VERIFY(!m_session->isRunning());
    // what had begun is known to the end
    QCOMPARE(stage(folderId), Stage::Done);
    QCOMPARE(folder.held, offer(folderId).planned);
    QCOMPARE(lastEntry().outcome, LedgerEntry::Outcome::Verified);
    QVERIFY(!ad.held);
    QCOMPARE(m_session->history()->size(), 1);
}

void tst_UploadSession::cancelsBeforeTheWrite()
{
    ScriptedStore &ad = addStore(adId);
    plan();
    ad.hold(Verb::Read);
    const QSignalSpy finished(m_session.get(), &UploadSession::finished);
    m_session->upload();
    QTRY_COMPARE(stage(adId), Stage::Reading);
    m_session->cancel();
    QVERIFY(!m_session->isRunning());
    QCOMPARE(stage(adId), Stage::Cancelled);
    QCOMPARE(finished.size(), 1);
    ad.release();
    QVERIFY(m_session->history()->isEmpty());
    QVERIFY(!ad.held);
}

void tst_UploadSession::believesTheStoreMoreThanALostAnswer()
{
    ScriptedStore &ad = addStore(adId);
    plan();
    ad.loseNextAnswer(Verb::Write, Errc::Offline);
    run();
    QCOMPARE(stage(adId), Stage::Done);
    QVERIFY(!m_session->progress(adId).error);
    QCOMPARE(lastEntry().outcome, LedgerEntry::Outcome::Verified);
}

void tst_UploadSession::leavesTheEntryOpenWhenNobodyKnows()
{
    ScriptedStore &ad = addStore(adId);
    plan();
    ad.loseNextAnswer(Verb::Write, Errc::Offline);
    ad.afterWrite = [&ad] { ad.failNext(Verb::Read, Errc::Offline); };
    run();
    QCOMPARE(stage(adId), Stage::Failed);
    QCOMPARE(m_session->progress(adId).error->code, Errc::Offline);
    QCOMPARE(lastEntry().outcome, LedgerEntry::Outcome::Started);
    // the photo is there after all; trying again finds that out and writes nothing
    m_journal.clear();
    m_session->retry(adId);
    QTRY_VERIFY(!m_session->isRunning());
    QCOMPARE(stage(adId), Stage::Done);
    QCOMPARE(m_journal, QStringList {u"ad read"_s});
}

void tst_UploadSession::noticesAnotherPhotoInReadBack()
{
    ScriptedStore &ad = addStore(adId);
    ad.afterWrite = [&ad] { ad.held = foreignPhoto; };
    plan();
    run();
    QCOMPARE(stage(adId), Stage::Failed);
    QCOMPARE(m_session->progress(adId).error->code, Errc::NotVerified);
    QCOMPARE(lastEntry().outcome, LedgerEntry::Outcome::Failed);
    QCOMPARE(offer(adId).current, ExpectedPhoto(foreignPhoto));
}

void tst_UploadSession::saysWhenItCannotReadBack()
{
    ScriptedStore &ad = addStore(adId);
    ad.afterWrite = [&ad] { ad.failNext(Verb::Read, Errc::Timeout); };
    plan();
    run();
    QCOMPARE(stage(adId), Stage::Failed);
    QCOMPARE(m_session->progress(adId).error->code, Errc::NotVerified);
    QCOMPARE(lastEntry().outcome, LedgerEntry::Outcome::Written);
}

void tst_UploadSession::writesNothingWithoutALedger()
{
    ScriptedStore &ad = addStore(adId);
    FullLedger full;
    m_session = std::make_unique<UploadSession>(*m_organisation, full, *m_workers);
    QVERIFY(m_session->setPerson(amy()));
    plan();
    run();
    QCOMPARE(stage(adId), Stage::Failed);
    QCOMPARE(m_session->progress(adId).error->detail, u"no space left"_s);
    QVERIFY(!ad.held);
    m_session.reset();
}

void tst_UploadSession::neverUploadsAnOlderPicture()
{
    ScriptedStore &ad = addStore(adId);
    plan(Qt::red);
    const EncodedPhoto red = *offer(adId).planned;
    m_session->setRenditions(plainRenditions(Qt::green), 700);
    QVERIFY(!offer(adId).planned);
    m_session->upload(); // too early: there is nothing to upload yet
    QVERIFY(!m_session->isRunning());
    QTRY_VERIFY(!m_session->isPlanning());
    run();
    QVERIFY(ad.held);
    QVERIFY(ad.held != ExpectedPhoto(red));

    m_session->setRenditions({}, 0);
    QVERIFY(!m_session->isPlanning());
    QVERIFY(!offer(adId).planned);
}

void tst_UploadSession::keepsOwnPhotoStoresForTheirOwner()
{
    const StoreId own {Workload::Microsoft365, u"m365"_s};
    addStore(own, 648, true);
    m_organisation->me = u"bob"_s;
    plan();
    QCOMPARE(offer(own).right, WriteRight::No);
    m_organisation->me = u"amy"_s;
    plan();
    QCOMPARE(offer(own).right, WriteRight::Yes);
}

void tst_UploadSession::asksAnUnreachableStoreAgain()
{
    ScriptedStore &ad = addStore(adId);
    ad.failNext(Verb::Read, Errc::Offline);
    plan();
    QVERIFY(offer(adId).unreadable);
    QVERIFY(!m_session->plan().steps.constFirst().writes);
    m_session->upload();
    QVERIFY(!m_session->isRunning());
    m_session->retry(adId);
    QTRY_VERIFY(!m_session->isPlanning());
    QVERIFY(offer(adId).currentKnown);
    QVERIFY(!ad.held);
    QVERIFY(m_session->plan().steps.constFirst().writes);
}

void tst_UploadSession::ignoresAPersonChangeDuringAnUpload()
{
    ScriptedStore &ad = addStore(adId);
    plan();
    ad.hold(Verb::Write);
    m_session->upload();
    QTRY_COMPARE(stage(adId), Stage::Writing);
    QVERIFY(!m_session->setPerson({}));
    QCOMPARE(m_session->person(), amy());
    ad.release();
    QTRY_VERIFY(!m_session->isRunning());
}

QTEST_GUILESS_MAIN(tst_UploadSession)
#include "tst_uploadsession.moc"
