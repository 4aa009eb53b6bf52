// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/base/csvtext.h"

#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

QString withoutFormula(const QString &text)
{
    static const QString formulas = u"=+-@\t\r"_s;
    const bool looksLikeOne = !text.isEmpty() && formulas.contains(text.front());
    return looksLikeOne ? QString(u'\'' + text) : text;
}

QString inQuotes(QString text)
{
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

QString csvField(const QString &text)
{
    const QString field = withoutFormula(text);
    const bool needsQuotes
        = std::any_of(field.cbegin(), field.cend(), [](QChar each) { return u",\"\n\r"_s.contains(each); });
    return needsQuotes ? inQuotes(field) : field;
}

QString csvQuoted(const QString &text)
{
    return inQuotes(withoutFormula(text));
}

QString csvLine(const QStringList &fields)
{
    QStringList quoted;
    for (const QString &field : fields)
        quoted += csvField(field);
    return quoted.join(u',') + u"\r\n"_s;
}

} // namespace likeness
