// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/services/session/uploadsessiontest.h"
#include "tests/support/flatpictures.h"

#include <QBuffer>
#include <QImage>

using namespace likeness;
using namespace Qt::StringLiterals;

namespace {

const StoreId mailbox {Workload::Exchange, u"mail"_s};
const StoreId directory {Workload::ActiveDirectory, u"ad"_s};

/// What a store makes of a photo: another size, encoded anew, by Qt.
EncodedPhoto remade(const EncodedPhoto &photo, int edge)
{
    const QImage image
        = QImage::fromData(photo.bytes).scaled(edge, edge, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", 75);
    return EncodedPhoto::of(bytes, image.size());
}

EncodedPhoto flatPhoto(const QColor &colour, int edge)
{
    return EncodedPhoto::of(test::flatPicture({edge, edge}, colour), {edge, edge});
}

} // namespace

/// Stores that make their own files of what they are given, and pass them on to others.
class tst_RemakingStores : public UploadSessionTest
{
    Q_OBJECT
private slots:
    void isVerifiedAsAPicture();
    void isThereAlready();
    void isWrittenAgainWhenSmaller();
    void isNotVerifiedWhenAnother_data();
    void isNotVerifiedWhenAnother();
    void passedOnIsNoConflict();
    void somebodyElsesStaysAConflict();

private:
    ScriptedStore &addMailbox();
};

ScriptedStore &tst_RemakingStores::addMailbox()
{
    StoreTraits traits;
    traits.title = u"MAIL"_s;
    traits.byteBudget = traits.byteLimit = 102'400;
    traits.comparesAndSwaps = false;
    traits.keepsBytes = false;
    auto store = std::make_unique<ScriptedStore>(mailbox, traits);
    store->journal = &m_journal;
    store->remake = [](const EncodedPhoto &photo) { return remade(photo, 648); };
    ScriptedStore &added = *store;
    m_organisation->stores.push_back(std::move(store));
    return added;
}

void tst_RemakingStores::isVerifiedAsAPicture()
{
    ScriptedStore &mail = addMailbox();
    plan();
    const EncodedPhoto planned = *offer(mailbox).planned;
    run();
    QCOMPARE(stage(mailbox), Stage::Done);
    QVERIFY(mail.held && *mail.held != planned); // else this would show nothing
    QCOMPARE(lastEntry().outcome, LedgerEntry::Outcome::Verified);
    QCOMPARE(lastEntry().afterSha256, planned.sha256);
}

void tst_RemakingStores::isThereAlready()
{
    addMailbox();
    plan();
    QVERIFY(m_session->plan().steps.first().writes);
    run();
    QTRY_VERIFY(!m_session->isPlanning());
    QVERIFY(!m_session->plan().steps.first().writes);
    QCOMPARE(m_session->plan().steps.first().warnings, QList {PlanWarning::AlreadyThere});
    // another picture is another matter
    m_session->setRenditions(plainRenditions(Qt::blue), 700);
    QTRY_VERIFY(!m_session->isPlanning());
    QVERIFY(m_session->plan().steps.first().writes);
}

void tst_RemakingStores::isWrittenAgainWhenSmaller()
{
    ScriptedStore &mail = addMailbox();
    mail.held = flatPhoto(Qt::red, 96);
    plan();
    QVERIFY(m_session->plan().steps.first().writes);
    run();
    QCOMPARE(stage(mailbox), Stage::Done);
    QCOMPARE(mail.held->pixels, QSize(648, 648));
}

void tst_RemakingStores::isNotVerifiedWhenAnother_data()
{
    QTest::addColumn<QByteArray>("made");
    QTest::newRow("another picture") << flatPhoto(Qt::blue, 648).bytes;
    QTest::newRow("a placeholder") << flatPhoto(Qt::lightGray, 96).bytes;
    QTest::newRow("no picture at all") << QByteArray("<html>Sign in</html>");
}

void tst_RemakingStores::isNotVerifiedWhenAnother()
{
    QFETCH(const QByteArray, made);
    ScriptedStore &mail = addMailbox();
    mail.remake = [made](const EncodedPhoto &) { return EncodedPhoto::of(made, {648, 648}); };
    plan();
    run();
    QCOMPARE(stage(mailbox), Stage::Failed);
    QCOMPARE(m_session->progress(mailbox).error->code, Errc::NotVerified);
    QCOMPARE(lastEntry().outcome, LedgerEntry::Outcome::Failed);
}

/// Exchange puts a small copy into the directory while the upload goes on; what stood there before all of it
/// is what Restore brings back.
void tst_RemakingStores::passedOnIsNoConflict()
{
    ScriptedStore &mail = addMailbox();
    ScriptedStore &ad = addStore(directory);
    const EncodedPhoto before = flatPhoto(Qt::darkGreen, 96);
    ad.held = before;
    mail.afterWrite = [&] { ad.held = remade(*mail.held, 64); };
    plan();
    run();
    QCOMPARE(stage(mailbox), Stage::Done);
    QCOMPARE(stage(directory), Stage::Done);
    QCOMPARE(ad.held, offer(directory).planned);
    QCOMPARE(lastEntry().store, directory);
    QCOMPARE(lastEntry().beforeSha256, before.sha256);
}

void tst_RemakingStores::somebodyElsesStaysAConflict()
{
    ScriptedStore &mail = addMailbox();
    ScriptedStore &ad = addStore(directory);
    ad.held = flatPhoto(Qt::darkGreen, 96);
    const EncodedPhoto somebodys = flatPhoto(Qt::blue, 64);
    mail.afterWrite = [&] { ad.held = somebodys; };
    plan();
    run();
    QCOMPARE(stage(mailbox), Stage::Done);
    QCOMPARE(stage(directory), Stage::Conflicted);
    QCOMPARE(ad.held, std::optional(somebodys));
}

QTEST_MAIN(tst_RemakingStores)
#include "tst_remakingstores.moc"
