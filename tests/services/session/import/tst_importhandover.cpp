// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/session/import/importhandover.h"

#include "services/imaging/jpegheader.h"
#include "services/session/import/importrun.h"
#include "services/session/policy/policedstore.h"
#include "tests/services/session/import/importtest.h"
#include "tests/support/jobs.h"

#include <QDir>

using namespace likeness;
using namespace Qt::StringLiterals;

/// What an import leaves to somebody else, over stores in memory that refuse.
class tst_ImportHandover final : public ImportTest
{
    Q_OBJECT
private slots:
    void init();
    void writesWhatIsRefused();
    void takesWhatFailedForWantOfRights();
    void takesWhatThePolicyForbids();
    void overwritesNothing();
    void nothingToHandOver();
    void cancelled();

private:
    PeopleStore &addMail(Workload workload, const QString &instance, HandoverWay::Tool tool, int edge);
    Result<HandoverReport> handedOver(const QList<ImportRow> &rows);
    QString out(const QString &name = {}) const { return at(u"out/"_s + name); }
    QByteArray read(const QString &name) const;
    QStringList files() const { return QDir(out()).entryList(QDir::Files, QDir::Name); }
};

void tst_ImportHandover::init()
{
    ImportTest::init();
    put(u"amy.jpg"_s, jpeg(picture(1, {700, 700})));
    put(u"zoe.jpg"_s, jpeg(picture(2, {700, 700})));
}

PeopleStore &tst_ImportHandover::addMail(
    Workload workload, const QString &instance, HandoverWay::Tool tool, int edge)
{
    m_organisation->handovers.insert(instance, {tool, QUrl(u"ldaps://dc"_s)});
    return addStore(workload, instance, edge);
}

Result<HandoverReport> tst_ImportHandover::handedOver(const QList<ImportRow> &rows)
{
    return test::outcome(
        JobPtr<HandoverReport>(new ImportHandover(*m_organisation, *m_workers, rows, out())));
}

