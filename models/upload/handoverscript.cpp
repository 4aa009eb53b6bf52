// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/upload/handoverscript.h"

#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ldifWidth = 76;
constexpr qsizetype longestKeyInName = 40;

bool isHarmlessText(const QString &text)
{
    return !text.isEmpty() && std::none_of(text.cbegin(), text.cend(), [](QChar each) {
        return each.category() == QChar::Other_Control || each.category() == QChar::Separator_Line
            || each.category() == QChar::Separator_Paragraph;
    });
}

/// In base64 whatever it is, folded (RFC 2849).
QByteArray ldifValue(const QByteArray &name, const QByteArray &value)
{
    const QByteArray whole = name + ":: " + value.toBase64();
    QByteArray folded = whole.left(ldifWidth) + '\n';
    for (qsizetype at = ldifWidth; at < whole.size(); at += ldifWidth - 1)
        folded += ' ' + whole.mid(at, ldifWidth - 1) + '\n';
    return folded;
}

QString safeName(const QString &text)
{
    QString safe;
    for (const QChar each : text) {
        const bool plain = (each >= u'a' && each <= u'z') || (each >= u'A' && each <= u'Z')
            || (each >= u'0' && each <= u'9') || each == u'.' || each == u'-';
        safe += plain ? each : u'_';
    }
    return safe.left(longestKeyInName);
}

QString shellWord(QString text)
{
    return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
}

} // namespace

HandoverScript::HandoverScript(HandoverWay way, QString store)
    : m_way(std::move(way))
    , m_store(std::move(store))
{
}

QString HandoverScript::fileName() const
{
    switch (m_way.tool) {
    case HandoverWay::Tool::Exchange:
        return u"exchange-%1.ps1"_s.arg(safeName(m_store));
    case HandoverWay::Tool::Graph:
        return u"microsoft365-%1.ps1"_s.arg(safeName(m_store));
    case HandoverWay::Tool::Directory:
        return u"directory-%1.ldif"_s.arg(safeName(m_store));
    }
    Q_UNREACHABLE();
}

QString HandoverScript::instruction() const
{
    switch (m_way.tool) {
    case HandoverWay::Tool::Exchange:
        return u"In the Exchange Management Shell, or after Connect-ExchangeOnline: .\\%1\n"
               "    Needs the right to run Set-UserPhoto for these people (the role Mail Recipients)."_s.arg(
                   fileName());
    case HandoverWay::Tool::Graph:
        return u"After Connect-MgGraph -Scopes User.ReadWrite.All: .\\%1\n"
               "    Needs the role User Administrator."_s.arg(fileName());
    case HandoverWay::Tool::Directory:
        return u"ldapmodify -c -H %1 -f %2, with -Y GSSAPI, or -x -D and -W to sign in;\n"
               "    on Windows: ldifde -i -k -f %2 -s SERVER. Needs the right to write %3 of these people."_s
                   .arg(shellWord(m_way.directory.toString(QUrl::FullyEncoded)), fileName(), m_way.attribute);
    }
    Q_UNREACHABLE();
}

QByteArray HandoverScript::head() const
{
    if (m_way.tool == HandoverWay::Tool::Directory)
        return "version: 1\n";
    // the mark tells Windows PowerShell that names are UTF-8; the photos are found by the folder it stands in
    return "\xef\xbb\xbf"
           "$ErrorActionPreference = 'Continue'\r\n"
           "Set-Location -LiteralPath $PSScriptRoot\r\n";
}

std::optional<QByteArray> HandoverScript::part(
    const PersonKeys &person, const QString &file, const QByteArray &photo) const
{
    if (m_way.tool == HandoverWay::Tool::Directory) {
        if (!isHarmlessText(person.dn))
            return std::nullopt;
        const QByteArray attribute = m_way.attribute.toLatin1();
        return '\n' + ldifValue("dn", person.dn.toUtf8()) + "changetype: modify\nreplace: " + attribute + '\n'
            + ldifValue(attribute, photo) + "-\n";
    }
    const bool exchange = m_way.tool == HandoverWay::Tool::Exchange;
    const QString &first = exchange ? person.mail : person.upn;
    const QString &second = exchange ? person.upn : person.mail;
    Handover handover;
    handover.step = exchange ? HandoverStep::SetUserPhoto : HandoverStep::SetGraphPhoto;
    handover.identity = first.isEmpty() ? second : first;
    handover.file = file;
    const std::optional<QString> line = handoverText(handover);
    if (!line)
        return std::nullopt;
    return line->toUtf8() + "\r\n";
}

QString handoverPhotoName(int number, const QString &key, int edge)
{
    return u"%1-%2-%3.jpg"_s.arg(number, 4, 10, QChar(u'0')).arg(safeName(key)).arg(edge);
}

} // namespace likeness
