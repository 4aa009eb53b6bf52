// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/services/stores/storecontract.h"
#include "tests/support/flatpictures.h"

#include "tests/support/jobs.h"

#include <QBuffer>
#include <QColor>
#include <QElapsedTimer>
#include <QImage>
#include <QSignalSpy>
#include <QTest>
#include <QtEndian>

namespace likeness::test {
namespace {

constexpr QRgb red = 0xffcc2222;
constexpr QRgb blue = 0xff2222cc;
constexpr QRgb green = 0xff22cc22;

EncodedPhoto photoOf(const QByteArray &bytes)
{
    return EncodedPhoto::of(bytes, {});
}

template <class T>
std::optional<Errc> errcOf(const Result<T> &result)
{
    return result ? std::nullopt : std::optional(result.error().code);
}

template <class T>
QByteArray trouble(const Result<T> &result)
{
    return result ? QByteArray()
                  : QString(result.error().detail % u' ' % result.error().serverTrace).toUtf8();
}

/// The mean colour of a picture; transparent = none.
QColor colourOf(const QByteArray &picture)
{
    const QImage image = QImage::fromData(picture);
    return image.isNull()
        ? QColor(Qt::transparent)
        : image.scaled(1, 1, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).pixelColor(0, 0);
}

bool looksAlike(const QByteArray &a, const QByteArray &b)
{
    const QColor first = colourOf(a);
    const QColor second = colourOf(b);
    return first.alpha() == 255 && second.alpha() == 255 && std::abs(first.red() - second.red()) < 12
        && std::abs(first.green() - second.green()) < 12 && std::abs(first.blue() - second.blue()) < 12;
}

} // namespace

QByteArray jpegPhoto(int edge, QRgb colour, qsizetype length)
{
    QByteArray jpeg = flatPicture({edge, edge}, QColor::fromRgb(colour));
    while (jpeg.size() < length) {
        const qsizetype rest = length - jpeg.size();
        const qsizetype segment = rest <= 65537 ? rest : std::min<qsizetype>(rest - 4, 65537);
        QByteArray comment(segment, 'x');
        qToBigEndian<quint16>(0xfffe, comment.data());
        qToBigEndian(static_cast<quint16>(segment - 2), comment.data() + 2);
        jpeg.insert(2, comment);
    }
    return jpeg;
}

// What is asked of a store and cannot be so is said, not left out in silence.
#define STORE_OR_SKIP(name, situation)                                                                       \
    const std::unique_ptr<PhotoStore> name = m_harness.store(situation);                                     \
    if (!name)                                                                                               \
    QSKIP(m_harness.whyNot(situation))

#define VERIFY_STANDS(store, expected)                                                                       \
    do {                                                                                                     \
        const QByteArray objection = objectionTo(store, expected);                                           \
        QVERIFY2(objection.isEmpty(), objection.constData());                                                \
    } while (false)

#define VERIFY_RESULT(result)                                                                                \
    do {                                                                                                     \
        const auto &held = (result);                                                                         \
        QVERIFY2(held.hasValue(), trouble(held).constData());                                                \
    } while (false)

StoreContract::StoreContract(StoreHarness &harness)
    : m_harness(harness)
{
}

QByteArray StoreContract::objectionTo(
    const PhotoStore &store, const std::optional<QByteArray> &expected) const
{
    const std::optional<QByteArray> there = m_harness.photo();
    if (there.has_value() != expected.has_value())
        return there ? "there is a photo" : "there is no photo";
    if (!there)
        return {};
    const bool same = store.traits().keepsBytes ? *there == *expected : looksAlike(*there, *expected);
    return same ? QByteArray() : QByteArray("there is another photo");
}

EncodedPhoto StoreContract::shown(PhotoStore &store, const QByteArray &put) const
{
    if (store.traits().keepsBytes)
        return photoOf(put);
    const auto read = outcome(store.read(m_harness.person()));
    return read && *read ? (*read)->photo : EncodedPhoto();
}

void StoreContract::init()
{
    QVERIFY(m_harness.setPhoto(std::nullopt));
    if (TcpRelay *relay = m_harness.relay())
        relay->setMode(TcpRelay::Mode::Pass);
}

void StoreContract::probes()
{
    STORE_OR_SKIP(store, Situation::Plain);
    const auto text = outcome(store->probe());
    VERIFY_RESULT(text);
    QVERIFY(!text->isEmpty());
}

void StoreContract::noPhotoIsAnAnswer()
{
    STORE_OR_SKIP(store, Situation::Plain);
    const auto read = outcome(store->read(m_harness.person()));
    VERIFY_RESULT(read);
    QVERIFY(!read->has_value());
}

void StoreContract::readsWhatIsThere()
{
    STORE_OR_SKIP(store, Situation::Plain);
    const QByteArray there = jpegPhoto(96, red);
    QVERIFY(m_harness.setPhoto(there));
    const auto read = outcome(store->read(m_harness.person()));
    VERIFY_RESULT(read);
    QVERIFY(read->has_value());
    if (store->traits().keepsBytes)
        QCOMPARE((*read)->photo.bytes, there);
    QVERIFY(looksAlike((*read)->photo.bytes, there));
    QCOMPARE((*read)->photo.pixels, QSize(96, 96));
    QCOMPARE((*read)->photo.sha256.size(), 64);
}

void StoreContract::seesWhatItReads()
{
    STORE_OR_SKIP(store, Situation::Plain);
    const auto none = outcome(store->see(m_harness.person(), {}));
    VERIFY_RESULT(none);
    QVERIFY(none->served.isEmpty());
    QVERIFY(!none->evidence.isEmpty());

    QVERIFY(m_harness.setPhoto(jpegPhoto(96, red)));
    const auto read = outcome(store->read(m_harness.person()));
    VERIFY_RESULT(read);
    const auto first = outcome(store->see(m_harness.person(), *none));
    VERIFY_RESULT(first);
    QVERIFY(!first->served.isEmpty());
    QCOMPARE(first->served.constFirst().photo.bytes, (*read)->photo.bytes);
    QCOMPARE(first->served.constFirst().photo.pixels, QSize(96, 96));
    QCOMPARE(first->changed.has_value(), m_harness.stampsWrites());

    // nothing has changed, then another photo
    const auto again = outcome(store->see(m_harness.person(), *first));
    VERIFY_RESULT(again);
    QCOMPARE(again->served.constFirst().photo.bytes, first->served.constFirst().photo.bytes);
    QVERIFY(m_harness.setPhoto(jpegPhoto(96, blue)));
    const auto other = outcome(store->see(m_harness.person(), *again));
    VERIFY_RESULT(other);
    QVERIFY(!other->served.isEmpty());
    QVERIFY(other->served.constFirst().photo.bytes != first->served.constFirst().photo.bytes);
}

void StoreContract::writesTheFirst()
{
    STORE_OR_SKIP(store, Situation::Plain);
    const QByteArray mine = jpegPhoto(96, red, 9000);
    const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-2);
    const auto written = outcome(store->write(m_harness.person(), photoOf(mine), std::nullopt));
    VERIFY_RESULT(written);
    VERIFY_STANDS(*store, mine);

