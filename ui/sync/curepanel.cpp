// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/curepanel.h"

#include "ui/common/buttons.h"
#include "ui/common/text.h"
#include "ui/sync/evidenceview.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <chrono>

namespace likeness {

using namespace std::chrono_literals;

CurePanel::CurePanel(const QString &id, const CureWords &words, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(2);
    auto *title = new TextLabel(words.title, TextRole::Strong, TextLabel::Tone::Ink, this);
    auto *facts = new TextLabel(words.facts, TextRole::Small, TextLabel::Tone::Soft, this);
    for (TextLabel *label : {title, facts}) {
        label->setWordWrap(true);
        label->setVisible(!label->text().isEmpty());
        column->addWidget(label);
    }
    if (!words.command.isEmpty()) {
        auto *command = new EvidenceView(this);
        //: read aloud: the line for a shell that mends something
        command->setAccessibleName(tr("Command"));
        command->setText(words.command);
        column->addSpacing(4);
        column->addWidget(command);
    }
    column->addSpacing(6);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    if (!words.button.isEmpty()) {
        m_do = new QPushButton(words.button, this);
        setButtonKind(*m_do, ButtonKind::Primary);
        connect(m_do, &QPushButton::clicked, this, [this, id] { emit requested(id); });
        buttons->addWidget(m_do);
    }
    if (!words.message.isEmpty())
        buttons->addWidget(copyButton(tr("Copy message"), words.message));
    if (!words.command.isEmpty())
        buttons->addWidget(copyButton(tr("Copy command"), words.command));
    buttons->addStretch();
    if (buttons->count() > 1)
        column->addLayout(buttons);
    else
        delete buttons;
    m_sayCopied.setSingleShot(true);
    m_sayCopied.setInterval(2s);
    connect(&m_sayCopied, &QTimer::timeout, this, [this] {
        if (m_copied)
            m_copied->setText(m_copiedText);
        m_copied = nullptr;
    });
}

QPushButton *CurePanel::copyButton(const QString &text, const QString &copied)
{
    auto *button = new QPushButton(text, this);
    button->setAccessibleName(text); // also while it says that it has copied
    connect(button, &QPushButton::clicked, this, [this, button, text, copied] {
        QGuiApplication::clipboard()->setText(copied);
        if (m_copied && m_copied != button)
            m_copied->setText(m_copiedText);
        m_copied = button;
        m_copiedText = text;
        button->setMinimumWidth(button->width()); // the row stays as it is
        //: on a button, for two seconds after it was pressed
        button->setText(tr("Copied"));
        m_sayCopied.start();
    });
    return button;
}

void CurePanel::setBusy(bool busy)
{
    if (m_do)
        m_do->setEnabled(!busy);
}

void CurePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace likeness
