// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/photo/figures.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QSize>
#include <algorithm>
#include <cmath>

namespace likeness {

namespace {

double widestDigit(const QFontMetricsF &metrics)
{
    double widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

QString shortDecimal(double value)
{
    const double rounded = value < 99.95 ? qRound(value * 10) / 10.0 : qRound(value);
    return QLocale().toString(rounded, 'f', std::floor(rounded) < rounded ? 1 : 0);
}

} // namespace

QString pixelCount(int count)
{
    QString digits = QString::number(count);
    for (qsizetype at = digits.size() - 3; at > (count < 0 ? 1 : 0); at -= 3)
        digits.insert(at, QChar(0x202f));
    return digits;
}

QString pixelSize(QSize size)
{
    return pixelCount(size.width()) + QStringLiteral(" × ") + pixelCount(size.height());
}

QString byteCount(qsizetype bytes)
{
    const double kilobytes = static_cast<double>(bytes) / 1024.0;
    if (kilobytes < 999.5) {
        //: a number of kilobytes, as in "2.9 KB"
        return QCoreApplication::translate("likeness::Figures", "%1 KB").arg(shortDecimal(kilobytes));
    }
    //: a number of megabytes, as in "1.4 MB"
    return QCoreApplication::translate("likeness::Figures", "%1 MB").arg(shortDecimal(kilobytes / 1024.0));
}

double tabularWidth(const QFontMetricsF &metrics, const QString &text)
{
    const double digit = widestDigit(metrics);
    double width = 0;
    for (const QChar letter : text)
        width += letter.isDigit() ? digit : metrics.horizontalAdvance(letter);
    return width;
}

void drawTabular(QPainter &painter, const QPointF &baseline, const QString &text)
{
    const QFontMetricsF metrics(painter.font(), painter.device());
    const double digit = widestDigit(metrics);
    QPointF at = baseline;
    QString run; // letters between digits go out together, so that they keep their kerning
    const auto flush = [&] {
        painter.drawText(at, run);
        for (const QChar letter : std::as_const(run))
            at.rx() += metrics.horizontalAdvance(letter);
        run.clear();
    };
    for (const QChar letter : text) {
        if (!letter.isDigit()) {
            run += letter;
            continue;
        }
        flush();
        painter.drawText(at + QPointF((digit - metrics.horizontalAdvance(letter)) / 2, 0), QString(letter));
        at.rx() += digit;
    }
    flush();
}

} // namespace likeness