    const auto read = outcome(store->read(m_harness.person()));
    VERIFY_RESULT(read);
    QVERIFY(read->has_value());
    QCOMPARE((*read)->written.has_value(), m_harness.stampsWrites());
    if (m_harness.stampsWrites()) {
        QVERIFY((*read)->written->at >= before);
        QVERIFY((*read)->written->at <= QDateTime::currentDateTimeUtc().addSecs(2));
        QVERIFY(!(*read)->written->where.isEmpty());
    }
}

void StoreContract::replaces()
{
    STORE_OR_SKIP(store, Situation::Plain);
    const QByteArray old = jpegPhoto(48, red);
    const QByteArray mine = jpegPhoto(96, blue);
    QVERIFY(m_harness.setPhoto(old));
    VERIFY_RESULT(outcome(store->write(m_harness.person(), photoOf(mine), shown(*store, old))));
    VERIFY_STANDS(*store, mine);
}

void StoreContract::removes()
{
    STORE_OR_SKIP(store, Situation::Plain);
    const QByteArray old = jpegPhoto(48, red);
    QVERIFY(m_harness.setPhoto(old));
    const auto removed = outcome(store->remove(m_harness.person(), shown(*store, old)));
    if (const char *why = m_harness.whyNoRemoval()) {
        QCOMPARE(errcOf(removed), Errc::Unsupported);
        QVERIFY(!removed.error().handover.isEmpty()); // somebody else can
        VERIFY_STANDS(*store, old);
        QSKIP(why);
    }
    VERIFY_RESULT(removed);
    VERIFY_STANDS(*store, std::nullopt);
}

