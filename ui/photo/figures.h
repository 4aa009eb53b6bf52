// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFontMetricsF>
#include <QString>

class QPainter;

namespace likeness {

/// "1 812": groups of three with a narrow no-break space, which cannot be taken for a decimal point or a list
/// comma.
QString pixelCount(int count);
/// "648 × 648"
QString pixelSize(QSize size);
/// "2.9 KB", "94 KB", "1.4 MB"; 1024 bytes make a KB, as the limits of the stores are counted.
QString byteCount(qsizetype bytes);

/// Text whose digits all take the width of the widest, so that a live read-out does not shiver. (Fonts differ
/// in whether their figures are tabular by default, and Qt 6.4 cannot ask them.)
double tabularWidth(const QFontMetricsF &metrics, const QString &text);
void drawTabular(QPainter &painter, const QPointF &baseline, const QString &text);

} // namespace likeness
