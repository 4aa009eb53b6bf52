// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/ledger/sqlledger.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

namespace {

const EncodedPhoto photo = EncodedPhoto::of("a photo", QSize(96, 96));

} // namespace

/// What only a ledger in a file can be: damaged, newer than this program, in a place that takes no file.
class tst_LedgerFile final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void movesADamagedFileAside_data();
    void movesADamagedFileAside();
    void leavesANewerFileAlone();
    void refusesAPlaceItCannotWrite();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

void tst_LedgerFile::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
    m_path = m_dir->filePath(u"data/ledger.sqlite"_s);
}

void tst_LedgerFile::movesADamagedFileAside_data()
{
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("to");
    QTest::newRow("no database at all") << qint64(0) << qint64(16);
    QTest::newRow("schema page overwritten") << qint64(100) << qint64(4096);
}

void tst_LedgerFile::movesADamagedFileAside()
{
    QFETCH(const qint64, from);
    QFETCH(const qint64, to);
    {
        const auto opening = SqlLedger::open(m_path);
        QVERIFY(opening);
        QVERIFY(opening->ledger->begin({}, photo, photo));
    }
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(from));
    file.write(QByteArray(to - from, '\xff'));
    file.seek(0);
    const QByteArray damaged = file.readAll();
    file.close();

    const Result<SqlLedger::Opening> opening = SqlLedger::open(m_path);
    QVERIFY(opening);
    QVERIFY(opening->ledger->history(u"contoso"_s, {})->isEmpty());
    QFile aside(opening->movedAside);
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), damaged);
}

void tst_LedgerFile::leavesANewerFileAlone()
{
    QVERIFY(SqlLedger::open(m_path));
    {
        QSqlDatabase later = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"later"_s);
        later.setDatabaseName(m_path);
        QVERIFY(later.open());
        QSqlQuery query(later);
        QVERIFY(query.exec(u"PRAGMA user_version = 99"_s));
    }
    QSqlDatabase::removeDatabase(u"later"_s);
    const Result<SqlLedger::Opening> opening = SqlLedger::open(m_path);
    QVERIFY(!opening);
    QCOMPARE(opening.error().code, Errc::Unsupported);
    QCOMPARE(QDir(QFileInfo(m_path).path()).entryList({u"*damaged*"_s}), QStringList {});
}

void tst_LedgerFile::refusesAPlaceItCannotWrite()
{
    QFile inTheWay(m_dir->filePath(u"data"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const Result<SqlLedger::Opening> opening = SqlLedger::open(m_path);
    QVERIFY(!opening);
    QCOMPARE(opening.error().code, Errc::Local);
}

QTEST_GUILESS_MAIN(tst_LedgerFile)
#include "tst_ledgerfile.moc"
