// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/photo/planrow.h"

#include "ui/common/errorwords.h"
#include "ui/common/icons.h"
#include "ui/common/text.h"
#include "ui/common/theme.h"
#include "ui/photo/figures.h"
#include "ui/photo/photothumb.h"
#include "ui/photo/planoutcome.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QPainter>
#include <QStringBuilder>

namespace likeness {

namespace {

using Stage = StoreProgress::Stage;

constexpr int rowThumb = 40;

double stagePart(Stage stage)
{
    switch (stage) {
    case Stage::Reading:
        return 0.2;
    case Stage::Saving:
        return 0.4;
    case Stage::Writing:
        return 0.65;
    case Stage::Verifying:
        return 0.9;
    case Stage::Waiting:
    case Stage::Done:
    case Stage::Failed:
    case Stage::Cancelled:
    case Stage::Conflicted:
        break;
    }
    return 0;
}

QLabel *wrapped(QLabel *label)
{
    label->setWordWrap(true);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    return label;
}

} // namespace

PlanRow::PlanRow(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_check(new QCheckBox(this))
    , m_now(new PhotoThumb(theme, rowThumb, this))
    , m_arrow(new QLabel(this))
    , m_next(new PhotoThumb(theme, rowThumb, this))
    , m_name(wrapped(new TextLabel(TextRole::Strong, TextLabel::Tone::Ink, this)))
    , m_number(new TextLabel(TextRole::Small, TextLabel::Tone::Soft, this))
    , m_glyph(new QLabel(this))
    , m_facts(wrapped(new TextLabel(TextRole::Small, TextLabel::Tone::Ink, this)))
    , m_replaces(wrapped(new TextLabel(TextRole::Small, TextLabel::Tone::Soft, this)))
    , m_warnings(wrapped(new TextLabel(TextRole::Small, TextLabel::Tone::Ink, this)))
    , m_outcome(new PlanOutcome(theme, this))
{
    layOut();
    connect(m_check, &QCheckBox::clicked, this, [this](bool on) { emit chosen(m_offer.store, on); });
    connect(m_outcome, &PlanOutcome::retryPressed, this, [this] { emit retryPressed(m_offer.store); });
    connect(
        m_outcome, &PlanOutcome::overwritePressed, this, [this] { emit overwritePressed(m_offer.store); });
    connect(m_outcome, &PlanOutcome::leavePressed, this, [this] { emit leavePressed(m_offer.store); });
    connect(&theme, &Theme::changed, this, &PlanRow::say);
}

void PlanRow::layOut()
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(8, 10, 8, 10);
    whole->setSpacing(4);
    auto *row = new QHBoxLayout;
    whole->addLayout(row);
    whole->addWidget(m_outcome);
    row->setSpacing(6);
    row->addWidget(m_check, 0, Qt::AlignTop);
    row->addWidget(m_now, 0, Qt::AlignTop);
    row->addWidget(m_arrow, 0, Qt::AlignTop);
    row->addWidget(m_next, 0, Qt::AlignTop);
    row->addSpacing(4);
    m_check->setFixedHeight(rowThumb);
    for (QWidget *each : ofWriting()) {
        QSizePolicy policy = each->sizePolicy();
        policy.setRetainSizeWhenHidden(true); // all rows begin their words at one edge
        each->setSizePolicy(policy);
    }
    m_arrow->setFixedSize(14, rowThumb);

    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    auto *head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(m_name, 1);
    head->addWidget(m_glyph);
    head->addWidget(m_number);
    column->addLayout(head);
    column->addWidget(m_facts);
    column->addWidget(m_replaces);
    column->addWidget(m_warnings);
    column->addStretch();
    row->addLayout(column, 1);
}

/// A store that is only read goes without them.
QList<QWidget *> PlanRow::ofWriting() const
{
    return {m_check, m_arrow, m_next};
}

void PlanRow::setOffer(const StoreOffer &offer, const PlanStep &step, int cropEdge)
{
    m_offer = offer;
    m_step = step;
    m_cropEdge = cropEdge;
    say();
}

void PlanRow::setProgress(const StoreProgress &progress)
{
    m_progress = progress;
    say();
}

void PlanRow::setLocked(bool locked)
{
    m_check->setEnabled(!locked && m_offer.right != WriteRight::No);
}

QString PlanRow::facts() const
{
    if (m_offer.unreadable)
        return wordsFor(*m_offer.unreadable, m_offer.title).title;
    if (m_offer.readOnly)
        //: of a store: nothing can be written there
        return tr("read only");
    const int edge = m_offer.writes.edge();
    if (!m_offer.planned)
        return pixelSize(QSize(edge, edge));
    const QString bytes = byteCount(m_offer.planned->bytes.size());
    const qsizetype most = m_offer.byteBudget > 0 ? m_offer.byteBudget : m_offer.byteLimit;
    //: bytes against a limit, as in "8.3 KB of 10 KB"
    const QString against = most > 0 ? tr("%1 of %2").arg(bytes, byteCount(most)) : bytes;
    const QString start = pixelSize(QSize(edge, edge)) % QStringLiteral(" · ") % against;
    //: the quality of a JPEG, 0 to 100
    return m_offer.plannedQuality > 0
        ? start % QStringLiteral(" · ") % tr("quality %1").arg(m_offer.plannedQuality)
        : start;
}

QString PlanRow::replaces() const
{
    if (m_offer.unreadable)
        return {};
    if (!m_offer.currentKnown)
        return tr("looking what is there now…");
    if (!m_offer.current)
        return tr("no photo there yet");
    const QString bytes = byteCount(m_offer.current->bytes.size());
    if (m_offer.current->pixels.isEmpty())
        return tr("replaces something of %1 that is no picture").arg(bytes);
    if (m_offer.readOnly)
        //: what stands in a store that is only read, as in "there is 192 × 192, 9 KB"
        return tr("there is %1, %2").arg(pixelSize(m_offer.current->pixels), bytes);
    //: what stands in the store now, as in "replaces 64 × 64, 2.1 KB"
    return tr("replaces %1, %2").arg(pixelSize(m_offer.current->pixels), bytes);
}

QString PlanRow::warnings() const
{
    QStringList sentences;
    for (const PlanWarning warning : m_step.warnings)
        sentences += wordsFor(warning, m_offer, m_cropEdge);
    return sentences.join(QLatin1Char('\n'));
}

QString PlanRow::stageText() const
{
    switch (m_progress.stage) {
    case Stage::Reading:
        return tr("looking what is there now…");
    case Stage::Saving:
        return tr("keeping the photo that is there…");
    case Stage::Writing:
        return tr("writing…");
    case Stage::Verifying:
        return tr("reading back…");
    case Stage::Done:
        return tr("saved and read back");
    case Stage::Cancelled:
        return tr("cancelled");
    case Stage::Waiting:
    case Stage::Failed:
    case Stage::Conflicted:
        break;
    }
    return {};
}

void PlanRow::say()
{
    const QString stage = stageText();
    const bool undecided = m_progress.stage == Stage::Failed || m_progress.stage == Stage::Conflicted;
    m_check->setChecked(m_offer.chosen);
    for (QWidget *each : ofWriting())
        each->setVisible(!m_offer.readOnly);
    //: read aloud on a check box; %1 is a store, like "Active Directory"
    m_check->setAccessibleName(tr("Upload to %1").arg(m_offer.title));
    m_now->setPhoto(m_offer.current);
    m_next->setPhoto(m_offer.planned);
    m_name->setText(m_offer.title);
    //: the place of a store in the order of writing
    m_number->setText(m_step.number > 0 ? tr("step %1").arg(m_step.number) : QString());
    m_facts->setText(stage.isEmpty() ? facts() : stage);
    m_facts->setVisible(!undecided);
    m_replaces->setText(replaces());
    m_replaces->setVisible(stage.isEmpty() && !undecided && !m_replaces->text().isEmpty());
    const QString warning = warnings();
    m_warnings->setText(warning);
    m_warnings->setVisible(stage.isEmpty() && !undecided && !warning.isEmpty());
    m_outcome->setOutcome(m_offer, m_progress);

    const double ratio = devicePixelRatioF();
    m_arrow->setPixmap(
        drawnIcon(onwardArrow(layoutDirection()), m_theme.colour(ColourRole::Soft), 14, ratio));
    QPixmap glyph;
    if (m_progress.stage == Stage::Done)
        glyph = drawnIcon(QStringLiteral("check"), m_theme.colour(ColourRole::InStep), 16, ratio);
    else if (undecided)
        glyph = drawnIcon(QStringLiteral("error"), m_theme.colour(ColourRole::Blocked), 16, ratio);
    else if (m_warnings->isVisibleTo(this) && !m_offer.readOnly) // there it is as it is meant to be
        glyph = drawnIcon(QStringLiteral("warning"), m_theme.colour(ColourRole::Stale), 16, ratio);
    m_glyph->setPixmap(glyph);
    m_glyph->setVisible(!glyph.isNull());
    update();
}

void PlanRow::retranslate()
{
    m_outcome->retranslate();
    say();
}

void PlanRow::paintEvent(QPaintEvent *)
{
    const double part = stagePart(m_progress.stage);
    if (part <= 0)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colour(ColourRole::Selection));
    QRectF bar = rect();
    bar.setWidth(bar.width() * part);
    if (isRightToLeft())
        bar.moveRight(width());
    painter.drawRoundedRect(bar, 8, 8);
}

} // namespace likeness
