// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/common/text.h"

#include <QApplication>
#include <QEvent>
#include <QFontInfo>

namespace likeness {

QFont textFont(TextRole role)
{
    QFont font = QApplication::font();
    const int body = QFontInfo(font).pixelSize();
    switch (role) {
    case TextRole::Title:
        font.setPixelSize(qRound(body * 20 / 13.0));
        break;
    case TextRole::Heading:
        font.setPixelSize(qRound(body * 15 / 13.0));
        break;
    case TextRole::Strong:
    case TextRole::Body:
        break;
    case TextRole::Small:
        font.setPixelSize(qMax(12, qRound(body * 12 / 13.0)));
        break;
    }
    if (role == TextRole::Title || role == TextRole::Heading || role == TextRole::Strong)
        font.setWeight(QFont::DemiBold);
    return font;
}

int leadingAlignment(Qt::LayoutDirection direction)
{
    const Qt::Alignment side = direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    return int(Qt::AlignVCenter | Qt::AlignAbsolute | side);
}

TextLabel::TextLabel(TextRole role, Tone tone, QWidget *parent)
    : QLabel(parent)
    , m_role(role)
{
    setFont(textFont(role));
    setTextFormat(Qt::PlainText);
    if (tone == Tone::Soft)
        setForegroundRole(QPalette::PlaceholderText);
}

TextLabel::TextLabel(const QString &text, TextRole role, Tone tone, QWidget *parent)
    : TextLabel(role, tone, parent)
{
    setText(text);
}

void TextLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange)
        setFont(textFont(m_role));
    QLabel::changeEvent(event);
}

} // namespace likeness
