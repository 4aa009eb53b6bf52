// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/secrets/bestsecretstore.h"
#include "services/secrets/keychainsecretstore.h"

#include <QRegularExpression>
#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

namespace {

/// A locked keychain waits for a person; the test does not.
std::unique_ptr<KeychainSecretStore> impatientKeychain()
{
    return std::make_unique<KeychainSecretStore>(u"Likeness"_s, std::chrono::milliseconds(1500));
}

} // namespace

/// Runs twice: where there is no keychain at all, and with a real one that is locked.
class tst_WithoutKeychain : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void keepsSecretsForThisRun();
    void saysSoBeforeASecretIsTyped();
    void theKeychainItselfRefuses();
};

void tst_WithoutKeychain::keepsSecretsForThisRun()
{
    BestSecretStore store(impatientKeychain());
    const auto loaded = store.load(u"ad/svc"_s);
    loaded->start();
    QTRY_VERIFY_WITH_TIMEOUT(loaded->isFinished(), 12'000);
    QVERIFY(loaded->result());
    QVERIFY(!*loaded->result());

    const auto saved = store.save(u"ad/svc"_s, "secret");
    saved->start();
    QTRY_VERIFY(saved->isFinished());
    QVERIFY(saved->result());
    QVERIFY(!store.isLasting());
    const auto again = store.load(u"ad/svc"_s);
    again->start();
    QTRY_VERIFY(again->isFinished());
    QCOMPARE(*again->result(), std::optional(QByteArray("secret")));
    const auto erased = store.erase(u"ad/svc"_s);
    erased->start();
    QTRY_VERIFY(erased->isFinished());
    const auto gone = store.load(u"ad/svc"_s);
    gone->start();
    QTRY_VERIFY(gone->isFinished());
    QVERIFY(!*gone->result());
}

void tst_WithoutKeychain::saysSoBeforeASecretIsTyped()
{
    BestSecretStore store(impatientKeychain());
    const auto choice = store.choose();
    choice->start();
    QTRY_VERIFY_WITH_TIMEOUT(choice->isFinished(), 12'000);
    QCOMPARE(*choice->result(), false);
    QVERIFY(!store.isLasting());
    QVERIFY(!store.reason().isEmpty());
}

void tst_WithoutKeychain::theKeychainItselfRefuses()
{
    const auto keychain = impatientKeychain();
    const auto saved = keychain->save(u"ad/svc"_s, "a secret that must not be told");
    saved->start();
    QTRY_VERIFY_WITH_TIMEOUT(saved->isFinished(), 12'000);
    QVERIFY(!saved->result());
    QVERIFY(!saved->result().error().detail.contains(u"must not be told"_s));
}

QTEST_GUILESS_MAIN(tst_WithoutKeychain)
#include "tst_withoutkeychain.moc"
