// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/overview/statechip.h"

#include "ui/common/findingwords.h"
#include "ui/common/icons.h"
#include "ui/common/stylepaint.h"
#include "ui/common/text.h"
#include "ui/sync/statelook.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

namespace likeness {

namespace {

constexpr int chipSide = 14;
constexpr int chipGap = 6;
constexpr int chipGlyph = 14;
constexpr int chipHeight = 42;

} // namespace

StateChip::StateChip(const Theme &theme, SyncState state, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_state(state)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    retranslate();
    connect(&theme, &Theme::changed, this, [this] { update(); });
}

void StateChip::setPeople(int people)
{
    m_people = people;
    retranslate();
}

void StateChip::retranslate()
{
    m_number = QLocale().toString(m_people);
    setText(wordFor(m_state));
    //: For screen readers, a filter: %1 is a state such as "In step".
    setAccessibleName(tr("%1: %Ln people", "", m_people).arg(wordFor(m_state)));
    //: %1 is a state such as "In step".
    setToolTip(tr("Show only: %1").arg(wordFor(m_state)));
    updateGeometry();
    update();
}

QSize StateChip::sizeHint() const
{
    const int number = QFontMetrics(textFont(TextRole::Heading)).horizontalAdvance(m_number);
    const int word = QFontMetrics(textFont(TextRole::Body)).horizontalAdvance(text());
    const int height = QFontMetrics(textFont(TextRole::Heading)).height() + 2 * chipGap;
    return {2 * chipSide + number + 2 * chipGap + chipGlyph + word, qMax(chipHeight, height)};
}

void StateChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = m_theme.colour(roleOf(m_state));
    const QColor panel = m_theme.colour(ColourRole::Panel);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(isChecked() ? QPen(colour, 2) : QPen(stylepaint::controlLine(palette()), 1));
    painter.setBrush(isChecked() || underMouse() ? mixed(panel, colour, 0.10) : panel);
    painter.drawRoundedRect(isChecked() ? frame.adjusted(0.5, 0.5, -0.5, -0.5) : frame, 8, 8);
    int x = chipSide;
    const auto text = [&](TextRole role, const QColor &ink, const QString &words) {
        const QFont font = textFont(role);
        const int width = QFontMetrics(font).horizontalAdvance(words);
        painter.setFont(font);
        painter.setPen(ink);
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), QRect(x, 0, width, height())),
            Qt::AlignCenter | Qt::TextDontClip, words);
        x += width + chipGap;
    };
    text(TextRole::Heading, colour, m_number);
    const QRect glyph(x, (height() - chipGlyph) / 2, chipGlyph, chipGlyph);
    painter.drawPixmap(QStyle::visualRect(layoutDirection(), rect(), glyph),
        drawnIcon(iconOf(m_state), colour, chipGlyph, devicePixelRatioF()));
    x += chipGlyph + chipGap;
    text(TextRole::Body, m_theme.colour(ColourRole::Ink), this->text());
    if (hasFocus())
        stylepaint::focusRing(painter, rect(), palette(), m_theme.kind() == Theme::Kind::HighContrast);
}

void StateChip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        retranslate();
    QAbstractButton::changeEvent(event);
}

} // namespace likeness
