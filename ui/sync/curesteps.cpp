// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/curesteps.h"

#include "ui/common/buttons.h"
#include "ui/common/errorwords.h"
#include "ui/common/text.h"
#include "ui/sync/evidenceview.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QPushButton>

namespace likeness {

using Step = TombstoneCure::Step;

CureSteps::CureSteps(QWidget *parent)
    : Panel(parent)
    , m_title(new TextLabel(TextRole::Heading, TextLabel::Tone::Ink, this))
    , m_command(new EvidenceView(this))
    , m_state(new TextLabel(TextRole::Body, TextLabel::Tone::Soft, this))
    , m_copy(new QPushButton(this))
    , m_runHere(new QPushButton(this))
    , m_next(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(6);
    m_title->setWordWrap(true);
    column->addWidget(m_title);
    for (Line &line : m_lines) {
        line = {new TextLabel(TextRole::Strong, TextLabel::Tone::Ink, this),
            new TextLabel(TextRole::Body, TextLabel::Tone::Ink, this)};
        line.sign->setFixedWidth(line.sign->fontMetrics().horizontalAdvance(u'M') * 2);
        line.sign->setAlignment(Qt::AlignTop | Qt::AlignLeading);
        line.words->setWordWrap(true);
        auto *row = new QHBoxLayout;
        row->addWidget(line.sign);
        row->addWidget(line.words, 1);
        column->addLayout(row);
        if (&line == &m_lines[1]) { // the step it belongs to
            auto *below = new QHBoxLayout;
            below->addSpacing(line.sign->width() + row->spacing());
            below->addWidget(m_command);
            column->addLayout(below);
        }
    }
    m_state->setWordWrap(true);
    column->addWidget(m_state);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button : {m_copy, m_runHere, m_next})
        buttons->addWidget(button);
    buttons->addStretch();
    buttons->addWidget(m_close);
    column->addLayout(buttons);
    connect(m_copy, &QPushButton::clicked, this, &CureSteps::copyCommand);
    connect(m_runHere, &QPushButton::clicked, this, &CureSteps::runHereRequested);
    connect(m_next, &QPushButton::clicked, this, &CureSteps::nextRequested);
    connect(m_close, &QPushButton::clicked, this, &CureSteps::closeRequested);
    retranslate();
}

void CureSteps::setProgress(const std::optional<CureProgress> &progress)
{
    m_progress = progress;
    retranslate();
}

void CureSteps::copyCommand()
{
    QGuiApplication::clipboard()->setText(m_progress ? m_progress->command : QString());
    //: on a button that was pressed
    m_copy->setText(tr("Copied"));
}

QString CureSteps::wordsFor(Step step) const
{
    switch (step) {
    case Step::KeepPhoto:
        if (m_progress->step == Step::KeepPhoto)
            return tr("Keep the directory's photo in the history.");
        return m_progress->hadPhoto ? tr("The directory's photo is kept in the history.")
                                    : tr("The directory has no photo, so there is nothing to keep.");
    case Step::Forget:
        if (m_progress->step > Step::Forget)
            return tr("Exchange has forgotten the removal.");
        return tr("Somebody with the right in Exchange runs this command. It takes the directory's photo "
                  "along.");
    case Step::WriteBack:
        if (m_progress->step == Step::Over)
            return m_progress->hadPhoto ? tr("The directory has its photo, written and read back.")
                                        : tr("Nothing had to be written back.");
        return tr("Write the kept photo back into the directory.");
    case Step::Over:
        break;
    }
    return {};
}

void CureSteps::showButtons()
{
    const bool forgetting = m_progress->step == Step::Forget;
    m_command->setText(m_progress->command);
    m_command->setVisible(forgetting);
    m_copy->setVisible(forgetting);
    m_runHere->setVisible(forgetting && m_progress->canRunHere);
    m_next->setVisible(forgetting || m_progress->error);
    for (QPushButton *button : {m_runHere, m_next})
        button->setEnabled(!m_progress->busy);
    m_next->setText(m_progress->error ? tr("Try again") : tr("Look now"));
    //: closes the steps of a cure before they are all taken
    m_close->setText(m_progress->step == Step::Over ? tr("Close") : tr("Stop here"));
    setButtonKind(*m_close, m_progress->step == Step::Over ? ButtonKind::Primary : ButtonKind::Secondary);
    QString state;
    if (m_progress->error) {
        state = likeness::wordsFor(*m_progress->error, m_progress->store).sentences();
    } else if (forgetting && m_progress->stillRemembers) {
        state = tr("Exchange still remembers the removal. Likeness looks again by itself.");
    } else if (forgetting && m_progress->settling) {
        state = tr(
            "Exchange has forgotten the removal. Likeness looks once more: the command takes the photo of "
            "the directory along too.");
    }
    m_state->setText(state);
    m_state->setVisible(!state.isEmpty());
}

void CureSteps::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

void CureSteps::retranslate()
{
    m_title->setText(tr("Make Exchange forget the removal"));
    m_copy->setText(tr("Copy command"));
    //: button, in the sandbox: an administrator there runs the command
    m_runHere->setText(tr("Run it in the sandbox"));
    m_command->setAccessibleName(tr("Command"));
    setVisible(m_progress.has_value());
    if (!m_progress)
        return;
    for (int at = 0; at < 3; ++at) {
        const bool done = m_progress->step > static_cast<Step>(at);
        const bool present = m_progress->step == static_cast<Step>(at);
        Line &line = m_lines[static_cast<std::size_t>(at)];
        line.sign->setText(done ? QStringLiteral("✓") : QString::number(at + 1));
        line.words->setText(wordsFor(static_cast<Step>(at)));
        //: read aloud: a step of a cure; %1 is its sentence
        line.words->setAccessibleName(done ? tr("Done: %1").arg(line.words->text()) : line.words->text());
        line.words->setEnabled(done || present);
        line.sign->setEnabled(done || present);
    }
    showButtons();
}

} // namespace likeness
