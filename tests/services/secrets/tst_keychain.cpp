// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/secrets/bestsecretstore.h"
#include "services/secrets/keychainsecretstore.h"

#include <QRegularExpression>
#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

namespace {

/// The eight seconds of a keychain that waits for a person, and some.
constexpr int patience = 12'000;

template <class T>
void finishJob(const JobPtr<T> &job)
{
    job->start();
    QTRY_VERIFY_WITH_TIMEOUT(job->isFinished(), patience);
}

} // namespace

/// Runs in a session with a real gnome-keyring that is unlocked (tests/support/with-keyring.sh).
class tst_Keychain : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void keepsSecrets_data();
    void keepsSecrets();
    void knowsNothingOfAnUnknownKey();
    void replacesAndErases();
    void letsGoOfACallUnderWay();
    void isChosen();
};

void tst_Keychain::keepsSecrets_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("a password") << QByteArray("correct horse");
    QTest::newRow("umlauts") << u"Grüße, 写真"_s.toUtf8();
    QTest::newRow("bytes") << QByteArray("\0\x01\xff\n", 4);
    QTest::newRow("a long token") << QByteArray(20'000, 't');
}

void tst_Keychain::keepsSecrets()
{
    QFETCH(const QByteArray, secret);
    KeychainSecretStore store;
    const auto saved = store.save(u"ad/svc"_s, secret);
    finishJob(saved);
    QVERIFY2(saved->result(), saved->result() ? "" : qPrintable(saved->result().error().detail));
    KeychainSecretStore another; // what was saved does not live in the object
    const auto loaded = another.load(u"ad/svc"_s);
    finishJob(loaded);
    QVERIFY(loaded->result());
    QCOMPARE(*loaded->result(), std::optional(secret));
}

void tst_Keychain::knowsNothingOfAnUnknownKey()
{
    KeychainSecretStore store;
    const auto loaded = store.load(u"nobody"_s);
    finishJob(loaded);
    QVERIFY(loaded->result());
    QVERIFY(!*loaded->result());
    const auto erased = store.erase(u"nobody"_s);
    finishJob(erased);
    QVERIFY(erased->result());
}

void tst_Keychain::replacesAndErases()
{
    KeychainSecretStore store;
    finishJob(store.save(u"key"_s, "first"));
    finishJob(store.save(u"key"_s, "second"));
    const auto loaded = store.load(u"key"_s);
    finishJob(loaded);
    QCOMPARE(*loaded->result(), std::optional(QByteArray("second")));
    finishJob(store.erase(u"key"_s));
    const auto gone = store.load(u"key"_s);
    finishJob(gone);
    QVERIFY(!*gone->result());
}

void tst_Keychain::letsGoOfACallUnderWay()
{
    KeychainSecretStore store;
    auto never = store.load(u"key"_s);
    never.reset();
    auto dropped = store.save(u"dropped"_s, "x");
    dropped->start();
    QCoreApplication::processEvents();
    dropped.reset();
    auto cancelled = store.save(u"cancelled"_s, "x");
    cancelled->start();
    QCoreApplication::processEvents();
    cancelled->cancel();
    QCOMPARE(cancelled->result().error().code, Errc::Cancelled);
    finishJob(store.load(u"key"_s)); // the keychain's own answers arrive in the meantime
}

void tst_Keychain::isChosen()
{
    BestSecretStore store(std::make_unique<KeychainSecretStore>());
    QVERIFY(!store.isLasting());
    finishJob(store.save(u"chosen"_s, "lasting"));
    QVERIFY2(store.isLasting(), qPrintable(store.reason()));
    KeychainSecretStore keychain;
    const auto loaded = keychain.load(u"chosen"_s);
    finishJob(loaded);
    QCOMPARE(*loaded->result(), std::optional(QByteArray("lasting")));
}

QTEST_GUILESS_MAIN(tst_Keychain)
#include "tst_keychain.moc"
