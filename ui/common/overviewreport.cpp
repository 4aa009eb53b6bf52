// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/common/overviewreport.h"

#include "models/base/csvtext.h"
#include "ui/common/findingwords.h"
#include "ui/common/nodewords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSaveFile>
#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr int reportPage = 500;
constexpr int mostHtmlRows = 2000;
constexpr int trendDays = 30;

struct OverviewText
{
    Q_DECLARE_TR_FUNCTIONS(likeness::OverviewReport)
};

constexpr auto overviewStyle = R"(
body { font-family: sans-serif; font-size: 10pt; color: #1f2328; background: #ffffff; margin: 1em; }
h1 { font-size: 16pt; } h2 { font-size: 12pt; } .soft { color: #5d6570; }
table { border-collapse: collapse; margin-bottom: 1em; } thead { display: table-header-group; }
th, td { padding: 4px 8px; border-top: 1px solid #ddd9d0; text-align: start; } th { color: #5d6570; }
td.number { text-align: end; } tr { page-break-inside: avoid; }
)"_L1;

QString csvTime(const std::optional<QDateTime> &time)
{
    return time ? time->toUTC().toString(Qt::ISODate) : QString();
}

QString csvHead(const QList<SyncNode> &nodes)
{
    QStringList cells {u"key"_s, u"name"_s, u"mail"_s, u"department"_s, u"overall"_s, u"pixels"_s,
        u"changed"_s, u"looked"_s, u"failedWrite"_s};
    for (const SyncNode node : nodes)
        cells.append(idOf(node));
    return cells.join(u',') + u"\r\n"_s;
}

QString csvRow(const Standing &standing, const QList<SyncNode> &nodes)
{
    QStringList cells {csvQuoted(standing.person.keys.key), csvQuoted(standing.person.displayName),
        csvQuoted(standing.person.keys.mail), csvQuoted(standing.person.department), nameOf(standing.overall),
        QString::number(standing.edge), csvTime(standing.changed), csvTime(standing.looked),
        csvTime(standing.failedWrite)};
    for (const SyncNode node : nodes) {
        const NodeStanding *there = standing.at(node);
        cells.append(there ? QString(nameOf(there->state)) : QString());
    }
    return cells.join(u',') + u"\r\n"_s;
}

/// Calls `take` for everybody, page by page, up to `most` people; 0 = all. True = there were more.
template <class Take>
Result<bool> forEverybody(const OverviewScope &scope, Standings &standings, int most, Take take)
{
    for (int from = 0;; from += reportPage) {
        const auto page
            = standings.page(scope.organisation, {scope.filter, StandingsOrder::Name, from, reportPage});
        if (!page)
            return page.error();
        for (qsizetype i = 0; i < page->size(); ++i) {
            if (most > 0 && from + i >= most)
                return true;
            take(page->at(i));
        }
        if (page->size() < reportPage)
            return false;
    }
}

Result<Done> savedReport(QSaveFile &file)
{
    if (file.commit())
        return Done {};
    return Error {Errc::Local, u"%1: %2"_s.arg(file.fileName(), file.errorString())};
}

QString cellOf(const QString &text, const char *element = "td")
{
    return u"<%1>%2</%1>"_s.arg(QLatin1StringView(element), text.toHtmlEscaped());
}

QString countsTable(const QList<TrendDay> &days)
{
    QString table = u"<table><thead><tr>"_s + cellOf(OverviewText::tr("Day"), "th");
    QList<SyncState> states;
    for (int i = syncStateCount - 1; i >= 0; --i) {
        const auto state = static_cast<SyncState>(i);
        const bool occurs
            = std::ranges::any_of(days, [state](const TrendDay &day) { return day.counts.of(state) > 0; });
        if (occurs)
            states.append(state);
    }
    for (const SyncState state : states)
        table += cellOf(wordFor(state), "th");
    table += u"</tr></thead>\n"_s;
    for (const TrendDay &day : days) {
        table += u"<tr>"_s + cellOf(QLocale().toString(day.day, QLocale::ShortFormat));
        for (const SyncState state : states)
            table += u"<td class=\"number\">%1</td>"_s.arg(QLocale().toString(day.counts.of(state)));
        table += u"</tr>\n"_s;
    }
    return table + u"</table>\n"_s;
}

QString peopleHead(const QList<SyncNode> &nodes)
{
    QString head = u"<table><thead><tr>"_s + cellOf(OverviewText::tr("Person"), "th")
        + cellOf(OverviewText::tr("Department"), "th") + cellOf(OverviewText::tr("Overall"), "th");
    for (const SyncNode node : nodes)
        head += cellOf(shownTitle(node), "th");
    return head + u"</tr></thead>\n"_s;
}

QString personRow(const Standing &standing, const QList<SyncNode> &nodes)
{
    const Person &person = standing.person;
    QString row = u"<tr>"_s + cellOf(person.displayName.isEmpty() ? person.keys.key : person.displayName)
        + cellOf(person.department) + cellOf(wordFor(standing.overall));
    for (const SyncNode node : nodes) {
        const NodeStanding *there = standing.at(node);
        row += cellOf(there ? wordFor(there->state) : QString());
    }
    return row + u"</tr>\n"_s;
}

} // namespace

QList<SyncNode> overviewNodes(const SyncSettings &settings)
{
    QList<SyncNode> nodes;
    for (const SyncNode node : allSyncNodes()) {
        if (settings.has(node))
            nodes.append(node);
    }
    return nodes;
}

Result<Done> writeOverviewCsv(const QString &path, const OverviewScope &scope, Standings &standings)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error {Errc::Local, u"%1: %2"_s.arg(path, file.errorString())};
    file.write("\xef\xbb\xbf" + csvHead(scope.nodes).toUtf8());
    const auto written = forEverybody(scope, standings, 0,
        [&](const Standing &standing) { file.write(csvRow(standing, scope.nodes).toUtf8()); });
    return written ? savedReport(file) : Result<Done>(written.error());
}

