// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/diagnosis.h"

#include "ui/common/findingwords.h"
#include "ui/common/nodewords.h"
#include "ui/sync/servedpicture.h"
#include "ui/sync/statelook.h"
#include "ui/sync/syncwords.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QLocale>
#include <QPageSize>
#include <QPdfWriter>
#include <QSaveFile>
#include <QTextDocument>
#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr int diagnosisPhotoEdge = 96;

struct Diagnosis
{
    Q_DECLARE_TR_FUNCTIONS(likeness::Diagnosis)
};

// Only what QTextDocument knows too, so that page and document are the same.
constexpr auto diagnosisStyle = R"(
body { font-family: sans-serif; font-size: 10pt; color: #1f2328; background: #ffffff; max-width: 800px; margin: auto; }
h1 { font-size: 16pt; } h2 { font-size: 12pt; }
.soft { color: #5d6570; } .code { font-family: monospace; font-size: 8pt; }
td { padding: 6px; } .all td { border-top: 1px solid #ddd9d0; padding-top: 10px; }
h1, h2, p { margin: 0 0 6px 0; } ul { margin: 0 0 6px 0; }
table.all { border-collapse: collapse; }
tr { page-break-inside: avoid; }
)"_L1;

QString escaped(const QString &text)
{
    return text.toHtmlEscaped().replace(u'\n', "<br/>"_L1);
}

QString paragraph(const QString &text, const char *kind = "")
{
    if (text.isEmpty())
        return {};
    return u"<p class=\"%1\">%2</p>\n"_s.arg(QLatin1String(kind), escaped(text));
}

/// The photo as it was served, when every reader of pages opens it; else the same pixels as PNG.
QString photoAddress(const EncodedPhoto &photo)
{
    const bool jpeg = photo.bytes.startsWith("\xff\xd8\xff");
    const bool png = photo.bytes.startsWith("\x89PNG");
    QByteArray bytes = photo.bytes;
    if (!jpeg && !png) {
        bytes.clear();
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        servedPicture(photo).save(&buffer, "PNG");
    }
    return (jpeg ? u"data:image/jpeg;base64,"_s : u"data:image/png;base64,"_s)
        + QString::fromLatin1(bytes.toBase64());
}

QString photoCell(const std::optional<ServedPhoto> &photo, const QString &title)
{
    if (!photo || servedThumbnail(photo->photo, 1).isNull()) // what cannot be opened is not handed on either
        return u"<span class=\"soft\">%1</span>"_s.arg(Diagnosis::tr("no photo"));
    return u"<img src=\"%1\" width=\"%2\" height=\"%2\" alt=\"%3\"/>"_s.arg(photoAddress(photo->photo))
        .arg(diagnosisPhotoEdge)
        .arg(escaped(title));
}

QString stateWord(SyncState state, const QString &badge)
{
    const QColor colour = Theme::colour(roleOf(state), Theme::Kind::Light);
    return u"<b style=\"color: %1\">%2</b>"_s.arg(colour.name(), escaped(badge));
}

QString curesOf(const Finding &finding, const BoardContent &content)
{
    QString text;
    for (const QString &id : finding.cures) {
        const Cure *cure = content.book.cure(id);
        if (!cure)
            continue;
        const CureWords words = wordsFor(*cure, content.person);
        text
            += u"<li>%1<br/><span class=\"soft\">%2</span>"_s.arg(escaped(words.title), escaped(words.facts));
        if (!words.command.isEmpty())
            text += u"<br/><span class=\"code\">%1</span>"_s.arg(escaped(words.command));
        text += "</li>\n"_L1;
    }
    return text.isEmpty() ? text : paragraph(Diagnosis::tr("Cure:")) + u"<ul>"_s + text + u"</ul>\n"_s;
}

QString findingRow(const Finding &finding, const BoardContent &content)
{
    const FindingWords words = wordsFor(finding, content.board, content.person, content.now);
    const QString title = shownTitle(finding.node);
    QString text = u"<h2>%1 &nbsp; %2</h2>\n"_s.arg(escaped(title), stateWord(finding.state, words.badge));
    QString facts = words.facts;
    if (finding.derived)
        facts += u" · "_s + Diagnosis::tr("derived by rule, not seen");
    text += paragraph(facts, "soft") + paragraph(words.cause) + paragraph(words.until);
    text += curesOf(finding, content) + paragraph(disputesOf(finding, content.book), "soft");
    text += paragraph(finding.evidence.join(u'\n'), "code") + paragraph(ruleOf(finding), "soft");
    return u"<tr><td width=\"%1\" valign=\"top\">%2</td><td valign=\"top\">%3</td></tr>\n"_s.arg(
        QString::number(diagnosisPhotoEdge + 12), photoCell(finding.shows, title), text);
}

QString timelineList(const QList<TimelineEntry> &timeline)
{
    if (timeline.isEmpty())
        return {};
    QString rows;
    for (const TimelineEntry &entry : timeline)
        rows += u"<tr><td class=\"soft\">%1</td><td>%2</td></tr>\n"_s.arg(
            QLocale().toString(entry.at.toLocalTime(), QLocale::ShortFormat), escaped(entry.text));
    return u"<h2>%1</h2>\n<table>%2</table>\n"_s.arg(Diagnosis::tr("Timeline"), rows);
}

QString headOf(const BoardContent &content)
{
    const Person &person = content.person;
    const QString name = person.displayName.isEmpty() ? person.keys.key : person.displayName;
    QStringList who;
    for (const QString &part : {person.keys.mail, person.keys.key, person.department}) {
        if (!part.isEmpty() && part != name)
            who << part;
    }
    who.removeDuplicates();
    const QDateTime local = content.now.toLocalTime();
    //: head of the exported diagnosis; %1 is the person's name
    QString text = u"<h1>%1</h1>\n"_s.arg(escaped(Diagnosis::tr("Photos of %1").arg(name)));
    text += paragraph(who.join(u" · "_s), "soft");
    //: %1 is date and time
    text += paragraph(Diagnosis::tr("As of %1").arg(QLocale().toString(local, QLocale::LongFormat)), "soft");
    if (content.board.reference) {
        const Reference &reference = *content.board.reference;
        text += u"<p>%1</p>\n"_s.arg(photoCell(reference.photo, Diagnosis::tr("Reference")));
        //: the photo all others are compared with; %1 is where it is, like "Exchange"
        text += paragraph(Diagnosis::tr("The reference is the photo in %1.").arg(shownTitle(reference.node)));
    } else {
        text += paragraph(Diagnosis::tr("No workload has a photo that could be seen."));
    }
    return text;
}

QList<Finding> byImportance(QList<Finding> findings)
{
    std::ranges::stable_sort(findings, std::ranges::greater(), &Finding::state);
    return findings;
}

} // namespace

QString diagnosisHtml(const BoardContent &content, const QList<TimelineEntry> &timeline)
{
    QString rows;
    for (const Finding &finding : byImportance(content.board.findings))
        rows += findingRow(finding, content);
    const bool back = QLocale().textDirection() == Qt::RightToLeft;
    return u"<!DOCTYPE html>\n<html lang=\"%1\" dir=\"%2\"><head><meta charset=\"utf-8\"/>"
           "<title>%3</title><style>%4</style></head>\n<body>\n%5<table class=\"all\" cellspacing=\"0\" "
           "width=\"100%\">\n%6</table>\n"
           "%7</body></html>\n"_s.arg(QLocale().bcp47Name(), back ? u"rtl"_s : u"ltr"_s,
               escaped(diagnosisFileName(content)), diagnosisStyle, headOf(content), rows,
               timelineList(timeline));
}

Result<Done> writeDiagnosisHtml(
    const QString &path, const BoardContent &content, const QList<TimelineEntry> &timeline)
{
    QSaveFile file(path);
    const QByteArray page = diagnosisHtml(content, timeline).toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(page) != page.size() || !file.commit())
        return Error {Errc::Local, file.errorString()};
    return Done {};
}

