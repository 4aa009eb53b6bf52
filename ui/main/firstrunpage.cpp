// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/main/firstrunpage.h"

#include "ui/common/buttons.h"
#include "ui/common/errorwords.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"
#include "ui/common/panel.h"
#include "ui/common/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>

namespace likeness {
namespace {

/// An icon on a round tinted ground.
class CardIcon final : public QWidget
{
public:
    CardIcon(const Theme &theme, const QString &icon, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
        , m_icon(icon)
    {
        setFixedSize(48, 48);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colour(ColourRole::Selection));
        painter.drawEllipse(rect());
        painter.drawPixmap(
            12, 12, drawnIcon(m_icon, m_theme.colour(ColourRole::Accent), 24, devicePixelRatioF()));
    }

private:
    const Theme &m_theme;
    QString m_icon;
};

} // namespace

FirstRunPage::FirstRunPage(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new TextLabel(TextRole::Title, TextLabel::Tone::Ink, this))
    , m_lead(new TextLabel(TextRole::Body, TextLabel::Tone::Soft, this))
    , m_connect(makeCard(QStringLiteral("server")))
    , m_sandbox(makeCard(QStringLiteral("sandbox")))
    , m_progress(new QWidget(this))
    , m_bar(new QProgressBar(m_progress))
    , m_stepWords(new TextLabel(TextRole::Body, TextLabel::Tone::Soft, m_progress))
    , m_cancel(new QPushButton(m_progress))
    , m_notice(new Notice(theme, this))
{
    for (TextLabel *label : {m_title, m_lead})
        label->setAlignment(Qt::AlignHCenter);
    m_lead->setWordWrap(true);
    setButtonKind(*m_connect.button, ButtonKind::Primary);
    setButtonKind(*m_cancel, ButtonKind::Flat);
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 3);

    auto *cards = new QHBoxLayout;
    cards->setSpacing(16);
    cards->addWidget(m_connect.panel, 1);
    cards->addWidget(m_sandbox.panel, 1);
    auto *progress = new QGridLayout(m_progress);
    progress->addWidget(m_bar, 0, 0);
    progress->addWidget(m_cancel, 0, 1, 2, 1, Qt::AlignVCenter);
    progress->addWidget(m_stepWords, 1, 0);
    progress->setColumnStretch(0, 1);

    auto *below = new QWidget(this); // keeps its height, so that nothing jumps when the sandbox starts
    below->setMinimumHeight(96);
    auto *belowColumn = new QVBoxLayout(below);
    belowColumn->addWidget(m_progress);
    belowColumn->addWidget(m_notice);
    belowColumn->addStretch();

    auto *page = new QHBoxLayout(this);
    page->setContentsMargins(24, 24, 24, 24);
    auto *body = new QWidget(this);
    body->setMaximumWidth(720);
    auto *column = new QVBoxLayout(body);
    column->addStretch(2);
    column->addWidget(m_title);
    column->addWidget(m_lead);
    column->addSpacing(24);
    column->addLayout(cards);
    column->addSpacing(16);
    column->addWidget(below);
    column->addStretch(3);
    page->addStretch(1);
    page->addWidget(body, 100);
    page->addStretch(1);

    connect(m_connect.button, &QPushButton::clicked, this, &FirstRunPage::connectRequested);
    connect(m_sandbox.button, &QPushButton::clicked, this, &FirstRunPage::sandboxRequested);
    connect(m_cancel, &QPushButton::clicked, this, &FirstRunPage::cancelRequested);
    setStep(Step::Idle);
}

FirstRunPage::Card FirstRunPage::makeCard(const QString &icon)
{
    Card card;
    card.panel = new Panel(this);
    card.title = new TextLabel(TextRole::Heading, TextLabel::Tone::Ink, card.panel);
    card.title->setWordWrap(true);
    card.text = new TextLabel(TextRole::Body, TextLabel::Tone::Soft, card.panel);
    card.text->setWordWrap(true);
    card.text->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    card.button = new QPushButton(card.panel);
    auto *column = new QVBoxLayout(card.panel);
    column->setContentsMargins(24, 24, 24, 24);
    column->addWidget(new CardIcon(m_theme, icon, card.panel));
    column->addSpacing(8);
    column->addWidget(card.title);
    column->addWidget(card.text, 1);
    column->addSpacing(16);
    column->addWidget(card.button, 0, Qt::AlignLeading);
    return card;
}

void FirstRunPage::setStep(Step step)
{
    m_step = step;
    const bool idle = step == Step::Idle;
    m_progress->setVisible(!idle);
    m_connect.button->setEnabled(idle);
    m_sandbox.button->setEnabled(idle);
    m_bar->setValue(static_cast<int>(step));
    if (!idle) {
        m_error.reset();
        m_notice->clear();
    }
    retranslate();
}

void FirstRunPage::showError(const Error &error, const QString &where)
{
    setStep(Step::Idle);
    m_error = error;
    m_errorWhere = where;
    retranslate();
}

void FirstRunPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FirstRunPage::retranslate()
{
    m_title->setText(tr("One photo, everywhere"));
    m_lead->setText(tr(
        "Crop a picture, see every size before anything is sent, and put it where your colleagues see it."));
    m_connect.title->setText(tr("Connect to my organisation"));
    m_connect.text->setText(
        tr("Active Directory, Exchange, SharePoint, Microsoft 365, an LDAP server or a folder of photos. "
           "You need its address and your sign-in."));
    m_connect.button->setText(tr("Connect"));
    m_connect.button->setAccessibleName(tr("Connect to my organisation"));
    m_sandbox.title->setText(tr("Try the sandbox"));
    m_sandbox.text->setText(
        tr("An organisation on this computer with a dozen invented people. Nothing you do there leaves it."));
    m_sandbox.button->setText(tr("Start the sandbox"));
    m_sandbox.button->setAccessibleName(tr("Try the sandbox"));
    m_cancel->setText(tr("Stop"));
    switch (m_step) {
    case Step::Idle:
        m_stepWords->clear();
        break;
    case Step::DrawingPeople:
        m_stepWords->setText(tr("Drawing the people…"));
        break;
    case Step::StartingDirectory:
        m_stepWords->setText(tr("Starting the directory… The first time takes a few seconds."));
        break;
    }
    if (m_error)
        m_notice->say(Notice::Kind::Error, [error = *m_error, where = m_errorWhere] {
            return failureText(error, where.isEmpty() ? tr("The sandbox") : where)();
        });
}

} // namespace likeness
