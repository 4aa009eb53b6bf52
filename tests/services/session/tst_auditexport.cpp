// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/auditexport.h"

#include "models/people/csvpeople.h"
#include "tests/support/jobs.h"
#include "tests/support/ledgerplaces.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace likeness;
using namespace likeness::test;
using namespace Qt::StringLiterals;

namespace {

const EncodedPhoto oldPhoto = EncodedPhoto::of("the old photo", QSize(96, 96));
const EncodedPhoto newPhoto = EncodedPhoto::of(QByteArray("new\0photo", 9), QSize(648, 640));
const EncodedPhoto noPicture = EncodedPhoto::of("?", QSize());

QDateTime at(int hour)
{
    return {{2026, 3, 1}, {hour, 20, 5, 678}, QTimeZone::utc()};
}

} // namespace

/// Exports of real ledgers, on every database.
class tst_AuditExport final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase_data() { LedgerPlace::addRows(); }
    void init();
    void cleanup() { m_ledger.reset(); }
    void tellsEverything();
    void tellsProgramsToo();
    void leavesOutWhatIsNotWanted_data();
    void leavesOutWhatIsNotWanted();
    void runsNoFormulas();
    void goesOverPages();
    void leavesTheFormerFileUntilItIsDone();
    void saysWhatIsWrong();

public:
    static inline PostgresLab *lab = nullptr;

private:
    void put(LedgerEntry entry, const std::optional<EncodedPhoto> &before,
        const std::optional<EncodedPhoto> &after, std::optional<LedgerEntry::Outcome> outcome,
        const QString &detail = {});
    LedgerEntry entryOf(const QString &key, int hour) const;
    QByteArray exported(AuditFilter filter, const QString &name);
    QList<QStringList> rowsOf(const QByteArray &csv) const;

    LedgerPlace m_place;
    std::unique_ptr<SqlLedger> m_ledger;
    std::unique_ptr<QTemporaryDir> m_dir;
};

void tst_AuditExport::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_dir = std::make_unique<QTemporaryDir>();
    m_place = LedgerPlace::fresh(*lab);
    m_ledger = m_place.open();
    QVERIFY(m_ledger);
}

LedgerEntry tst_AuditExport::entryOf(const QString &key, int hour) const
{
    LedgerEntry entry;
    entry.at = at(hour);
    entry.organisation = u"contoso"_s;
    entry.personKey = key;
    entry.personName = u"Zoë "_s + key;
    entry.store = {Workload::ActiveDirectory, u"ad"_s};
    entry.storeTitle = u"Active Directory"_s;
    entry.operatorName = u"helpdesk"_s;
    return entry;
}

void tst_AuditExport::put(LedgerEntry entry, const std::optional<EncodedPhoto> &before,
    const std::optional<EncodedPhoto> &after, std::optional<LedgerEntry::Outcome> outcome,
    const QString &detail)
{
    const auto id = m_ledger->begin(entry, before, after);
    QVERIFY(id);
    if (outcome)
        QVERIFY(m_ledger->finish(*id, *outcome, detail));
}