void StoreContract::removesNothing()
{
    if (const char *why = m_harness.whyNoRemoval())
        QSKIP(why);
    STORE_OR_SKIP(store, Situation::Plain);
    VERIFY_RESULT(outcome(store->remove(m_harness.person(), std::nullopt)));
    VERIFY_STANDS(*store, std::nullopt);
}

void StoreContract::changesNothingWhenTheSameIsWritten()
{
    STORE_OR_SKIP(store, Situation::Plain);
    const QByteArray old = jpegPhoto(48, red);
    QVERIFY(m_harness.setPhoto(old));
    VERIFY_RESULT(outcome(store->write(m_harness.person(), photoOf(old), shown(*store, old))));
    VERIFY_STANDS(*store, old);
}

void StoreContract::conflictWhenReplaced()
{
    STORE_OR_SKIP(store, Situation::Plain);
    const QByteArray theirs = jpegPhoto(48, green);
    QVERIFY(m_harness.setPhoto(theirs));
    const auto written = outcome(
        store->write(m_harness.person(), photoOf(jpegPhoto(96, blue)), photoOf(jpegPhoto(48, red))));
    QCOMPARE(errcOf(written), Errc::Conflict);
    VERIFY_STANDS(*store, theirs);
}

void StoreContract::conflictWhenSomebodyWasFirst()
{
    STORE_OR_SKIP(store, Situation::Plain);
    const QByteArray theirs = jpegPhoto(48, green);
    QVERIFY(m_harness.setPhoto(theirs));
    const auto written
        = outcome(store->write(m_harness.person(), photoOf(jpegPhoto(96, blue)), std::nullopt));
    QCOMPARE(errcOf(written), Errc::Conflict);
    VERIFY_STANDS(*store, theirs);
}

void StoreContract::conflictWhenGone()
{
    STORE_OR_SKIP(store, Situation::Plain);
    const auto written = outcome(
        store->write(m_harness.person(), photoOf(jpegPhoto(96, blue)), photoOf(jpegPhoto(48, red))));
    QCOMPARE(errcOf(written), Errc::Conflict);
    VERIFY_STANDS(*store, std::nullopt);
}

void StoreContract::conflictOnRemoval()
{
    if (const char *why = m_harness.whyNoRemoval())
        QSKIP(why);
    STORE_OR_SKIP(store, Situation::Plain);
    const QByteArray theirs = jpegPhoto(48, green);
    QVERIFY(m_harness.setPhoto(theirs));
    for (const ExpectedPhoto &expected : {ExpectedPhoto(), ExpectedPhoto(photoOf(jpegPhoto(48, red)))}) {
        QCOMPARE(errcOf(outcome(store->remove(m_harness.person(), expected))), Errc::Conflict);
        VERIFY_STANDS(*store, theirs);
    }
}

void StoreContract::takesAsMuchAsItSays()
{
    STORE_OR_SKIP(store, Situation::Plain);
    const QByteArray full = jpegPhoto(96, red, store->traits().byteLimit);
    QCOMPARE(full.size(), store->traits().byteLimit);
    VERIFY_RESULT(outcome(store->write(m_harness.person(), photoOf(full), std::nullopt)));
    VERIFY_STANDS(*store, full);
}

void StoreContract::refusesMore()
{
    STORE_OR_SKIP(store, Situation::Plain);
    const QByteArray over = jpegPhoto(96, red, store->traits().byteLimit + 1);
    QCOMPARE(errcOf(outcome(store->write(m_harness.person(), photoOf(over), std::nullopt))), Errc::TooLarge);
    VERIFY_STANDS(*store, std::nullopt);
}

