// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/activity/auditexportbar.h"

#include "tests/ui/support/fakehouse.h"

#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

class tst_AuditExportBar final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void asksForAFile();
    void writesAndSaysSo();
    void saysWhatWentWrong();

private:
    QPushButton *button(const QString &text) const;
    bool says(const QString &text) const;

    FakeLedger m_ledger;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<AuditExportBar> m_bar;
};

void tst_AuditExportBar::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); // offscreen
    m_dir = std::make_unique<QTemporaryDir>();
    m_ledger = FakeLedger {};
    for (int i = 1; i <= 3; ++i) {
        LedgerEntry &entry = m_ledger.add(u"Amy Alberts"_s, u"Exchange"_s, LedgerEntry::Outcome::Verified);
        entry.id = i;
    }
    m_bar = std::make_unique<AuditExportBar>(m_ledger);
    m_bar->setOrganisation(u"contoso"_s);
    m_bar->show();
}

QPushButton *tst_AuditExportBar::button(const QString &text) const
{
    for (QPushButton *each : m_bar->findChildren<QPushButton *>()) {
        if (each->text() == text)
            return each;
    }
    return nullptr;
}

bool tst_AuditExportBar::says(const QString &text) const
{
    const QList<QLabel *> labels = m_bar->findChildren<QLabel *>();
    return std::any_of(
        labels.begin(), labels.end(), [&text](const QLabel *label) { return label->text().contains(text); });
}

void tst_AuditExportBar::asksForAFile()
{
    QVERIFY(button(u"Export…"_s));
    QTest::mouseClick(button(u"Export…"_s), Qt::LeftButton);
    auto *dialog = m_bar->findChild<QFileDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
    dialog->reject();
}

void tst_AuditExportBar::writesAndSaysSo()
{
    const QString path = m_dir->filePath(u"history.csv"_s);
    m_bar->exportTo(path);
    QVERIFY(!button(u"Export…"_s)->isEnabled());
    QTRY_VERIFY(button(u"Export…"_s)->isEnabled());
    QVERIFY(says(u"history.csv"_s));
    QVERIFY(!button(u"Stop"_s)->isVisible()); // it took less than half a second
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count("\r\n"), 4);
}

void tst_AuditExportBar::saysWhatWentWrong()
{
    m_ledger.failure = Error {Errc::Local};
    m_bar->exportTo(m_dir->filePath(u"history.json"_s));
    QTRY_VERIFY(button(u"Export…"_s)->isEnabled());
    QVERIFY(says(u"Check the free space"_s));
    QVERIFY(!QFile::exists(m_dir->filePath(u"history.json"_s)));
}

QTEST_MAIN(tst_AuditExportBar)
#include "tst_auditexportbar.moc"
