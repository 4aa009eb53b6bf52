// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/evidenceview.h"

#include "ui/common/text.h"

#include <QEvent>
#include <QFontDatabase>
#include <QFontInfo>
#include <QTextDocument>
#include <QWheelEvent>
#include <cmath>

namespace likeness {

EvidenceView::EvidenceView(QWidget *parent)
    : QTextEdit(parent)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QTextEdit::WidgetWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setLayoutDirection(Qt::LeftToRight);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    chooseFont();
}

void EvidenceView::chooseFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(QFontInfo(textFont(TextRole::Small)).pixelSize());
    setFont(font);
}

void EvidenceView::setText(const QString &text)
{
    setPlainText(text);
    fitHeight();
}

void EvidenceView::fitHeight()
{
    document()->setTextWidth(std::max(1, viewport()->width()));
    const int height = static_cast<int>(std::ceil(document()->size().height()));
    if (height != minimumHeight())
        setFixedHeight(height);
}

void EvidenceView::resizeEvent(QResizeEvent *event)
{
    QTextEdit::resizeEvent(event);
    fitHeight();
}

void EvidenceView::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange) {
        chooseFont();
        fitHeight();
    }
}

void EvidenceView::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // there is nothing to scroll here: it belongs to the panel around
}

} // namespace likeness
