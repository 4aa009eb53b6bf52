// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/imaging/samepicture.h"
#include "services/sandbox/portraitpainter.h"
#include "services/session/import/importplan.h"
#include "services/session/import/importrun.h"
#include "tests/app/composition/openedsandbox.h"
#include "tests/support/jobs.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

/// A folder of pictures for several people to everything the sandbox has, among it a real Active Directory
/// where Samba is installed and the servers that speak as Exchange, Microsoft 365 and SharePoint do; and
/// everything back again.
class tst_SandboxImport : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }
    void initTestCase();
    void cleanupTestCase();
    void findsThePeople();
    void goesToAllStores();
    void isThereAlready();
    void comesBack();

private:
    void gather();
    /// What the store holds, as read anew.
    std::optional<EncodedPhoto> shown(const QString &store, const QString &key) const;
    QStringList outcomes(ImportState wanted) const;

    const QStringList m_keys {u"ada.reyes"_s, u"lukasz.zak"_s, u"zoe.angstrom"_s, u"sean.obrien"_s};
    QTemporaryDir m_pictures;
    test::OpenedSandbox m_house;
    std::unique_ptr<ImportPlan> m_plan;
    std::unique_ptr<ImportRun> m_run;
    QMap<QPair<QString, QString>, QByteArray> m_before; ///< by store and person; null = none
};

void tst_SandboxImport::initTestCase()
{
    m_house.open();
    QVERIFY(m_house.ledger);
    m_plan = std::make_unique<ImportPlan>(*m_house.organisation, m_house.workers);
    m_run = std::make_unique<ImportRun>(
        *m_house.organisation, *m_house.ledger, m_house.ledger->imports(), m_house.workers);
    // each shows somebody whom no store has seen, so that nothing is there already
    const QStringList faces {u"nora"_s, u"omar"_s, u"pia"_s, u"quentin"_s};
    for (qsizetype i = 0; i < m_keys.size(); ++i) {
        const QImage picture = paintedPortrait(lookOf(faces.at(i)), {QSize(1200, 1500), {0.5, 0.4}, 0.3});
        QVERIFY(picture.save(m_pictures.filePath(m_keys.at(i) + u".jpg"), "JPEG", 92));
    }
    for (const auto &store : m_house.organisation->stores) {
        for (const QString &key : m_keys) {
            const auto photo = shown(store->id().instance, key);
            m_before.insert({store->id().instance, key}, photo ? photo->bytes : QByteArray());
        }
    }
}

void tst_SandboxImport::cleanupTestCase()
{
    m_run.reset();
    m_plan.reset();
    m_house.organisation.reset();
    m_house.sandbox.reset();
}

std::optional<EncodedPhoto> tst_SandboxImport::shown(const QString &store, const QString &key) const
{
    const auto person = test::outcome(m_house.organisation->directory->person(key));
    if (!person)
        return std::nullopt;
    const auto read = test::outcome(m_house.organisation->store(store)->read(person->keys));
    return read && *read ? std::optional((*read)->photo) : std::nullopt;
}

void tst_SandboxImport::gather()
{
    QSignalSpy finished(m_plan.get(), &ImportPlan::finished);
    QVERIFY(m_plan->gather({m_pictures.path(), NamePattern::usual(), {}, false}));
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 120'000);
    QCOMPARE(m_plan->rows().size(), m_keys.size());
}

/// What did not end so, each with the reason.
QStringList tst_SandboxImport::outcomes(ImportState wanted) const
{
    QStringList others;
    for (const ImportRow &row : m_run->rows()) {
        for (const ImportWrite &write : row.writes) {
            if (write.state != wanted)
                others += row.name() + u' ' + write.store.instance + u": "_s
                    + (write.error ? write.error->detail : QString::number(int(write.state)));
        }
    }
    return others;
}

void tst_SandboxImport::findsThePeople()
{
    gather();
    for (const ImportRow &row : m_plan->rows()) {
        QVERIFY2(row.verdict == ImportVerdict::Ready, qPrintable(row.name()));
        QVERIFY(row.person);
        QCOMPARE(QString(row.person->keys.key + u".jpg"), row.name());
        QCOMPARE(row.writes.size(),
            std::ranges::count_if(
                m_house.organisation->stores, [](const auto &store) { return !store->traits().readOnly; }));
    }
}

void tst_SandboxImport::goesToAllStores()
{
    QVERIFY(m_run->begin(m_plan->wish(), m_plan->rows()));
    m_run->carryOn();
    QTRY_COMPARE_WITH_TIMEOUT(m_run->state(), ImportRun::State::Finished, 180'000);
    QVERIFY2(outcomes(ImportState::Done).isEmpty(), qPrintable(outcomes(ImportState::Done).join(u"; "_s)));

    // by other means than the stores: what the servers keep
    const SandboxWorld &world = *m_house.sandbox->world();
    for (const QString &key : m_keys) {
        const QByteArray mailbox = world.mailboxPhoto(key).value_or(QByteArray());
        QCOMPARE(QImage::fromData(mailbox).size(), QSize(648, 648));
        QCOMPARE(QImage::fromData(world.cloudPhoto(key).value_or(QByteArray())).size(), QSize(648, 648));
        const EncodedPhoto one = EncodedPhoto::of(mailbox, {648, 648});
        QVERIFY(samePicture(one, EncodedPhoto::of(*world.cloudPhoto(key), {648, 648})));
        QVERIFY(samePicture(one, EncodedPhoto::of(*world.sharePointPhoto(key, 'L'), {300, 300})));
        if (m_house.organisation->store(u"ad"_s)) {
            const auto photo = shown(u"ad"_s, key);
            QVERIFY(photo);
            QCOMPARE(photo->pixels, QSize(96, 96)); // not the 64 px Exchange has put there meanwhile
            QVERIFY(samePicture(one, *photo));
        }
    }
}

void tst_SandboxImport::isThereAlready()
{
    gather();
    for (const ImportRow &row : m_plan->rows())
        QVERIFY2(row.verdict == ImportVerdict::AlreadySame, qPrintable(row.name()));
}

void tst_SandboxImport::comesBack()
{
    m_run->undo();
    QTRY_COMPARE_WITH_TIMEOUT(m_run->state(), ImportRun::State::Finished, 180'000);
    // Exchange Web Services have no way to take a photo away: his is left, and the command handed over
    const QStringList others = outcomes(ImportState::Undone);
    QCOMPARE(others.size(), 1);
    QVERIFY2(others.first().startsWith(u"lukasz.zak.jpg exchange: "_s), qPrintable(others.first()));
    for (const ImportRow &row : m_run->rows()) {
        for (const ImportWrite &write : row.writes) {
            if (write.state == ImportState::NotUndone)
                QVERIFY(write.error->handover.contains(u"Remove-UserPhoto"_s));
        }
    }
    for (auto before = m_before.cbegin(); before != m_before.cend(); ++before) {
        const auto &[store, key] = before.key();
        const QByteArray what = (store + u' ' + key).toUtf8();
        if (what == "exchange lukasz.zak")
            continue;
        const auto now = shown(store, key);
        QVERIFY2(now.has_value() == !before->isEmpty(), what.constData());
        if (!now)
            continue;
        if (m_house.organisation->store(store)->traits().keepsBytes)
            QVERIFY2(now->bytes == *before, what.constData());
        else
            QVERIFY2(samePicture(*now, EncodedPhoto::of(*before, now->pixels)), what.constData());
    }
}

QTEST_MAIN(tst_SandboxImport)
#include "tst_sandboximport.moc"
