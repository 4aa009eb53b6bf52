// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/settings/machinepolicy.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <sys/stat.h>
#include <unistd.h>

using namespace likeness;
using namespace Qt::StringLiterals;

class tst_MachinePolicy final : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void noneForbidsNothing();
    void allThereAreCount();
    void whatCannotBeReadStopsWriting_data();
    void whatCannotBeReadStopsWriting();
    void liesWhereAccountsDoNotWrite();

private:
    QString at(const QString &name) const { return m_dir->filePath(name); }
    QString put(const QString &name, const QByteArray &json) const;

    std::unique_ptr<QTemporaryDir> m_dir;
};

void tst_MachinePolicy::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_dir = std::make_unique<QTemporaryDir>();
}

QString tst_MachinePolicy::put(const QString &name, const QByteArray &json) const
{
    QFile file(at(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size())
        qCritical("no such place");
    return file.fileName();
}

void tst_MachinePolicy::noneForbidsNothing()
{
    QVERIFY(policyAt({at(u"none.json"_s), at(u"no/such/folder/policy.json"_s)}).isEmpty());
}

void tst_MachinePolicy::allThereAreCount()
{
    const Policy policy = policyAt({put(u"a.json"_s, R"({"rules": [{"forbid": "write"}]})"),
        at(u"none.json"_s), put(u"b.json"_s, R"({"rules": [{"forbid": "others"}]})")});
    QCOMPARE(policy.rules.size(), 2);
    QCOMPARE(policy.rules.at(1).where, at(u"b.json"_s) + u": rules[0]"_s);
    QVERIFY(!policy.unusable);
}

void tst_MachinePolicy::whatCannotBeReadStopsWriting_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how :
        {"broken", "empty", "misspelt", "large", "folder", "dangling", "unreadable", "closed", "pipe"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void tst_MachinePolicy::whatCannotBeReadStopsWriting()
{
    QFETCH(const QString, how);
    if ((how == "unreadable"_L1 || how == "closed"_L1) && geteuid() == 0)
        QSKIP("root reads everything");
    QVERIFY(QDir(m_dir->path()).mkdir(u"etc"_s));
    const QString path = at(u"etc/policy.json"_s);
    if (how == "folder"_L1)
        QVERIFY(QDir(m_dir->path()).mkdir(u"etc/policy.json"_s));
    else if (how == "dangling"_L1)
        QVERIFY(QFile::link(at(u"nowhere"_s), path));
    else if (how == "pipe"_L1)
        QCOMPARE(mkfifo(qPrintable(path), 0600), 0);
    else if (how == "large"_L1)
        put(u"etc/policy.json"_s, R"({"rules": [)" + QByteArray(1024 * 1024, ' ') + "]}");
    else if (how == "misspelt"_L1)
        put(u"etc/policy.json"_s, R"({"rules": [{"prohibit": "write"}]})");
    else
        put(u"etc/policy.json"_s, how == "broken"_L1 ? "{" : "");
    if (how == "unreadable"_L1)
        QVERIFY(QFile::setPermissions(path, {}));
    if (how == "closed"_L1)
        QVERIFY(QFile::setPermissions(at(u"etc"_s), {}));
    const Policy policy = policyAt({path, put(u"good.json"_s, R"({"rules": []})")});
    QFile::setPermissions(at(u"etc"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QVERIFY(policy.unusable);
    QCOMPARE(policy.unusable->code, Errc::PolicyUnusable);
    QCOMPARE(policy.unusable->policy->subject, path);
    QVERIFY2(policy.unusable->detail.startsWith(path + u": "_s), qPrintable(policy.unusable->detail));
    const auto refusal = refusalOf(policy, {{Workload::Folder, u"wall"_s}, QSize(96, 96), true});
    QCOMPARE(refusal->code, Errc::PolicyUnusable);
}

void tst_MachinePolicy::liesWhereAccountsDoNotWrite()
{
    qputenv("XDG_CONFIG_HOME", "/home/amy/.config");
    qputenv("XDG_CONFIG_DIRS", "/opt/config:/etc/xdg");
    const QStringList places = machinePolicyPlaces();
    QVERIFY(places.contains(u"/etc/likeness/policy.json"_s));
    QVERIFY(places.contains(u"/etc/xdg/likeness/policy.json"_s));
    QVERIFY(places.contains(u"/opt/config/likeness/policy.json"_s));
    QCOMPARE(places.filter(u"/home/amy"_s), QStringList {});
    qputenv("XDG_CONFIG_DIRS", "/home/amy/none"); // adds a place, takes none away
    QVERIFY(machinePolicyPlaces().contains(u"/etc/likeness/policy.json"_s));
    QVERIFY(machinePolicyPlaces().contains(u"/etc/xdg/likeness/policy.json"_s));
}

QTEST_GUILESS_MAIN(tst_MachinePolicy)
#include "tst_machinepolicy.moc"
