// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/main/shortcutsview.h"

#include "ui/common/buttons.h"
#include "ui/common/icons.h"
#include "ui/common/panel.h"
#include "ui/common/text.h"

#include <QEvent>
#include <QGridLayout>
#include <QPainter>

namespace likeness {
namespace {

/// "Ctrl+O" as a key cap.
class KeyCap final : public QLabel
{
public:
    KeyCap(const QString &keys, QWidget *parent)
        : QLabel(keys, parent)
    {
        setFont(textFont(TextRole::Small));
        setMargin(6);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(palette().color(QPalette::Mid));
        painter.setBrush(palette().color(QPalette::Window));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        painter.end();
        QLabel::paintEvent(event);
    }
};

} // namespace

ShortcutsView::ShortcutsView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_panel(new Panel(this))
    , m_title(new TextLabel(TextRole::Heading, TextLabel::Tone::Ink, m_panel))
    , m_close(new QPushButton(m_panel))
{
    auto *middle = new QGridLayout(this);
    middle->addWidget(m_panel, 0, 0, Qt::AlignCenter);
    auto *column = new QVBoxLayout(m_panel);
    column->setContentsMargins(24, 16, 16, 24);
    column->setSpacing(16);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_close);
    column->addLayout(head);
    m_close->setIcon(themedIcon(theme, QStringLiteral("close"), ColourRole::Soft));
    setButtonKind(*m_close, ButtonKind::Flat);
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    retranslate();
}

void ShortcutsView::open(const QList<ShortcutRow> &rows)
{
    delete m_rows;
    m_rows = new QWidget(m_panel);
    auto *grid = new QGridLayout(m_rows);
    grid->setContentsMargins(0, 0, 8, 0);
    grid->setHorizontalSpacing(16);
    const int half = static_cast<int>(rows.size() + 1) / 2;
    for (int i = 0; i < rows.size(); ++i) {
        const int column = i < half ? 0 : 3;
        const ShortcutRow &shortcut = rows.at(i);
        grid->addWidget(new KeyCap(shortcut.keys, m_rows), i % half, column, Qt::AlignLeft);
        grid->addWidget(
            new TextLabel(shortcut.text, TextRole::Body, TextLabel::Tone::Ink, m_rows), i % half, column + 1);
    }
    grid->setColumnMinimumWidth(2, 24);
    m_panel->layout()->addWidget(m_rows);
    show();
    raise();
    m_close->setFocus(Qt::OtherFocusReason);
}

void ShortcutsView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ShortcutsView::mousePressEvent(QMouseEvent *)
{
    hide();
}

void ShortcutsView::paintEvent(QPaintEvent *)
{
    QColor veil = palette().color(QPalette::Window);
    veil.setAlphaF(0.8F);
    QPainter(this).fillRect(rect(), veil);
}

void ShortcutsView::retranslate()
{
    m_title->setText(tr("Keyboard shortcuts"));
    m_close->setAccessibleName(tr("Close"));
    m_close->setToolTip(tr("Close"));
}

} // namespace likeness
