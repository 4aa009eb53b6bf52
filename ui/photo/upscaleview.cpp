// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/photo/upscaleview.h"

#include "services/imaging/previewproxy.h"
#include "ui/common/text.h"
#include "ui/photo/figures.h"
#include "ui/photo/splitcompare.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

namespace likeness {

UpscaleView::UpscaleView(const Theme &theme, QWidget *parent)
    : Panel(parent)
    , m_title(new TextLabel(TextRole::Strong, TextLabel::Tone::Ink, this))
    , m_source(new QComboBox(this))
    , m_window(new QComboBox(this))
    , m_compare(new SplitCompare(theme, this))
    , m_leftCaption(new TextLabel(TextRole::Small, TextLabel::Tone::Soft, this))
    , m_rightCaption(new TextLabel(TextRole::Small, TextLabel::Tone::Soft, this))
{
    for (const int edge : {48, 64, 96})
        m_source->addItem(QString(), edge);
    for (const int edge : {300, 648})
        m_window->addItem(QString(), edge);
    m_title->setWordWrap(true);
    m_rightCaption->setAlignment(Qt::AlignRight);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(padding, 12, padding, 12);
    column->setSpacing(8);
    auto *head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(m_title, 1);
    head->addWidget(m_source);
    head->addWidget(m_window);
    column->addLayout(head);
    column->addWidget(m_compare, 1);
    auto *captions = new QHBoxLayout;
    captions->addWidget(m_leftCaption, 1);
    captions->addWidget(m_rightCaption, 1);
    column->addLayout(captions);

    connect(m_source, &QComboBox::currentIndexChanged, this, &UpscaleView::showPair);
    connect(m_window, &QComboBox::currentIndexChanged, this, &UpscaleView::showPair);
    retranslate();
}

void UpscaleView::setRenditions(const QList<Rendition> &renditions)
{
    m_pixels.clear();
    for (const Rendition &rendition : renditions)
        m_pixels.insert(rendition.size.edge(), rendition.pixels);
    showPair();
}

void UpscaleView::showPair()
{
    const int source = m_source->currentData().toInt();
    const int window = m_window->currentData().toInt();
    //: under the stretched small photo; %1 is a size like "48 × 48"
    m_leftCaption->setText(tr("only %1 there").arg(pixelSize(QSize(source, source))));
    //: under the good photo; %1 is a size like "648 × 648"
    m_rightCaption->setText(tr("%1 there").arg(pixelSize(QSize(648, 648))));
    const QImage large = m_pixels.value(PhotoSize::largest().edge());
    if (large.isNull())
        return m_compare->setPictures({}, {});
    const QImage right = large.width() == window
        ? large
        : large.scaled(window, window, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    m_compare->setPictures(asUpscaledByClient(m_pixels.value(source), window), right);
}

void UpscaleView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

void UpscaleView::retranslate()
{
    m_title->setText(tr("What a call window shows"));
    for (int i = 0; i < m_source->count(); ++i)
        m_source->setItemText(i, QString::number(m_source->itemData(i).toInt()));
    //: the edge in pixels of the window that shows the photo, after that of the photo: "48" "→ 300"
    m_window->setItemText(0, tr("→ %1").arg(300));
    m_window->setItemText(1, tr("→ %1").arg(648));
    m_window->setItemData(0, tr("As large as SharePoint shows it"), Qt::ToolTipRole);
    m_window->setItemData(1, tr("As large as a meeting window shows it"), Qt::ToolTipRole);
    m_source->setAccessibleName(tr("Photo the window has"));
    m_source->setToolTip(tr("The size of the photo the window has, in pixels"));
    m_window->setAccessibleName(tr("Size of the window"));
    m_window->setToolTip(
        tr("The size at which the window shows it: 300 pixels in SharePoint, 648 in a meeting"));
    m_compare->setAccessibleName(tr("Small photo against the large one"));
    m_compare->setToolTip(tr("Drag, or use the arrow keys"));
    showPair();
}

} // namespace likeness