Result<Done> writeOverviewHtml(
    const QString &path, const OverviewScope &scope, Standings &standings, const QDateTime &now)
{
    const auto counts = standings.counts(scope.organisation);
    if (!counts)
        return counts.error();
    auto trend = standings.trend(scope.organisation, trendDays);
    if (!trend)
        return trend.error();
    if (trend->isEmpty() || trend->constFirst().day != now.date())
        trend->prepend({now.date(), *counts});
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error {Errc::Local, u"%1: %2"_s.arg(path, file.errorString())};
    //: Heading of a report; %1 is an organisation.
    const QString title = OverviewText::tr("Photos of %1").arg(scope.title).toHtmlEscaped();
    file.write((u"<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"/><title>%1</title><style>%2</style>"
                "</head><body>\n<h1>%1</h1>\n<p class=\"soft\">%3</p>\n"_s.arg(title, overviewStyle,
                    QLocale().toString(now.toLocalTime(), QLocale::ShortFormat).toHtmlEscaped())
        + u"<h2>%1</h2>\n"_s.arg(OverviewText::tr("People by state").toHtmlEscaped()) + countsTable(*trend)
        + peopleHead(scope.nodes))
                   .toUtf8());
    const auto more = forEverybody(scope, standings, mostHtmlRows,
        [&](const Standing &standing) { file.write(personRow(standing, scope.nodes).toUtf8()); });
    if (!more)
        return more.error();
    file.write("</table>\n");
    if (*more)
        file.write(
            u"<p class=\"soft\">%1</p>\n"_s
                .arg(OverviewText::tr("There are more people than a page can show; the CSV file has all.")
                         .toHtmlEscaped())
                .toUtf8());
    file.write("</body></html>\n");
    return savedReport(file);
}

} // namespace likeness