QByteArray tst_ImportHandover::read(const QString &name) const
{
    QFile file(out(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void tst_ImportHandover::writesWhatIsRefused()
{
    addMail(Workload::Exchange, u"mail"_s, HandoverWay::Tool::Exchange, 648).forbidden = {u"amy"_s, u"zoe"_s};
    addMail(Workload::Microsoft365, u"cloud"_s, HandoverWay::Tool::Graph, 648).forbidden = {u"amy"_s};
    addMail(Workload::ActiveDirectory, u"ad"_s, HandoverWay::Tool::Directory, 96).forbidden = {u"amy"_s};
    addStore(Workload::Folder, u"wall"_s, 648).forbidden = {u"amy"_s};
    gather();
    QCOMPARE(row(u"amy.jpg"_s).verdict, ImportVerdict::NotAllowed);
    const auto report = handedOver(m_plan->rows());
    QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
    QCOMPARE(report->photos, 3);
    // the people of the CSV have no DN, and a folder no tool
    QCOMPARE(report->leftOut, (QStringList {u"amy, WALL"_s, u"amy, AD"_s}));
    const QString amysPhoto = u"%1-amy-648.jpg"_s.arg(row(u"amy.jpg"_s).number, 4, 10, QChar(u'0'));
    const QString zoesPhoto = u"%1-zoe-648.jpg"_s.arg(row(u"zoe.jpg"_s).number, 4, 10, QChar(u'0'));
    QStringList expected {
        amysPhoto, zoesPhoto, u"README.txt"_s, u"exchange-mail.ps1"_s, u"microsoft365-cloud.ps1"_s};
    expected.sort();
    QStringList found = files();
    found.sort();
    QCOMPARE(found, expected);
    const QByteArray script = read(u"exchange-mail.ps1"_s);
    QCOMPARE(script.count("Set-UserPhoto"), 2);
    QVERIFY(script.contains("-Identity 'amy@contoso.com'"));
    QVERIFY(script.contains(QString(u'\'' + amysPhoto + u'\'').toUtf8()));
    QVERIFY(read(u"microsoft365-cloud.ps1"_s).contains("-UserId 'amy.alberts@contoso.com'"));
    const Result<JpegHeader> photo = readJpegHeader(read(amysPhoto));
    QVERIFY(photo);
    QCOMPARE(photo->size, QSize(648, 648));
    const QByteArray readme = read(u"README.txt"_s);
    QVERIFY(readme.contains("exchange-mail.ps1") && readme.contains("amy, WALL"));
    QVERIFY(!readme.contains("directory-ad.ldif"));
}

void tst_ImportHandover::takesWhatFailedForWantOfRights()
{
    PeopleStore &mail = addMail(Workload::Exchange, u"mail"_s, HandoverWay::Tool::Exchange, 648);
    mail.writeFaults[u"amy"_s] = {Error {Errc::Forbidden}};
    mail.writeFaults[u"zoe"_s] = {Error {Errc::TooLarge}};
    gather();
    ImportRun run(*m_organisation, *m_ledger, m_ledger->imports(), *m_workers);
    run.setPacing(m_pacing);
    QVERIFY(run.begin(wish(), m_plan->rows()));
    QTRY_COMPARE_WITH_TIMEOUT(run.state(), ImportRun::State::Finished, 30'000);
    const auto report = handedOver(run.rows());
    QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
    QCOMPARE(report->photos, 1);
    QVERIFY(read(u"exchange-mail.ps1"_s).contains("amy@contoso.com"));
}

void tst_ImportHandover::takesWhatThePolicyForbids()
{
    addMail(Workload::Exchange, u"mail"_s, HandoverWay::Tool::Exchange, 648);
    Policy policy;
    policy.rules = {{.forbids = Prohibition::Write}};
    m_organisation->stores.front() = std::make_unique<PolicedStore>(
        std::move(m_organisation->stores.front()), std::make_shared<PolicyJudge>(policy, QString(), nullptr));
    gather();
    const auto report = handedOver(m_plan->rows());
    QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
    QCOMPARE(report->photos, 2);
}

void tst_ImportHandover::overwritesNothing()
{
    addMail(Workload::Exchange, u"mail"_s, HandoverWay::Tool::Exchange, 648).forbidden = {u"amy"_s};
    gather();
    QVERIFY(QDir().mkpath(out()));
    QFile mine(out(u".hidden"_s));
    QVERIFY(mine.open(QIODevice::WriteOnly));
    mine.close();
    QCOMPARE(handedOver(m_plan->rows()).error().code, Errc::BadInput);
    QCOMPARE(files(), QStringList {});
    QVERIFY(mine.remove());
    QVERIFY(handedOver(m_plan->rows()));
    const QByteArray script = read(u"exchange-mail.ps1"_s);
    QCOMPARE(handedOver(m_plan->rows()).error().code, Errc::BadInput);
    QCOMPARE(read(u"exchange-mail.ps1"_s), script);
}

void tst_ImportHandover::nothingToHandOver()
{
    addMail(Workload::Exchange, u"mail"_s, HandoverWay::Tool::Exchange, 648);
    gather();
    QCOMPARE(handedOver(m_plan->rows()).error().code, Errc::BadInput);
    QVERIFY(!QDir(out()).exists());
}

void tst_ImportHandover::cancelled()
{
    addMail(Workload::Exchange, u"mail"_s, HandoverWay::Tool::Exchange, 648).forbidden = {u"amy"_s, u"zoe"_s};
    gather();
    const JobPtr<HandoverReport> job(new ImportHandover(*m_organisation, *m_workers, m_plan->rows(), out()));
    connect(job.get(), &Job::progressed, this, [&job](Progress progress) {
        if (progress.done == 1)
            job->cancel();
    });
    QCOMPARE(test::outcome(job).error().code, Errc::Cancelled);
    QCOMPARE(read(u"exchange-mail.ps1"_s).count("Set-UserPhoto"), 1);
}

QTEST_GUILESS_MAIN(tst_ImportHandover)
#include "tst_importhandover.moc"
