// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/whypanel.h"

#include "ui/common/buttons.h"
#include "ui/common/findingwords.h"
#include "ui/common/icons.h"
#include "ui/common/nodewords.h"
#include "ui/common/segmented.h"
#include "ui/common/text.h"
#include "ui/sync/curepanel.h"
#include "ui/sync/evidenceview.h"
#include "ui/sync/photopair.h"
#include "ui/sync/servedpicture.h"
#include "ui/sync/statelook.h"
#include "ui/sync/syncwords.h"

#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace likeness {

namespace {

TextLabel *wrappedWhyLabel(TextRole role, TextLabel::Tone tone, QWidget *parent)
{
    auto *label = new TextLabel(role, tone, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

WhyPanel::WhyPanel(const Theme &theme, QWidget *parent)
    : Panel(parent)
    , m_theme(theme)
    , m_scroll(new QScrollArea(this))
    , m_body(new QWidget(m_scroll))
    , m_invitation(wrappedWhyLabel(TextRole::Body, TextLabel::Tone::Soft, m_body))
    , m_parts(new QWidget(m_body))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(1, 1, 1, 1);
    outer->addWidget(m_scroll);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setWidget(m_body);
    m_body->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(padding, padding, padding, padding);
    column->setSpacing(0);
    m_invitation->setAlignment(Qt::AlignCenter);
    column->addWidget(m_invitation, 1);
    column->addWidget(m_parts);
    column->addStretch();
    makeParts();
    retranslate();
    showFinding();
}

void WhyPanel::makeHead(QVBoxLayout *column)
{
    m_title = wrappedWhyLabel(TextRole::Heading, TextLabel::Tone::Ink, m_parts);
    m_badge = new StateBadge(m_theme, m_parts);
    m_refresh = new QToolButton(m_parts);
    m_refresh->setIcon(themedIcon(m_theme, QStringLiteral("retry")));
    connect(m_refresh, &QToolButton::clicked, this, [this] {
        if (m_node)
            emit refreshRequested(*m_node);
    });
    m_derived = wrappedWhyLabel(TextRole::Small, TextLabel::Tone::Soft, m_parts);
    auto *first = new QHBoxLayout;
    first->addWidget(m_title, 1);
    first->addWidget(m_refresh);
    auto *second = new QHBoxLayout;
    second->addWidget(m_badge);
    second->addStretch();
    column->addLayout(first);
    column->addSpacing(4);
    column->addLayout(second);
    column->addWidget(m_derived);
}

void WhyPanel::makeParts()
{
    auto *column = new QVBoxLayout(m_parts);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    makeHead(column);
    m_cause = wrappedWhyLabel(TextRole::Body, TextLabel::Tone::Ink, m_parts);
    m_photos = new PhotoPair(m_theme, m_parts);
    m_modes = new SegmentedControl(m_parts);
    for (int mode = 0; mode < 3; ++mode)
        m_modes->addSegment({});
    connect(m_modes, &SegmentedControl::currentChanged, this,
        [this](int index) { m_photos->setMode(static_cast<PhotoPair::Mode>(index)); });
    m_likeness = wrappedWhyLabel(TextRole::Small, TextLabel::Tone::Soft, m_parts);
    m_untilHead = new TextLabel(TextRole::Strong, TextLabel::Tone::Ink, m_parts);
    m_until = wrappedWhyLabel(TextRole::Body, TextLabel::Tone::Ink, m_parts);
    m_left = new TextLabel(TextRole::Small, TextLabel::Tone::Soft, m_parts);
    m_cureHead = new TextLabel(TextRole::Strong, TextLabel::Tone::Ink, m_parts);
    m_cures = new QVBoxLayout;
    m_cures->setSpacing(8);
    m_disputes = wrappedWhyLabel(TextRole::Small, TextLabel::Tone::Soft, m_parts);
    m_evidenceHead = new TextLabel(TextRole::Strong, TextLabel::Tone::Ink, m_parts);
    m_evidence = new EvidenceView(m_parts);
    m_rule = wrappedWhyLabel(TextRole::Small, TextLabel::Tone::Soft, m_parts);

    column->addSpacing(4);
    column->addWidget(m_cause);
    column->addSpacing(6);
    column->addWidget(m_photos);
    column->addWidget(m_likeness);
    column->addWidget(m_modes);
    column->addSpacing(8);
    column->addWidget(m_untilHead);
    column->addWidget(m_until);
    column->addWidget(m_left);
    column->addSpacing(8);
    column->addWidget(m_cureHead);
    column->addLayout(m_cures);
    column->addWidget(m_disputes);
    column->addSpacing(8);
    column->addWidget(m_evidenceHead);
    column->addWidget(m_evidence);
    column->addWidget(m_rule);
}

const Finding *WhyPanel::finding() const
{
    return m_node ? m_content.board.at(*m_node) : nullptr;
}

void WhyPanel::setFinding(const BoardContent &content, std::optional<SyncNode> node)
{
    const bool another = node != m_node;
    m_content = content;
    m_node = node;
    if (another) {
        m_shownCures.clear();
        m_shownPhotos.clear();
    }
    showFinding();
    if (another)
        m_scroll->ensureVisible(0, 0);
}

void WhyPanel::setNow(const QDateTime &now)
{
    m_content.now = now;
    showWords();
}

void WhyPanel::setBusy(bool busy)
{
    m_busy = busy;
    for (CurePanel *cure : m_parts->findChildren<CurePanel *>())
        cure->setBusy(busy);
}

void WhyPanel::showFinding()
{
    const Finding *shown = finding();
    m_invitation->setVisible(!shown);
    m_parts->setVisible(shown);
    if (!shown)
        return;
    m_title->setText(shownTitle(shown->node));
    m_refresh->setVisible(!shown->derived);
    m_derived->setVisible(shown->derived);
    showWords();
    showPhotos(*shown);
    showCures(*shown);
    showEvidence(*shown);
}

void WhyPanel::showWords()
{
    const Finding *shown = finding();
    if (!shown)
        return;
    const FindingWords words = wordsFor(*shown, m_content.board, m_content.person, m_content.now);
    m_badge->setLook({shown->state, words.badge});
    m_cause->setText(words.cause);
    m_until->setText(words.until);
    const std::optional<QDateTime> &latest = shown->arrival.latest;
    const bool counts = shown->state == SyncState::Pending && latest;
    const QString left = counts ? timeLeft(*latest, m_content.now) : QString();
    //: under until when a photo arrives; %1 is like "18 min"
    m_left->setText(tr("Time left: %1").arg(left));
    m_left->setVisible(!left.isEmpty());
    for (QWidget *part : {static_cast<QWidget *>(m_untilHead), static_cast<QWidget *>(m_until)})
        part->setVisible(!words.until.isEmpty());
}

void WhyPanel::showPhotos(const Finding &finding)
{
    const std::optional<Reference> &reference = m_content.board.reference;
    const bool isReference = reference && reference->node == finding.node;
    const bool compared = reference && !isReference;
    const QString hashes = shownTitle(finding.node)
        + (finding.shows ? finding.shows->photo.sha256 : QString()) + u'/'
        + (compared ? reference->photo.photo.sha256 : QString());
    const bool some = finding.shows || compared;
    m_photos->setVisible(some);
    m_modes->setVisible(some);
    m_modes->setSegmentShown(static_cast<int>(PhotoPair::Mode::Difference), finding.shows && compared);
    m_likeness->setVisible(finding.shows && compared);
    m_likeness->setText(wordFor(finding.comparison.likeness));
    if (m_shownPhotos == hashes || !some)
        return;
    m_shownPhotos = hashes;
    //: under a photo: what this workload serves at present; %1 is like "SharePoint"
    const PhotoPair::Photo now {tr("%1 now").arg(shownTitle(finding.node)),
        finding.shows ? servedPicture(finding.shows->photo) : QImage()};
    std::optional<PhotoPair::Photo> other;
    if (compared) {
        //: under a photo: the one all others are compared with; %1 is where it is, like "Exchange"
        other = {tr("Reference, %1").arg(shownTitle(reference->node)), servedPicture(reference->photo.photo)};
    }
    if (!(finding.shows && compared))
        m_modes->setCurrentIndex(0);
    m_photos->setPhotos(now, other);
}

void WhyPanel::showCures(const Finding &finding)
{
    m_cureHead->setVisible(!finding.cures.isEmpty());
    m_disputes->setText(disputesOf(finding, m_content.book));
    m_disputes->setVisible(!m_disputes->text().isEmpty());
    const QStringList shown = QStringList(shownTitle(finding.node)) + finding.cures;
    if (shown == m_shownCures)
        return; // a button keeps the focus and what it has just said
    m_shownCures = shown;
    qDeleteAll(m_parts->findChildren<CurePanel *>());
    for (const QString &id : finding.cures) {
        const Cure *cure = m_content.book.cure(id);
        if (!cure)
            continue;
        auto *panel = new CurePanel(id, wordsFor(*cure, m_content.person), m_parts);
        panel->setBusy(m_busy);
        connect(panel, &CurePanel::requested, this, &WhyPanel::cureRequested);
        m_cures->addWidget(panel);
        panel->show(); // at once, not when the layout comes to it
    }
}

void WhyPanel::showEvidence(const Finding &finding)
{
    m_evidence->setText(finding.evidence.join(u'\n'));
    m_rule->setText(ruleOf(finding));
    m_evidence->setVisible(!finding.evidence.isEmpty());
    m_rule->setVisible(!finding.rule.isEmpty());
    m_evidenceHead->setVisible(!finding.evidence.isEmpty() || !finding.rule.isEmpty());
}

int WhyPanel::fullHeight(int width) const
{
    return m_body->layout()->totalHeightForWidth(width - 2) + 2;
}

int WhyPanel::leastWidth() const
{
    return m_body->minimumSizeHint().width() + m_scroll->verticalScrollBar()->sizeHint().width() + 2;
}

void WhyPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_shownCures.clear();
        m_shownPhotos.clear();
        showFinding();
    }
    Panel::changeEvent(event);
}

void WhyPanel::retranslate()
{
    //: shown where the explanation of a card will stand
    m_invitation->setText(tr("Choose a card to see why it shows what it shows, until when, and what helps."));
    m_refresh->setToolTip(tr("Look at this one again"));
    m_refresh->setAccessibleName(m_refresh->toolTip());
    m_derived->setText(tr("Derived: this has no interface to look at. It follows from what its source has."));
    //: how two photos are shown: all of each
    m_modes->setSegmentText(0, tr("Whole"));
    //: how two photos are shown: one pixel of the photo on one of the screen
    m_modes->setSegmentText(1, tr("True pixels"));
    //: how two photos are shown: what differs between them
    m_modes->setSegmentText(2, tr("Difference"));
    m_untilHead->setText(tr("Until when"));
    //: head of the remedies for a photo that is not as it should be
    m_cureHead->setText(tr("Cure"));
    m_evidenceHead->setText(tr("Evidence"));
    m_evidence->setAccessibleName(tr("Evidence"));
}

} // namespace likeness
