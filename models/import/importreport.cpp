// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/import/importreport.h"

#include "models/base/csvtext.h"

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

QString tableRow(const QStringList &fields, QLatin1String tag)
{
    QString row = u"<tr>"_s;
    for (const QString &field : fields)
        row += u'<' + tag + u'>' + field.toHtmlEscaped() + u"</"_s + tag + u'>';
    return row + u"</tr>\n"_s;
}

constexpr char16_t reportStyle[]
    = u"body{font:14px/1.45 system-ui,sans-serif;margin:2rem;color:#1b1f24;"
      "background:#fff}h1{font-size:1.4rem}dl{display:grid;grid-template-columns:"
      "max-content auto;gap:.2rem 1rem}dt{color:#59636e}dd{margin:0}"
      "table{border-collapse:collapse;width:100%;margin-top:1.5rem}"
      "th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;"
      "border-bottom:1px solid #d8dde3}thead{display:table-header-group}"
      "tr{break-inside:avoid}@media print{body{margin:0}}";

} // namespace

QByteArray csvOf(const ImportReport &report)
{
    QString text = u"\ufeff"_s + csvLine(report.columns);
    for (const QStringList &row : report.rows)
        text += csvLine(row);
    return text.toUtf8();
}

QByteArray htmlOf(const ImportReport &report)
{
    const QString title = report.title.toHtmlEscaped();
    QString page = u"<!DOCTYPE html>\n<html lang=\""_s + report.language.toHtmlEscaped()
        + u"\">\n<head>\n<meta charset=\"utf-8\">\n<title>"_s + title + u"</title>\n<style>"_s
        + QString::fromUtf16(reportStyle) + u"</style>\n</head>\n<body>\n<h1>"_s + title + u"</h1>\n<dl>\n"_s;
    for (const auto &[name, value] : report.facts)
        page += u"<dt>"_s + name.toHtmlEscaped() + u"</dt><dd>"_s + value.toHtmlEscaped() + u"</dd>\n"_s;
    page += u"</dl>\n<table>\n<thead>"_s + tableRow(report.columns, "th"_L1) + u"</thead>\n<tbody>\n"_s;
    for (const QStringList &row : report.rows)
        page += tableRow(row, "td"_L1);
    return QString(page + u"</tbody>\n</table>\n</body>\n</html>\n"_s).toUtf8();
}

} // namespace likeness
