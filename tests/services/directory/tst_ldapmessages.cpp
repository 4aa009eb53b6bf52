// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/directory/ldapmessages.h"
#include "services/net/certificateerror.h"

#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

class tst_LdapMessages : public QObject
{
    Q_OBJECT

private slots:
    void codes_data();
    void codes();
    void traceHoldsCodeAndText();
    void passwordPolicy();
    void certificates();
};

void tst_LdapMessages::codes_data()
{
    QTest::addColumn<LdapPhase>("phase");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("diagnostic");
    QTest::addColumn<Errc>("expected");
    const auto row
        = [](const char *name, LdapPhase phase, int code, Errc expected, const QString &text = {}) {
              QTest::newRow(name) << phase << code << text << expected;
          };
    const auto bind = [&](const char *name, const QString &data, Errc expected) {
        row(name, LdapPhase::SignIn, 49, expected,
            u"80090308: LdapErr: DSID-0C0903A9, comment: AcceptSecurityContext error, data %1, v1db1"_s.arg(
                data));
    };
    bind("wrong password", u"52e"_s, Errc::SignInNeeded);
    bind("unknown user", u"525"_s, Errc::SignInNeeded);
    bind("not at this hour", u"530"_s, Errc::Forbidden);
    bind("not from here", u"531"_s, Errc::Forbidden);
    bind("password expired", u"532"_s, Errc::PasswordExpired);
    bind("disabled", u"533"_s, Errc::AccountDisabled);
    bind("account expired", u"701"_s, Errc::AccountExpired);
    bind("must change", u"773"_s, Errc::PasswordMustChange);
    bind("locked", u"775"_s, Errc::AccountLocked);
    bind("a reason nobody knows", u"fff"_s, Errc::SignInNeeded);
    row("wrong password, plain server", LdapPhase::SignIn, 49, Errc::SignInNeeded);
    row("anonymous refused", LdapPhase::SignIn, 48, Errc::SignInNeeded);
    row("name without password", LdapPhase::SignIn, 53, Errc::SignInNeeded);
    row("encryption needed, AD", LdapPhase::SignIn, 8, Errc::EncryptionNeeded);
    row("encryption needed, slapd", LdapPhase::SignIn, 13, Errc::EncryptionNeeded);
    row("mechanism unknown to the server", LdapPhase::SignIn, 7, Errc::Unsupported);
    row("mechanism unknown here", LdapPhase::SignIn, -6, Errc::Unsupported);
    row("no ticket", LdapPhase::SignIn, -2, Errc::NoTicket, u"No Kerberos credentials available"_s);
    row("clocks differ", LdapPhase::SignIn, -2, Errc::ClockWrong,
        u"SASL(-1): generic failure: GSSAPI Error: Unspecified GSS failure.  Minor code may provide more "
        "information (Clock skew too great)"_s);
    row("a ticket of the future", LdapPhase::SignIn, -2, Errc::ClockWrong,
        u"GSSAPI Error: Unspecified GSS failure (Ticket not yet valid)"_s);
    row("local trouble elsewhere is no ticket", LdapPhase::Modify, -2, Errc::Local);
    row("server down", LdapPhase::SignIn, -1, Errc::Offline);
    row("connection dropped", LdapPhase::Modify, -1, Errc::Offline);
    row("TLS not made", LdapPhase::SignIn, -11, Errc::Offline);
    row("client time limit", LdapPhase::Search, -5, Errc::Timeout);
    row("server time limit", LdapPhase::Search, 3, Errc::Timeout);
    row("busy", LdapPhase::Search, 51, Errc::Throttled);
    row("administrative limit", LdapPhase::Search, 11, Errc::Throttled);
    row("unavailable", LdapPhase::Modify, 52, Errc::Offline);
    row("control unknown", LdapPhase::Modify, 12, Errc::Unsupported);
    row("search without signing in", LdapPhase::Search, 1, Errc::SignInNeeded);
    row("search of nothing", LdapPhase::Search, 32, Errc::NotFound);
    row("search at a DN that is none", LdapPhase::Search, 34, Errc::NotFound);
    row("too many", LdapPhase::Search, 4, Errc::Ambiguous);
    row("may not", LdapPhase::Modify, 50, Errc::Forbidden);
    row("gone", LdapPhase::Modify, 32, Errc::NotFound);
    row("old value no longer there", LdapPhase::Modify, 16, Errc::Conflict);
    row("value already there", LdapPhase::Modify, 20, Errc::Conflict);
    row("assertion failed", LdapPhase::Modify, 122, Errc::Conflict);
    row("too large, AD and slapd", LdapPhase::Modify, 19, Errc::TooLarge);
    row("too large, Samba", LdapPhase::Modify, 21, Errc::TooLarge);
    row("second value, AD", LdapPhase::Modify, 19, Errc::Conflict,
        u"00002081: AtrErr: DSID-03151D54, #1: problem 1005 (CONSTRAINT_ATT_TYPE)"_s);
    row("range, AD", LdapPhase::Modify, 19, Errc::TooLarge,
        u"00002082: AtrErr: DSID-031519D5, #1: problem 1005 (CONSTRAINT_ATT_TYPE)"_s);
    row("read-only controller", LdapPhase::Modify, 10, Errc::ReadOnly);
    row("no such attribute in the schema", LdapPhase::Modify, 17, Errc::Unsupported);
    row("no photos in this object class", LdapPhase::Modify, 65, Errc::Unsupported);
    row("unwilling", LdapPhase::Modify, 53, Errc::Refused);
    row("anything else", LdapPhase::Modify, 80, Errc::Refused);
    row("anything else, search", LdapPhase::Search, 80, Errc::BadReply);
}

void tst_LdapMessages::codes()
{
    QFETCH(const LdapPhase, phase);
    QFETCH(const int, code);
    QFETCH(const QString, diagnostic);
    QTEST(ldapError(phase, code, diagnostic).code, "expected");
}

void tst_LdapMessages::traceHoldsCodeAndText()
{
    const Error error = ldapError(LdapPhase::Modify, 50, u"00002098: no write access"_s);
    QCOMPARE(error.serverTrace, u"LDAP 50: 00002098: no write access"_s);
    QVERIFY(!error.detail.isEmpty());
    QCOMPARE(ldapError(LdapPhase::Modify, 50, {}).serverTrace, u"LDAP 50"_s);
}

void tst_LdapMessages::passwordPolicy()
{
    QCOMPARE(passwordPolicyErrc(0), Errc::PasswordExpired);
    QCOMPARE(passwordPolicyErrc(1), Errc::AccountLocked);
    QCOMPARE(passwordPolicyErrc(2), Errc::PasswordMustChange);
    QCOMPARE(passwordPolicyErrc(65535), std::nullopt);
}

/// Of several complaints the gravest is told: a name means nothing under an issuer nobody knows.
void tst_LdapMessages::certificates()
{
    const QSslError name(QSslError::HostNameMismatch);
    const QSslError expired(QSslError::CertificateExpired);
    const QSslError issuer(QSslError::SelfSignedCertificateInChain);
    QCOMPARE(certificateError({name})->code, Errc::CertificateWrongName);
    QCOMPARE(certificateError({name, expired})->code, Errc::CertificateExpired);
    QCOMPARE(certificateError({name, expired, issuer})->code, Errc::CertificateUnknownIssuer);
    QVERIFY(!certificateError({QSslError(QSslError::NoSslSupport)}));
    QVERIFY(!certificateError({}));
}

QTEST_GUILESS_MAIN(tst_LdapMessages)
#include "tst_ldapmessages.moc"
