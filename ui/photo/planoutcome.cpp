// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/photo/planoutcome.h"

#include "ui/common/buttons.h"
#include "ui/common/errordetails.h"
#include "ui/common/errorwords.h"
#include "ui/common/text.h"
#include "ui/photo/figures.h"
#include "ui/photo/photothumb.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>

namespace likeness {

namespace {

constexpr int comparedEdge = 96;

QString comparedCaption(const QString &whose, const std::optional<EncodedPhoto> &photo)
{
    return photo ? whose + QLatin1Char('\n') + pixelSize(photo->pixels) + QStringLiteral(" · ")
            + byteCount(photo->bytes.size())
                 : whose;
}

} // namespace

PlanOutcome::PlanOutcome(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_sentence(new TextLabel(TextRole::Small, TextLabel::Tone::Ink, this))
    , m_photos(new QWidget(this))
    , m_theirs(new PhotoThumb(theme, comparedEdge, m_photos))
    , m_ours(new PhotoThumb(theme, comparedEdge, m_photos))
    , m_theirsCaption(new TextLabel(TextRole::Small, TextLabel::Tone::Soft, m_photos))
    , m_oursCaption(new TextLabel(TextRole::Small, TextLabel::Tone::Soft, m_photos))
    , m_retry(new QPushButton(this))
    , m_handover(new QPushButton(this))
    , m_details(new QPushButton(this))
    , m_keep(new QPushButton(this))
    , m_replace(new QPushButton(this))
{
    m_sentence->setWordWrap(true);
    m_sentence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    setButtonKind(*m_details, ButtonKind::Flat);
    auto *grid = new QGridLayout(m_photos);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_theirs, 0, 0);
    grid->addWidget(m_ours, 0, 1);
    grid->addWidget(m_theirsCaption, 1, 0);
    grid->addWidget(m_oursCaption, 1, 1);
    grid->setColumnStretch(2, 1);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_sentence);
    column->addWidget(m_photos);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_retry, m_handover, m_keep, m_replace, m_details})
        buttons->addWidget(button);
    buttons->addStretch();
    column->addLayout(buttons);

    connect(m_retry, &QPushButton::clicked, this, &PlanOutcome::retryPressed);
    connect(m_keep, &QPushButton::clicked, this, &PlanOutcome::leavePressed);
    connect(m_replace, &QPushButton::clicked, this, &PlanOutcome::overwritePressed);
    connect(m_details, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(errorDetails(m_error)); });
    connect(m_handover, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_error.handover); });
    setVisible(false);
    retranslate();
}

void PlanOutcome::setOutcome(const StoreOffer &offer, const StoreProgress &progress)
{
    using Stage = StoreProgress::Stage;
    const bool conflict = progress.stage == Stage::Conflicted;
    const bool failed = progress.stage == Stage::Failed && progress.error;
    setVisible(conflict || failed);
    if (isHidden())
        return;
    m_error = progress.error.value_or(Error {Errc::Conflict});
    const ErrorWords words = wordsFor(m_error, offer.title);
    const bool handsOver = failed && !m_error.handover.isEmpty();
    QString sentence = words.title + QStringLiteral(". ") + words.sentences();
    if (handsOver)
        sentence += u' ' + tr("Somebody who administers it can do it with a command.");
    m_sentence->setText(sentence);
    m_handover->setVisible(handsOver);
    m_photos->setVisible(conflict);
    m_keep->setVisible(conflict);
    m_replace->setVisible(conflict);
    m_retry->setVisible(failed && m_error.code != Errc::Unsupported);
    m_details->setVisible(failed);
    if (conflict) {
        m_theirs->setPhoto(progress.found);
        m_ours->setPhoto(offer.planned);
        m_theirsCaption->setText(
            comparedCaption(progress.found ? tr("there now") : tr("removed"), progress.found));
        m_oursCaption->setText(comparedCaption(tr("yours"), offer.planned));
    }
    //: read aloud; %1 is a store, like "Active Directory"
    m_retry->setAccessibleName(tr("Retry %1").arg(offer.title));
    m_handover->setAccessibleName(tr("Copy the command for %1").arg(offer.title));
    m_keep->setAccessibleName(tr("Keep theirs in %1").arg(offer.title));
    m_replace->setAccessibleName(tr("Replace it in %1").arg(offer.title));
}

void PlanOutcome::retranslate()
{
    m_retry->setText(tr("Retry"));
    m_handover->setText(tr("Copy the command"));
    m_details->setText(tr("Copy details"));
    //: of two photos: the one somebody else wrote
    m_keep->setText(tr("Keep theirs"));
    m_replace->setText(tr("Replace it"));
}

} // namespace likeness