QByteArray tst_AuditExport::exported(AuditFilter filter, const QString &name)
{
    filter.organisation = u"contoso"_s;
    const QString path = m_dir->filePath(name);
    const auto entries = outcome(JobPtr<qint64>(new AuditExport(*m_ledger, filter, path)));
    if (!entries)
        qCritical("%s", qPrintable(entries.error().detail));
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QList<QStringList> tst_AuditExport::rowsOf(const QByteArray &csv) const
{
    QList<QStringList> rows;
    for (const CsvRow &row : csvRows(QString::fromUtf8(csv).mid(1)))
        rows.append(row.fields);
    return rows;
}

void tst_AuditExport::tellsEverything()
{
    put(entryOf(u"amy"_s, 9), oldPhoto, newPhoto, LedgerEntry::Outcome::Verified);
    LedgerEntry removal = entryOf(u"bo"_s, 10);
    removal.action = LedgerEntry::Action::Remove;
    put(removal, noPicture, std::nullopt, LedgerEntry::Outcome::Failed, u"no, \"never\"\nagain"_s);
    put(entryOf(u"cy"_s, 11), std::nullopt, newPhoto, std::nullopt);
    const QByteArray csv = exported({}, u"all.csv"_s);
    QVERIFY(csv.startsWith("\xef\xbb\xbfid,at,operator,action,outcome,personKey,"));
    const QList<QStringList> rows = rowsOf(csv);
    QCOMPARE(rows.size(), 4);
    QCOMPARE(rows[1].mid(1),
        (QStringList {u"2026-03-01T09:20:05.678Z"_s, u"helpdesk"_s, u"upload"_s, u"verified"_s, u"amy"_s,
            u"Zoë amy"_s, u"activeDirectory"_s, u"ad"_s, u"Active Directory"_s, oldPhoto.sha256, u"13"_s,
            u"96"_s, u"96"_s, newPhoto.sha256, u"9"_s, u"648"_s, u"640"_s, u""_s}));
    QCOMPARE(rows[2].mid(3, 2), (QStringList {u"remove"_s, u"failed"_s}));
    QCOMPARE(rows[2].mid(10),
        (QStringList {
            noPicture.sha256, u"1"_s, u""_s, u""_s, u""_s, u""_s, u""_s, u""_s, u"no, \"never\"\nagain"_s}));
    QCOMPARE(rows[3].mid(4, 2), (QStringList {u"started"_s, u"cy"_s}));
    QCOMPARE(rows[3].mid(10, 4), (QStringList {u""_s, u""_s, u""_s, u""_s}));
}

void tst_AuditExport::tellsProgramsToo()
{
    put(entryOf(u"amy"_s, 9), oldPhoto, newPhoto, LedgerEntry::Outcome::Verified);
    put(entryOf(u"bo"_s, 10), std::nullopt, newPhoto, LedgerEntry::Outcome::Conflict, u"why"_s);
    const QJsonArray all = QJsonDocument::fromJson(exported({}, u"all.json"_s)).array();
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[0][u"at"_s].toString(), u"2026-03-01T09:20:05.678Z"_s);
    QCOMPARE(all[0][u"before"_s].toObject(),
        (QJsonObject {
            {u"sha256"_s, oldPhoto.sha256}, {u"bytes"_s, 13}, {u"width"_s, 96}, {u"height"_s, 96}}));
    QVERIFY(all[1][u"before"_s].isNull());
    QCOMPARE(all[1][u"outcome"_s].toString(), u"conflict"_s);
    QCOMPARE(all[1][u"detail"_s].toString(), u"why"_s);
    QVERIFY(QJsonDocument::fromJson(exported({.store = u"none"_s}, u"none.json"_s)).isArray());
}

void tst_AuditExport::leavesOutWhatIsNotWanted_data()
{
    QTest::addColumn<AuditFilter>("filter");
    QTest::addColumn<QStringList>("keys");
    QTest::newRow("nothing") << AuditFilter {} << QStringList {u"amy"_s, u"bo"_s, u"amy"_s, u"cy"_s};
    QTest::newRow("person") << AuditFilter {.personKey = u"amy"_s} << QStringList {u"amy"_s, u"amy"_s};
    QTest::newRow("store") << AuditFilter {.store = u"wall"_s} << QStringList {u"cy"_s};
    QTest::newRow("outcome") << AuditFilter {.outcome = LedgerEntry::Outcome::Failed}
                             << QStringList {u"bo"_s};
    QTest::newRow("since") << AuditFilter {.since = at(11)} << QStringList {u"amy"_s, u"cy"_s};
    QTest::newRow("until") << AuditFilter {.until = at(11)} << QStringList {u"amy"_s, u"bo"_s};
    QTest::newRow("between") << AuditFilter {.since = at(10), .until = at(11)} << QStringList {u"bo"_s};
    QTest::newRow("all at once") << AuditFilter {.personKey = u"amy"_s,
        .store = u"ad"_s,
        .outcome = LedgerEntry::Outcome::Verified,
        .since = at(10),
        .until = at(20)} << QStringList {u"amy"_s};
    QTest::newRow("no SQL") << AuditFilter {.personKey = u"' OR '1'='1"_s} << QStringList {};
}

