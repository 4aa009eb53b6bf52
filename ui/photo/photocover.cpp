// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/photo/photocover.h"

#include "ui/common/buttons.h"
#include "ui/common/icons.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPainter>
#include <chrono>

namespace likeness {

using namespace std::chrono_literals;

namespace {

constexpr int coverIcon = 48;

} // namespace

PhotoCover::PhotoCover(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_title(new TextLabel(TextRole::Heading, TextLabel::Tone::Ink, this))
    , m_hint(new TextLabel(TextRole::Small, TextLabel::Tone::Soft, this))
    , m_open(new QPushButton(this))
    , m_paste(new QPushButton(this))
    , m_cancel(new QPushButton(this))
    , m_recentTitle(new TextLabel(TextRole::Small, TextLabel::Tone::Soft, this))
    , m_recentColumn(new QVBoxLayout)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(150ms);
    setButtonKind(*m_open, ButtonKind::Primary);
    m_title->setWordWrap(true);
    for (QLabel *label : {m_icon, m_title, m_hint, m_recentTitle})
        label->setAlignment(Qt::AlignCenter);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(48, 24, 48, 24);
    column->setSpacing(10);
    column->addStretch(3);
    column->addWidget(m_icon);
    column->addWidget(m_title);
    column->addWidget(m_hint);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    for (QPushButton *button : {m_open, m_paste, m_cancel})
        buttons->addWidget(button);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addSpacing(8);
    column->addWidget(m_recentTitle);
    m_recentColumn->setSpacing(0);
    column->addLayout(m_recentColumn);
    column->addStretch(4);

    connect(m_open, &QPushButton::clicked, this, &PhotoCover::openPressed);
    connect(m_paste, &QPushButton::clicked, this, &PhotoCover::pastePressed);
    connect(m_cancel, &QPushButton::clicked, this, &PhotoCover::cancelPressed);
    connect(&m_delay, &QTimer::timeout, this, &PhotoCover::update);
    connect(&theme, &Theme::changed, this, &PhotoCover::recolour);
    recolour();
    retranslate();
}

void PhotoCover::setHasPicture(bool has)
{
    m_hasPicture = has;
    update();
}

void PhotoCover::setOpening(bool opening, const QString &name)
{
    m_opening = opening;
    m_name = name;
    if (opening)
        m_delay.start();
    else
        m_delay.stop();
    update();
}

void PhotoCover::setRecentFiles(const QStringList &paths)
{
    m_recent = paths;
    listRecent();
    update();
}

void PhotoCover::update()
{
    const bool busy = m_opening && !m_delay.isActive();
    const bool empty = !m_hasPicture && !busy;
    m_title->setText(
        busy ? tr("Opening %1…").arg(m_name) : tr("Drop a picture here, paste one, or open a file"));
    m_hint->setText(tr("JPEG, PNG, WebP, HEIC, TIFF, GIF or BMP"));
    m_hint->setVisible(empty);
    m_open->setVisible(empty);
    m_paste->setVisible(empty);
    m_cancel->setVisible(busy);
    m_recentTitle->setVisible(empty && !m_recent.isEmpty());
    for (int i = 0; i < m_recentColumn->count(); ++i)
        m_recentColumn->itemAt(i)->widget()->setVisible(empty);
    setVisible(busy || !m_hasPicture);
    QWidget::update();
}

void PhotoCover::listRecent()
{
    while (QLayoutItem *item = m_recentColumn->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const QString &path : std::as_const(m_recent)) {
        auto *button = new QPushButton(
            QFileInfo(path).fileName().replace(QLatin1Char('&'), QStringLiteral("&&")), this);
        setButtonKind(*button, ButtonKind::Flat);
        button->setToolTip(path);
        connect(button, &QPushButton::clicked, this, [this, path] { emit recentChosen(path); });
        m_recentColumn->addWidget(button, 0, Qt::AlignCenter);
    }
}

void PhotoCover::recolour()
{
    setPalette(m_theme.surroundPalette());
    m_icon->setPixmap(drawnIcon(QStringLiteral("picture"),
        mixed(m_theme.colour(ColourRole::Surround), m_theme.colour(ColourRole::OnSurround), 0.6), coverIcon,
        devicePixelRatioF()));
    QWidget::update();
}

void PhotoCover::retranslate()
{
    m_open->setText(tr("&Open…"));
    m_open->setToolTip(
        tr("Open a picture (%1)").arg(QKeySequence(QKeySequence::Open).toString(QKeySequence::NativeText)));
    m_paste->setText(tr("&Paste"));
    m_paste->setToolTip(tr("Use the picture on the clipboard (%1)")
                            .arg(QKeySequence(QKeySequence::Paste).toString(QKeySequence::NativeText)));
    m_cancel->setText(tr("Cancel"));
    m_recentTitle->setText(tr("Opened last"));
    update();
}

void PhotoCover::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PhotoCover::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ground = m_theme.colour(ColourRole::Surround);
    if (!m_hasPicture) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(rect(), 12, 12);
        QPen dashes(mixed(ground, m_theme.colour(ColourRole::OnSurround), 0.35), 1.5);
        dashes.setDashPattern({5, 5});
        painter.setPen(dashes);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(16, 16, -16, -16), 10, 10);
        return;
    }
    QColor veil = ground;
    veil.setAlphaF(0.75F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(veil);
    painter.drawRoundedRect(rect(), 12, 12);
}

} // namespace likeness
