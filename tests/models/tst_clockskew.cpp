// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/base/clockskew.h"

#include <QRegularExpression>
#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

class tst_ClockSkew : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void judges_data();
    void judges();
};

void tst_ClockSkew::judges_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("the same") << u"2026-03-02T09:30:00Z"_s << QString();
    QTest::newRow("five minutes ahead") << u"2026-03-02T09:35:00Z"_s << QString();
    QTest::newRow("five minutes behind") << u"2026-03-02T09:25:00Z"_s << QString();
    QTest::newRow("a second more")
        << u"2026-03-02T09:35:01Z"_s
        << u"the server says it is 2026-03-02T09:35:01Z, this computer 2026-03-02T09:30:00Z"_s;
    QTest::newRow("years behind")
        << u"1970-01-01T00:00:00Z"_s
        << u"the server says it is 1970-01-01T00:00:00Z, this computer 2026-03-02T09:30:00Z"_s;
    QTest::newRow("the same in another zone") << u"2026-03-02T11:30:00+02:00"_s << QString();
    QTest::newRow("the hour of another zone")
        << u"2026-03-02T09:30:00+02:00"_s
        << u"the server says it is 2026-03-02T07:30:00Z, this computer 2026-03-02T09:30:00Z"_s;
    QTest::newRow("no time") << u"soon"_s << QString();
}

void tst_ClockSkew::judges()
{
    QFETCH(const QString, server);
    QFETCH(const QString, complaint);
    const auto error = clockError(QDateTime::fromString(server, Qt::ISODate),
        QDateTime::fromString(u"2026-03-02T09:30:00Z"_s, Qt::ISODate));
    QCOMPARE(error ? error->detail : QString(), complaint);
    if (error)
        QCOMPARE(error->code, Errc::ClockWrong);
}

QTEST_GUILESS_MAIN(tst_ClockSkew)
#include "tst_clockskew.moc"