void tst_AuditExport::leavesOutWhatIsNotWanted()
{
    QFETCH(const AuditFilter, filter);
    using Outcome = LedgerEntry::Outcome;
    put(entryOf(u"amy"_s, 9), oldPhoto, newPhoto, Outcome::Verified);
    put(entryOf(u"bo"_s, 10), oldPhoto, newPhoto, Outcome::Failed);
    put(entryOf(u"amy"_s, 11), newPhoto, oldPhoto, Outcome::Verified);
    LedgerEntry wall = entryOf(u"cy"_s, 12);
    wall.store = {Workload::Folder, u"wall"_s};
    put(wall, std::nullopt, newPhoto, Outcome::Verified);
    LedgerEntry elsewhere = entryOf(u"amy"_s, 11);
    elsewhere.organisation = u"fabrikam"_s;
    put(elsewhere, std::nullopt, newPhoto, Outcome::Verified);
    QStringList keys;
    for (const QStringList &row : rowsOf(exported(filter, u"some.csv"_s)).mid(1))
        keys.append(row.at(5));
    QTEST(keys, "keys");
}

void tst_AuditExport::runsNoFormulas()
{
    LedgerEntry entry = entryOf(u"=cmd|' /C calc'!A0"_s, 9);
    entry.operatorName = u"@SUM(1)"_s;
    entry.personName = u"+1, \"2\""_s;
    put(entry, std::nullopt, newPhoto, LedgerEntry::Outcome::Failed, u"-2+3"_s);
    const QStringList row = rowsOf(exported({}, u"f.csv"_s)).at(1);
    QCOMPARE(row.at(2), u"'@SUM(1)"_s);
    QCOMPARE(row.at(5), u"'=cmd|' /C calc'!A0"_s);
    QCOMPARE(row.at(6), u"'+1, \"2\""_s);
    QCOMPARE(row.last(), u"'-2+3"_s);
}

void tst_AuditExport::goesOverPages()
{
    for (int i = 0; i < 2300; ++i)
        QVERIFY(m_ledger->begin(entryOf(u"p%1"_s.arg(i), 9), std::nullopt, newPhoto));
    const QList<QStringList> rows = rowsOf(exported({}, u"many.csv"_s));
    QCOMPARE(rows.size(), 2301);
    for (int i = 0; i < 2300; ++i)
        QCOMPARE(rows.at(i + 1).at(5), u"p%1"_s.arg(i));
    QCOMPARE(QJsonDocument::fromJson(exported({}, u"many.json"_s)).array().size(), 2300);
}

void tst_AuditExport::leavesTheFormerFileUntilItIsDone()
{
    for (int i = 0; i < 1100; ++i)
        QVERIFY(m_ledger->begin(entryOf(u"amy"_s, 9), std::nullopt, newPhoto));
    const QString path = m_dir->filePath(u"kept.csv"_s);
    QFile former(path);
    QVERIFY(former.open(QIODevice::WriteOnly) && former.write("former") == 6);
    former.close();
    const JobPtr<qint64> job(new AuditExport(*m_ledger, {.organisation = u"contoso"_s}, path));
    connect(job.get(), &Job::progressed, this, [&job] { job->cancel(); });
    QCOMPARE(outcome(job).error().code, Errc::Cancelled);
    QVERIFY(former.open(QIODevice::ReadOnly));
    QCOMPARE(former.readAll(), "former");
}

void tst_AuditExport::saysWhatIsWrong()
{
    const auto code = [this](const QString &path) {
        return outcome(JobPtr<qint64>(new AuditExport(*m_ledger, {.organisation = u"contoso"_s}, path)))
            .error()
            .code;
    };
    QCOMPARE(code(m_dir->filePath(u"history.txt"_s)), Errc::BadInput);
    QCOMPARE(code(m_dir->filePath(u"none/history.csv"_s)), Errc::Local);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    PostgresLab lab;
    if (const int code = lab.start(); code != 0)
        return code;
    tst_AuditExport::lab = &lab;
    tst_AuditExport test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_auditexport.moc"
