// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/common/stateview.h"

#include "ui/common/buttons.h"
#include "ui/common/errordetails.h"
#include "ui/common/icons.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QPainter>
#include <QStackedLayout>

namespace likeness {
namespace {

/// Rows that stand where the content will be; still, since movement would say more than is known.
class Skeleton final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(palette().color(QPalette::Window), palette().color(QPalette::Mid), 0.6));
        const bool back = layoutDirection() == Qt::RightToLeft;
        constexpr double widths[] = {0.46, 0.34, 0.52, 0.4};
        for (int row = 0; row * 60 + 60 < height() && row < 4; ++row) {
            const auto place = [&](double x, double y, double w, double h, double radius) {
                const double left = back ? width() - x - w : x;
                painter.drawRoundedRect(QRectF(left, row * 60 + y, w, h), radius, radius);
            };
            place(0, 8, 40, 40, 8);
            place(56, 12, width() * widths[row], 12, 6);
            place(56, 34, width() * widths[row] * 0.6, 10, 5);
        }
    }
};

} // namespace

StateView::StateView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_stack(new QStackedLayout(this))
    , m_blank(new QWidget(this))
    , m_skeleton(new Skeleton(this))
{
    m_message = makeMessage();
    for (QWidget *page : {m_message, m_blank, m_skeleton})
        m_stack->addWidget(page);
    m_skeletonDelay.setSingleShot(true);
    m_skeletonDelay.setInterval(150);
    connect(&m_skeletonDelay, &QTimer::timeout, this, [this] { m_stack->setCurrentWidget(m_skeleton); });
    connect(&theme, &Theme::changed, this, &StateView::recolour);
    retranslate();
    m_stack->setCurrentWidget(m_blank);
}

QWidget *StateView::makeMessage()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(24, 24, 24, 24);
    m_icon = new QLabel(page);
    m_icon->setAlignment(Qt::AlignCenter);
    m_title = new TextLabel(TextRole::Heading, TextLabel::Tone::Ink, page);
    m_sentence = new TextLabel(TextRole::Body, TextLabel::Tone::Soft, page);
    for (TextLabel *label : {m_title, m_sentence}) {
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        label->setWordWrap(true);
    }
    m_action = new QPushButton(page);
    m_retry = new QPushButton(page);
    m_copy = new QPushButton(page);
    setButtonKind(*m_action, ButtonKind::Primary);
    setButtonKind(*m_retry, ButtonKind::Primary);
    connect(m_action, &QPushButton::clicked, this, &StateView::actionPressed);
    connect(m_retry, &QPushButton::clicked, this, &StateView::retryPressed);
    connect(m_copy, &QPushButton::clicked, this, &StateView::copyDetails);

    column->addStretch(2);
    column->addWidget(m_icon);
    column->addSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addSpacing(8);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    for (QPushButton *button : {m_action, m_retry, m_copy})
        buttons->addWidget(button);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addStretch(3);
    return page;
}

void StateView::setContent(QWidget *content)
{
    m_content = content;
    m_stack->addWidget(content);
}

void StateView::showContent()
{
    enter(State::Content);
    m_stack->setCurrentWidget(m_content ? m_content.data() : m_blank);
}

void StateView::showEmpty(
    const QString &icon, const QString &title, const QString &sentence, const QString &button)
{
    enter(State::Empty);
    m_iconName = icon;
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_action->setText(button);
    m_action->setVisible(!button.isEmpty());
    m_retry->hide();
    m_copy->hide();
    recolour();
    m_stack->setCurrentWidget(m_message);
}

void StateView::showLoading()
{
    if (m_state == State::Loading)
        return;
    enter(State::Loading);
    m_stack->setCurrentWidget(m_blank);
    m_skeletonDelay.start();
}

void StateView::showError(const QString &title, const QString &sentence, const Error &error)
{
    enter(State::Error);
    m_error = error;
    m_iconName = QStringLiteral("warning");
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_action->hide();
    m_retry->show();
    m_copy->show();
    recolour();
    m_stack->setCurrentWidget(m_message);
}

bool StateView::isShowingError() const
{
    return m_state == State::Error;
}

void StateView::enter(State state)
{
    m_skeletonDelay.stop();
    m_state = state;
}

void StateView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void StateView::retranslate()
{
    //: Button under an error: do the same again
    m_retry->setText(tr("Retry"));
    //: Button under an error: puts the technical details on the clipboard
    m_copy->setText(tr("Copy details"));
}

void StateView::recolour()
{
    if (m_iconName.isEmpty())
        return;
    const ColourRole role = m_state == State::Error ? ColourRole::Stale : ColourRole::Soft;
    m_icon->setPixmap(drawnIcon(m_iconName, m_theme.colour(role), 40, devicePixelRatioF()));
}

void StateView::copyDetails()
{
    QGuiApplication::clipboard()->setText(errorDetails(m_error));
}

} // namespace likeness