void StoreContract::refusesNothing()
{
    STORE_OR_SKIP(store, Situation::Plain);
    const QByteArray old = jpegPhoto(48, red);
    QVERIFY(m_harness.setPhoto(old));
    QCOMPARE(
        errcOf(outcome(store->write(m_harness.person(), photoOf({}), shown(*store, old)))), Errc::Refused);
    VERIFY_STANDS(*store, old);
}

void StoreContract::nobodyIsNotFound()
{
    STORE_OR_SKIP(store, Situation::Plain);
    const std::optional<PersonKeys> nobody = m_harness.nobody();
    if (!nobody)
        QSKIP("here nobody is missing: no entry is needed, or it looks like a missing photo");
    QCOMPARE(errcOf(outcome(store->read(*nobody))), Errc::NotFound);
    QCOMPARE(
        errcOf(outcome(store->write(*nobody, photoOf(jpegPhoto(96, red)), std::nullopt))), Errc::NotFound);
    QCOMPARE(errcOf(outcome(store->mayWrite(*nobody))), Errc::NotFound);
}

void StoreContract::tellsRights()
{
    STORE_OR_SKIP(plain, Situation::Plain);
    const auto right = outcome(plain->mayWrite(m_harness.person()));
    VERIFY_RESULT(right);
    QCOMPARE(*right, m_harness.rightWhenPlain());
    QCOMPARE(plain->traits().tellsRights, m_harness.rightWhenPlain() != WriteRight::Unknown);
    STORE_OR_SKIP(store, Situation::NoRight);
    const auto none = outcome(store->mayWrite(m_harness.person()));
    VERIFY_RESULT(none);
    QCOMPARE(*none, m_harness.rightWithoutRight());
}

void StoreContract::refusedWithoutRight()
{
    STORE_OR_SKIP(store, Situation::NoRight);
    const QByteArray old = jpegPhoto(48, red);
    QVERIFY(m_harness.setPhoto(old));
    const auto read = outcome(store->read(m_harness.person()));
    VERIFY_RESULT(read);
    QVERIFY(read->has_value());
    const auto written
        = outcome(store->write(m_harness.person(), photoOf(jpegPhoto(96, blue)), shown(*store, old)));
    QCOMPARE(errcOf(written), m_harness.errcWithoutRight());
    if (!m_harness.whyNoRemoval()) {
        const auto removed = outcome(store->remove(m_harness.person(), shown(*store, old)));
        QCOMPARE(errcOf(removed), m_harness.errcWithoutRight());
    }
    VERIFY_STANDS(*store, old);
}

void StoreContract::signInFails_data()
{
    QTest::addColumn<Situation>("situation");
    QTest::addColumn<Errc>("code");
    QTest::newRow("wrong password") << Situation::WrongPassword << Errc::SignInNeeded;
    QTest::newRow("locked account") << Situation::LockedAccount << Errc::AccountLocked;
    QTest::newRow("expired password") << Situation::ExpiredPassword << Errc::PasswordExpired;
}

void StoreContract::signInFails()
{
    QFETCH(const Situation, situation);
    QFETCH(const Errc, code);
    STORE_OR_SKIP(store, situation);
    const auto read = outcome(store->read(m_harness.person()));
    QCOMPARE(errcOf(read), code);
    QVERIFY(!read.error().serverTrace.isEmpty());
}

void StoreContract::certificateRefused_data()
{
    QTest::addColumn<Situation>("situation");
    QTest::addColumn<Errc>("code");
    QTest::newRow("unknown issuer") << Situation::CertificateUnknownIssuer << Errc::CertificateUnknownIssuer;
    QTest::newRow("wrong name") << Situation::CertificateWrongName << Errc::CertificateWrongName;
    QTest::newRow("expired") << Situation::CertificateExpired << Errc::CertificateExpired;
}

void StoreContract::certificateRefused()
{
    QFETCH(const Situation, situation);
    QFETCH(const Errc, code);
    STORE_OR_SKIP(store, situation);
    const auto read = outcome(store->read(m_harness.person()));
    QCOMPARE(errcOf(read), code);
    QVERIFY(!read.error().detail.isEmpty());
}

