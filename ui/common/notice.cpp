// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/common/notice.h"

#include "ui/common/errorwords.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace likeness {
namespace {

struct NoticeLook
{
    QString icon;
    ColourRole role;
};

NoticeLook lookOfNotice(Notice::Kind kind)
{
    switch (kind) {
    case Notice::Kind::Info:
        return {QStringLiteral("info"), ColourRole::Pending};
    case Notice::Kind::Warning:
        return {QStringLiteral("warning"), ColourRole::Stale};
    case Notice::Kind::Error:
        return {QStringLiteral("error"), ColourRole::Blocked};
    case Notice::Kind::Good:
        return {QStringLiteral("check"), ColourRole::InStep};
    }
    return {};
}

} // namespace

NoticeText failureText(const Error &error, const QString &where)
{
    return [error, where] {
        const ErrorWords words = wordsFor(error, where);
        return NoticeWords {words.title + u'.', words.sentences()};
    };
}

Notice::Notice(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_row(new QHBoxLayout(this))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_row->setContentsMargins(12, 10, 12, 10);
    m_row->setSpacing(10);
    m_row->addWidget(m_icon, 0, Qt::AlignTop);
    m_row->addWidget(m_text, 1);
    setVisible(false);
    connect(&theme, &Theme::changed, this, &Notice::recolour);
}

void Notice::say(Kind kind, NoticeText text)
{
    m_kind = kind;
    m_ask = std::move(text);
    m_words = m_ask();
    recolour();
    setVisible(true);
}

void Notice::clear()
{
    m_ask = {};
    m_words = {};
    setVisible(false);
}

QString Notice::sentence() const
{
    return m_words.sentence;
}

void Notice::setAction(QWidget *button)
{
    if (m_action)
        m_action->deleteLater();
    m_action = button;
    m_row->addWidget(button, 0, Qt::AlignVCenter);
}

void Notice::recolour()
{
    const NoticeLook look = lookOfNotice(m_kind);
    const QColor colour = m_theme.colour(look.role);
    m_icon->setPixmap(drawnIcon(look.icon, colour, 20, devicePixelRatioF()));
    const QString lead = m_words.lead.isEmpty()
        ? QString()
        : QStringLiteral("<b style=\"color:%1\">%2</b> ").arg(colour.name(), m_words.lead.toHtmlEscaped());
    m_text->setText(lead + m_words.sentence.toHtmlEscaped());
}

void Notice::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange && m_ask) {
        m_words = m_ask();
        recolour();
    }
    QWidget::changeEvent(event);
}

void Notice::paintEvent(QPaintEvent *)
{
    const bool strong = m_theme.kind() == Theme::Kind::HighContrast;
    const QColor role = m_theme.colour(lookOfNotice(m_kind).role);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(strong ? QPen(role, 1.0) : QPen(Qt::NoPen));
    const bool warm = m_kind == Kind::Warning;
    painter.setBrush(strong || warm ? m_theme.colour(ColourRole::Notice)
                                    : mixed(m_theme.colour(ColourRole::Panel), role, 0.1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace likeness
