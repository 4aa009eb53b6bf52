// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/common/errordetails.h"
#include "ui/common/errorwords.h"

#include <QTest>

using namespace likeness;

namespace {

// The last value of the enumeration; a new one behind it makes everyCodeHasWords miss it, so keep them
// together.
constexpr int lastErrc = static_cast<int>(Errc::Local);

} // namespace

class TestErrorWords : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void everyCodeHasWords_data()
    {
        QTest::addColumn<int>("code");
        for (int code = 0; code <= lastErrc; ++code)
            QTest::addRow("%d", code) << code;
    }
    void everyCodeHasWords()
    {
        QFETCH(int, code);
        const Error error {static_cast<Errc>(code), QStringLiteral("LDAP result 49")};
        const ErrorWords words = wordsFor(error, QStringLiteral("Exchange"));
        QVERIFY(!words.title.isEmpty());
        QVERIFY(!words.title.endsWith(u'.'));
        QVERIFY(words.explanation.endsWith(u'.'));
        QVERIFY(words.advice.isEmpty() || words.advice.endsWith(u'.'));
        for (const QString &text : {words.title, words.sentences()}) {
            QVERIFY2(!text.contains(u'%'), qPrintable(text));
            QVERIFY2(!text.contains(u'!'), qPrintable(text));
            QVERIFY2(!text.contains(QStringLiteral("LDAP result")), "details are not for the sentence");
            QVERIFY2(!text.contains(QStringLiteral("successfully")), qPrintable(text));
        }
    }

    void namesTheStoreAndTheCure()
    {
        const ErrorWords words = wordsFor({Errc::PasswordExpired}, QStringLiteral("Exchange"));
        QCOMPARE(words.sentences(),
            QStringLiteral("Exchange did not let you in because your password has expired. Change it, then "
                           "press Retry."));
    }

    void missingConsentIsNoMissingRight()
    {
        const ErrorWords words = wordsFor({Errc::ConsentNeeded}, QStringLiteral("Microsoft 365"));
        QVERIFY2(words.advice.contains(QStringLiteral("administrator")), qPrintable(words.advice));
        QVERIFY(
            words.sentences() != wordsFor({Errc::Forbidden}, QStringLiteral("Microsoft 365")).sentences());
    }

    void policiesGiveTheirReason_data()
    {
        QTest::addColumn<int>("what");
        for (int what = 0; what <= static_cast<int>(Prohibition::BulkImport); ++what)
            QTest::addRow("%d", what) << what;
    }
    void policiesGiveTheirReason()
    {
        QFETCH(const int, what);
        Error error {Errc::ForbiddenByPolicy};
        error.policy = PolicyReason {
            static_cast<Prohibition>(what), QStringLiteral("96"), QStringLiteral("HR does it.")};
        const ErrorWords words = wordsFor(error, QStringLiteral("Exchange"));
        QVERIFY2(words.explanation.contains(QStringLiteral("policy of your organisation")),
            qPrintable(words.explanation));
        QVERIFY(words.explanation.contains(QStringLiteral("Exchange")));
        QVERIFY(words.explanation.endsWith(QStringLiteral("The reason given: “HR does it.”")));
        error.policy->reason.clear();
        QVERIFY(!wordsFor(error, QStringLiteral("Exchange")).explanation.contains(u'“'));
    }

    void aPolicyThatCannotBeReadIsNamed()
    {
        Error error {Errc::PolicyUnusable};
        error.policy = PolicyReason {Prohibition::Write, QStringLiteral("/etc/likeness/policy.json"), {}};
        const ErrorWords words = wordsFor(error, QStringLiteral("Exchange"));
        QVERIFY(words.explanation.contains(QStringLiteral("/etc/likeness/policy.json")));
        QVERIFY(words.explanation.contains(QStringLiteral("nothing is written")));
    }

    void tellsHowLongToWait()
    {
        Error error {Errc::Throttled};
        error.retryAfter = std::chrono::seconds(30);
        QVERIFY(wordsFor(error, QStringLiteral("X")).advice.contains(QStringLiteral("30")));
    }

    void detailsAreForTheHelper()
    {
        const QString text = errorDetails(
            {Errc::Forbidden, QStringLiteral("insufficientAccess"), QStringLiteral("00002098")});
        QVERIFY(text.contains(QStringLiteral("forbidden")));
        QVERIFY(text.contains(QStringLiteral("insufficientAccess")));
        QVERIFY(text.contains(QStringLiteral("00002098")));
    }

    void notesOfNoConsequenceAreSilent()
    {
        QCOMPARE(wordsFor(PictureNotes(PictureNote::ConvertedToSrgb)), QStringList());
        QCOMPARE(wordsFor(PictureNote::Damaged | PictureNote::OnWhite).size(), 2);
    }

    void everyPlanWarningHasASentence_data()
    {
        QTest::addColumn<int>("warning");
        for (int warning = 0; warning <= static_cast<int>(PlanWarning::NothingFits); ++warning)
            QTest::addRow("%d", warning) << warning;
    }
    void saysWhoCanWriteWhatIsOnlyRead()
    {
        StoreOffer offer;
        offer.store.workload = Workload::WebAddress;
        offer.title = QStringLiteral("Pictures");
        offer.byteLimit = 30 * 1024;
        offer.readOnly = true;
        QCOMPARE(wordsFor(PlanWarning::ReadOnlyStore, offer, 648),
            QStringLiteral("Pictures can only be read: there is no way to send a picture there."));
        offer.place = QStringLiteral("https://p.example/a%20b.jpg");
        QCOMPARE(wordsFor(PlanWarning::ReadOnlyStore, offer, 648),
            QStringLiteral(
                "Pictures can only be read: there is no way to send a picture there. Whoever runs that "
                "web server can put a JPEG of at most 30 KB there: https://p.example/a%20b.jpg"));
        offer.store.workload = Workload::SharePoint;
        QCOMPARE(wordsFor(PlanWarning::ReadOnlyStore, offer, 648),
            QStringLiteral("Pictures shows the photo of Microsoft 365; it is changed there."));
    }
    void everyPlanWarningHasASentence()
    {
        QFETCH(int, warning);
        StoreOffer offer;
        offer.title = QStringLiteral("Active Directory");
        const QString sentence = wordsFor(static_cast<PlanWarning>(warning), offer, 463);
        QVERIFY(sentence.endsWith(u'.'));
        QVERIFY(sentence.contains(offer.title));
    }

    void enlargementIsNamed()
    {
        StoreOffer offer;
        offer.title = QStringLiteral("Exchange");
        const QString sentence = wordsFor(PlanWarning::CropEnlarged, offer, 463);
        QVERIFY2(sentence.contains(QStringLiteral("463")) && sentence.contains(QStringLiteral("×1.4")),
            qPrintable(sentence));
    }
};

QTEST_GUILESS_MAIN(TestErrorWords)
#include "tst_errorwords.moc"