void StoreContract::serverGone()
{
    STORE_OR_SKIP(store, Situation::ServerGone);
    QCOMPARE(errcOf(outcome(store->read(m_harness.person()))), Errc::Offline);
}

std::unique_ptr<PhotoStore> StoreContract::relayed()
{
    std::unique_ptr<PhotoStore> store = m_harness.store(Situation::Relayed);
    // The first read opens the connection, so that what follows goes over a kept one
    if (store && !outcome(store->read(m_harness.person())))
        qWarning("the relayed store cannot be read");
    return store;
}

void StoreContract::goneBeforeTheWriteArrives()
{
    const std::unique_ptr<PhotoStore> store = relayed();
    if (!store)
        QSKIP(m_harness.whyNot(Situation::Relayed));
    const int before = m_harness.relay()->bigRequests();
    m_harness.relay()->setMode(TcpRelay::Mode::CutBeforeBigRequest);
    const auto written
        = outcome(store->write(m_harness.person(), photoOf(jpegPhoto(96, red, 9000)), std::nullopt));
    QCOMPARE(errcOf(written), Errc::Offline);
    QVERIFY(written.error().detail.contains(QStringLiteral("not known")));
    VERIFY_STANDS(*store, std::nullopt);

    m_harness.relay()->setMode(TcpRelay::Mode::Pass);
    VERIFY_RESULT(outcome(store->read(m_harness.person())));
    QCOMPARE(m_harness.relay()->bigRequests(), before + 1); // nothing was repeated
}

void StoreContract::goneAfterTheWriteArrived()
{
    const std::unique_ptr<PhotoStore> store = relayed();
    if (!store)
        QSKIP(m_harness.whyNot(Situation::Relayed));
    const int before = m_harness.relay()->bigRequests();
    const QByteArray mine = jpegPhoto(96, red, 9000);
    m_harness.relay()->setMode(TcpRelay::Mode::CutAfterBigRequest);
    const auto written = outcome(store->write(m_harness.person(), photoOf(mine), std::nullopt));
    QCOMPARE(errcOf(written), Errc::Offline);
    QVERIFY(written.error().detail.contains(QStringLiteral("not known")));
    VERIFY_STANDS(*store, mine); // it was made, and reading tells
    QCOMPARE(m_harness.relay()->bigRequests(), before + 1); // nothing was repeated
}

void StoreContract::slowServer()
{
    const std::unique_ptr<PhotoStore> store = relayed();
    if (!store)
        QSKIP(m_harness.whyNot(Situation::Relayed));
    m_harness.relay()->setMode(TcpRelay::Mode::HoldReplies);
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(errcOf(outcome(store->read(m_harness.person()))), Errc::Timeout);
    // also when it does not even greet
    QCOMPARE(errcOf(outcome(store->read(m_harness.person()))), Errc::Timeout);
    QVERIFY(clock.elapsed() < 10000);
}

void StoreContract::cancelled()
{
    const std::unique_ptr<PhotoStore> store = relayed();
    if (!store)
        QSKIP(m_harness.whyNot(Situation::Relayed));
    m_harness.relay()->setMode(TcpRelay::Mode::HoldReplies);
    const auto job = store->read(m_harness.person());
    QSignalSpy finished(job.get(), &Job::finished);
    job->start();
    QTest::qWait(100); // under way
    QVERIFY(finished.isEmpty());
    job->cancel();
    QCOMPARE(finished.size(), 1);
    QCOMPARE(errcOf(job->result()), Errc::Cancelled);
    m_harness.relay()->setMode(TcpRelay::Mode::Pass);
    VERIFY_RESULT(outcome(store->read(m_harness.person())));
    QCOMPARE(finished.size(), 1);
}

void StoreContract::dropped()
{
    STORE_OR_SKIP(store, Situation::Plain);
    for (int turn = 0; turn < 3; ++turn) {
        auto job = store->write(m_harness.person(), photoOf(jpegPhoto(96, red)), std::nullopt);
        job->start();
        for (int at = 0; at < turn; ++at)
            QCoreApplication::processEvents();
        job.reset();
    }
    VERIFY_RESULT(outcome(store->probe()));
}

} // namespace likeness::test