Result<Done> writeDiagnosisPdf(
    const QString &path, const BoardContent &content, const QList<TimelineEntry> &timeline)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error {Errc::Local, file.errorString()};
    {
        QPdfWriter writer(&file);
        const bool metric = QLocale().measurementSystem() == QLocale::MetricSystem;
        writer.setPageSize(QPageSize(metric ? QPageSize::A4 : QPageSize::Letter));
        writer.setPageMargins(QMarginsF()); // the document has margins of its own
        writer.setTitle(diagnosisFileName(content));
        writer.setCreator(u"Likeness"_s);
        QTextDocument document;
        document.setDefaultFont(QFont(QGuiApplication::font().family(), 10)); // in points, as the style's
        document.setHtml(diagnosisHtml(content, timeline));
        document.print(&writer);
    }
    if (!file.commit())
        return Error {Errc::Local, file.errorString()};
    return Done {};
}

QString diagnosisFileName(const BoardContent &content)
{
    QString key;
    for (const QChar letter : content.person.keys.key) // part of a path
        key += letter.isLetterOrNumber() || letter == u'.' || letter == u'-' ? letter : QChar(u'_');
    return u"sync-%1-%2"_s.arg(key, content.now.toLocalTime().date().toString(Qt::ISODate));
}

} // namespace likeness
