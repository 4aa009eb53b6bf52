// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/upload/handover.h"

#include <QTest>

using namespace likeness;
using namespace Qt::StringLiterals;

class tst_Handover : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void lines_data();
    void lines();
    void none_data();
    void none();
};

void tst_Handover::lines_data()
{
    QTest::addColumn<Handover>("handover");
    QTest::addColumn<QString>("text");
    const auto ada = u"ada.reyes@contoso.com"_s;
    QTest::newRow("Exchange") << Handover {HandoverStep::SetUserPhoto, ada, u"C:\\photos\\ada.jpg"_s}
                              << uR"(Set-UserPhoto -Identity 'ada.reyes@contoso.com' -PictureData )"
                                 R"(([System.IO.File]::ReadAllBytes('C:\photos\ada.jpg')) -Confirm:$false)"_s;
    QTest::newRow("a file of the shell's folder")
        << Handover {HandoverStep::SetUserPhoto, ada, u"ada.jpg"_s}
        << uR"(Set-UserPhoto -Identity 'ada.reyes@contoso.com' -PictureData ([System.IO.File]::)"
           R"(ReadAllBytes((Join-Path $PWD.ProviderPath 'ada.jpg'))) -Confirm:$false)"_s;
    QTest::newRow("quotes in a name") << Handover {HandoverStep::RemoveUserPhoto,
        u"o'brien@contoso.com"_s} << u"Remove-UserPhoto -Identity 'o''brien@contoso.com' -Confirm:$false"_s;
    QTest::newRow("typographic quotes, which PowerShell takes for plain ones")
        << Handover {HandoverStep::RemoveUserPhoto, u"o\u2019x\u2018y\u201Az\u201B@contoso.com"_s}
        << u"Remove-UserPhoto -Identity 'o\u2019\u2019x\u2018\u2018y\u201A\u201Az\u201B\u201B@contoso.com' "
           "-Confirm:$false"_s;
    QTest::newRow("what would be code outside of quotes")
        << Handover {HandoverStep::RemoveUserPhoto, u"$(Remove-Item x);`\"&|@contoso.com"_s}
        << u"Remove-UserPhoto -Identity '$(Remove-Item x);`\"&|@contoso.com' -Confirm:$false"_s;
    QTest::newRow("the record") << Handover {HandoverStep::ClearPhotoRecord, ada}
                                << u"Remove-UserPhoto -Identity 'ada.reyes@contoso.com' "
                                   "-ClearMailboxPhotoRecord -Confirm:$false"_s;
    QTest::newRow("Graph") << Handover {HandoverStep::SetGraphPhoto, ada, u"/home/me/it's.jpg"_s}
                           << u"Set-MgUserPhotoContent -UserId 'ada.reyes@contoso.com' -InFile "
                              "'/home/me/it''s.jpg'"_s;
    QTest::newRow("Graph, removal") << Handover {HandoverStep::RemoveGraphPhoto, ada}
                                    << u"Remove-MgUserPhoto -UserId 'ada.reyes@contoso.com'"_s;
    const QUrl directory(u"ldaps://dc1.contoso.com"_s);
    QTest::newRow("directory") << Handover {HandoverStep::ReplaceAttribute,
        u"CN=Ada Reyes,DC=contoso,DC=com"_s, u"/home/me/my photo.jpg"_s, directory}
                               << u"ldapmodify -H 'ldaps://dc1.contoso.com' <<'END'\n"
                                  "dn: CN=Ada Reyes,DC=contoso,DC=com\nchangetype: modify\n"
                                  "replace: thumbnailPhoto\n"
                                  "thumbnailPhoto:< file:///home/me/my%20photo.jpg\n-\nEND\n"_s;
    QTest::newRow("directory, removal, a name in base64")
        << Handover {HandoverStep::RemoveAttribute, u"CN=Zo\u00eb,DC=contoso,DC=com"_s, {}, directory,
               u"jpegPhoto"_s}
        << u"ldapmodify -H 'ldaps://dc1.contoso.com' <<'END'\n"
           "dn:: Q049Wm/DqyxEQz1jb250b3NvLERDPWNvbQ==\nchangetype: modify\ndelete: jpegPhoto\n-\nEND\n"_s;
}

void tst_Handover::lines()
{
    QFETCH(const Handover, handover);
    QTEST(handoverText(handover).value_or(u"nothing"_s), "text");
}

void tst_Handover::none_data()
{
    QTest::addColumn<Handover>("handover");
    const auto ada = u"ada.reyes@contoso.com"_s;
    QTest::newRow("nobody") << Handover {HandoverStep::RemoveUserPhoto, {}};
    QTest::newRow("a line end") << Handover {HandoverStep::RemoveUserPhoto, u"a@b.c\nRemove-Mailbox x"_s};
    QTest::newRow("a line separator") << Handover {HandoverStep::RemoveUserPhoto, u"a@b.c\u2028x"_s};
    QTest::newRow("a line end in the file") << Handover {HandoverStep::SetUserPhoto, ada, u"x\r.jpg"_s};
    QTest::newRow("the record, 2013")
        << Handover {.step = HandoverStep::ClearPhotoRecord, .identity = ada, .exchange2013 = true};
    QTest::newRow("a file nobody would find")
        << Handover {HandoverStep::ReplaceAttribute, u"CN=Ada"_s, u"ada.jpg"_s, QUrl(u"ldaps://dc"_s)};
    QTest::newRow("an attribute that is more than one")
        << Handover {HandoverStep::RemoveAttribute, u"CN=Ada"_s, {}, QUrl(u"ldaps://dc"_s), u"a\n-"_s};
}

void tst_Handover::none()
{
    QFETCH(const Handover, handover);
    QCOMPARE(handoverText(handover), std::nullopt);
}

QTEST_GUILESS_MAIN(tst_Handover)
#include "tst_handover.moc"
