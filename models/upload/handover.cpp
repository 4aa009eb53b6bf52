// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/upload/handover.h"

#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

bool isPlainText(const QString &text)
{
    return std::none_of(text.cbegin(), text.cend(), [](QChar each) {
        return each.category() == QChar::Other_Control || each.category() == QChar::Separator_Line
            || each.category() == QChar::Separator_Paragraph;
    });
}

QString shellQuoted(QString text)
{
    return u'\'' % text.replace(u'\'', u"'\\''"_s) % u'\'';
}

bool hasFolder(const QString &file)
{
    return file.contains(u'/') || file.contains(u'\\');
}

/// .NET does not follow the folder of the shell, so a bare name is joined to it.
QString powerShellPath(const QString &file)
{
    return hasFolder(file) ? powerShellQuoted(file)
                           : u"(Join-Path $PWD.ProviderPath "_s % powerShellQuoted(file) % u')';
}

QString bytesOf(const QString &file)
{
    return u"([System.IO.File]::ReadAllBytes("_s % powerShellPath(file) % u"))";
}

/// A value of LDIF (RFC 2849): in base64 unless it is safe as it stands.
QString ldifLine(const QString &name, const QString &value)
{
    const bool plain = !value.isEmpty()
        && std::all_of(
            value.cbegin(), value.cend(), [](QChar each) { return each >= u' ' && each < u'\u007f'; })
        && !u" :<"_s.contains(value.front()) && !value.endsWith(u' ');
    return plain ? QString(name % u": " % value)
                 : QString(name % u":: " % QString::fromLatin1(value.toUtf8().toBase64()));
}

QString ldapModify(const Handover &handover)
{
    const bool removes = handover.step == HandoverStep::RemoveAttribute;
    QString text = u"ldapmodify -H "_s % shellQuoted(handover.directory.toString(QUrl::FullyEncoded))
        % u" <<'END'\n" % ldifLine(u"dn"_s, handover.identity) % u"\nchangetype: modify\n"
        % (removes ? u"delete: "_s : u"replace: "_s) % handover.attribute % u'\n';
    if (!removes) {
        const QString path = QString::fromLatin1(QUrl::toPercentEncoding(handover.file, "/"));
        text += handover.attribute % u":< file://"_s % path % u'\n';
    }
    return text % u"-\nEND\n";
}

} // namespace

QString powerShellQuoted(const QString &text)
{
    QString quoted(u'\'');
    for (const QChar each : text) {
        const bool isQuote = each == u'\'' || (each >= u'\u2018' && each <= u'\u201b');
        quoted += isQuote ? QString(2, each) : QString(each);
    }
    return quoted % u'\'';
}

std::optional<QString> handoverText(const Handover &handover)
{
    for (const QString &name : {handover.identity, handover.file, handover.attribute}) {
        if (!isPlainText(name))
            return std::nullopt;
    }
    if (handover.identity.isEmpty())
        return std::nullopt;
    const QString who = powerShellQuoted(handover.identity);
    switch (handover.step) {
    case HandoverStep::SetUserPhoto:
        return QString(u"Set-UserPhoto -Identity " % who % u" -PictureData " % bytesOf(handover.file)
            % u" -Confirm:$false");
    case HandoverStep::RemoveUserPhoto:
        return QString(u"Remove-UserPhoto -Identity " % who % u" -Confirm:$false");
    case HandoverStep::ClearPhotoRecord:
        if (handover.exchange2013)
            return std::nullopt;
        return QString(u"Remove-UserPhoto -Identity " % who % u" -ClearMailboxPhotoRecord -Confirm:$false");
    case HandoverStep::SetGraphPhoto:
        return QString(
            u"Set-MgUserPhotoContent -UserId " % who % u" -InFile " % powerShellPath(handover.file));
    case HandoverStep::RemoveGraphPhoto:
        return QString(u"Remove-MgUserPhoto -UserId " % who);
    case HandoverStep::ReplaceAttribute:
        return handover.file.startsWith(u'/') ? std::optional(ldapModify(handover)) : std::nullopt;
    case HandoverStep::RemoveAttribute:
        return ldapModify(handover);
    case HandoverStep::PublishPicture:
        return u"A JPEG of at most %1 bytes at\n%2"_s.arg(
            QString::number(handover.byteLimit), handover.identity);
    }
    return std::nullopt;
}

} // namespace likeness
