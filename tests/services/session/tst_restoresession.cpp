// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/services/session/uploadsessiontest.h"

using namespace likeness;
using namespace Qt::StringLiterals;

namespace {

const StoreId adId {Workload::ActiveDirectory, u"ad"_s};
const EncodedPhoto oldPhoto = EncodedPhoto::of("the photo from before", QSize(96, 96));
const EncodedPhoto foreignPhoto = EncodedPhoto::of("somebody else's photo", QSize(96, 96));

} // namespace

/// Bringing back what an upload replaced.
class tst_RestoreSession : public UploadSessionTest
{
    Q_OBJECT
private slots:
    void restoresWhatWasThereBefore();
    void restoresToNoPhoto();
    void restoresOnlyTheSamePerson();
};

void tst_RestoreSession::restoresWhatWasThereBefore()
{
    ScriptedStore &ad = addStore(adId);
    ad.held = oldPhoto;
    plan();
    run();
    const LedgerEntry upload = lastEntry();
    ad.held = foreignPhoto; // whatever stands there is saved, not lost
    QVERIFY(m_session->restore(upload.id));
    QTRY_VERIFY(!m_session->isRunning());
    QCOMPARE(stage(adId), Stage::Done);
    QCOMPARE(ad.held, ExpectedPhoto(oldPhoto));
    QCOMPARE(lastEntry().action, LedgerEntry::Action::Restore);
    QCOMPARE(lastEntry().outcome, LedgerEntry::Outcome::Verified);
    QCOMPARE(lastEntry().beforeSha256, foreignPhoto.sha256);
    QCOMPARE(lastEntry().afterSha256, oldPhoto.sha256);
}

void tst_RestoreSession::restoresToNoPhoto()
{
    ScriptedStore &ad = addStore(adId);
    plan();
    run();
    const LedgerEntry upload = lastEntry();
    ad.failNext(Verb::Remove, Errc::Offline);
    QVERIFY(m_session->restore(upload.id));
    QTRY_VERIFY(!m_session->isRunning());
    QCOMPARE(stage(adId), Stage::Failed);
    m_session->retry(adId); // what failed is tried again, not the upload
    QTRY_VERIFY(!m_session->isRunning());
    QCOMPARE(stage(adId), Stage::Done);
    QVERIFY(!ad.held);
    QVERIFY(lastEntry().afterSha256.isEmpty());
}

void tst_RestoreSession::restoresOnlyTheSamePerson()
{
    addStore(adId);
    plan();
    run();
    const qint64 amys = lastEntry().id;
    Person bob;
    bob.keys.key = u"bob"_s;
    QVERIFY(m_session->setPerson(bob));
    QCOMPARE(m_session->restore(amys).error().code, Errc::BadInput);
    QCOMPARE(m_session->restore(4711).error().code, Errc::NotFound);
    m_organisation->id = u"fabrikam"_s;
    QVERIFY(m_session->setPerson(amy()));
    QCOMPARE(m_session->restore(amys).error().code, Errc::BadInput);
}

QTEST_GUILESS_MAIN(tst_RestoreSession)
#include "tst_restoresession.moc"
