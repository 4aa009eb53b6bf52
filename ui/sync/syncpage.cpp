// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sync/syncpage.h"

#include "ui/common/errorwords.h"
#include "ui/common/findingwords.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"
#include "ui/common/stateview.h"
#include "ui/common/text.h"
#include "ui/sync/boardview.h"
#include "ui/sync/curesteps.h"
#include "ui/sync/statelook.h"
#include "ui/sync/syncwords.h"
#include "ui/sync/tourbar.h"
#include "ui/sync/whypanel.h"

#include <QEvent>
#include <QGridLayout>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <algorithm>

namespace likeness {

namespace {

constexpr int leastWhyWidth = 340;
constexpr int mostWhyWidth = 560;
constexpr int narrowBelow = 1100;
constexpr int syncGap = 16;
constexpr int leastBoardHeight = 260;

} // namespace

SyncPage::SyncPage(const Theme &theme, Clock clock, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_clock(std::move(clock))
    , m_state(new StateView(theme, this))
    , m_scroll(new QScrollArea(this))
    , m_body(new QWidget(m_scroll))
    , m_grid(new QGridLayout(m_body))
    , m_tour(new TourBar(m_body))
    , m_steps(new CureSteps(m_body))
    , m_notice(new Notice(theme, m_body))
    , m_choosePhoto(new QPushButton(m_notice))
    , m_board(new BoardView(theme, m_body))
    , m_why(new WhyPanel(theme, m_body))
    , m_timeline(new TimelinePanel(m_body))
{
    m_ticking.setSingleShot(true);
    layOut();
    connectParts();
    retranslate();
    m_state->showLoading();
}

void SyncPage::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 0, 24, syncGap);
    column->setSpacing(12);
    column->addWidget(makeHead());
    column->addWidget(m_state, 1);
    m_state->setContent(m_scroll);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setWidget(m_body);
    m_body->setAutoFillBackground(false);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(syncGap);
    m_tour->hide();
    m_steps->hide();
    m_notice->setAction(m_choosePhoto);
    m_scroll->viewport()->installEventFilter(this);
    arrange();
}

QWidget *SyncPage::makeHead()
{
    auto *head = new QWidget(this);
    m_overall = new StateBadge(m_theme, head);
    m_summary = new TextLabel(TextRole::Body, TextLabel::Tone::Ink, head);
    m_seenWords = new TextLabel(TextRole::Body, TextLabel::Tone::Soft, head);
    m_refresh = new QPushButton(themedIcon(m_theme, QStringLiteral("retry")), {}, head);
    m_watch = new QPushButton(themedIcon(m_theme, QStringLiteral("eye")), {}, head);
    m_watch->setCheckable(true);
    m_export = new QPushButton(head);
    auto *formats = new QMenu(m_export);
    m_html = formats->addAction({}, this, [this] { emit exportRequested(DiagnosisFormat::Html); });
    m_pdf = formats->addAction({}, this, [this] { emit exportRequested(DiagnosisFormat::Pdf); });
    m_export->setMenu(formats);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_overall);
    row->addWidget(m_summary);
    row->addStretch();
    for (QWidget *part : {static_cast<QWidget *>(m_seenWords), static_cast<QWidget *>(m_refresh),
             static_cast<QWidget *>(m_watch), static_cast<QWidget *>(m_export),
             static_cast<QWidget *>(m_tour->chooser())})
        row->addWidget(part);
    return head;
}

void SyncPage::connectParts()
{
    connect(&m_ticking, &QTimer::timeout, this, &SyncPage::tick);
    connect(m_refresh, &QPushButton::clicked, this, [this] { emit refreshRequested(std::nullopt); });
    connect(m_state, &StateView::retryPressed, this, [this] { emit refreshRequested(std::nullopt); });
    connect(m_watch, &QPushButton::clicked, this, &SyncPage::watchToggled);
    connect(m_choosePhoto, &QPushButton::clicked, this, &SyncPage::photoWanted);
    connect(m_board, &BoardView::chosen, this, &SyncPage::choose);
    connect(m_why, &WhyPanel::refreshRequested, this, [this](SyncNode node) { emit refreshRequested(node); });
    connect(m_why, &WhyPanel::cureRequested, this, [this](const QString &id) {
        if (m_node)
            emit cureRequested(id, *m_node);
    });
    auto *again = new QShortcut(QKeySequence(Qt::Key_F5), this);
    connect(again, &QShortcut::activated, m_refresh, &QPushButton::click);
}

void SyncPage::setBoard(const BoardContent &content, const QList<Flow> &flows)
{
    const bool another = content.person.keys.key != m_content.person.keys.key;
    m_error.reset();
    m_content = content;
    m_flows = flows;
    m_worded = m_content.now = m_clock();
    if (another || (m_node && !content.board.at(*m_node))) {
        m_node.reset();
        m_chosen = false;
    }
    m_timeline->sandboxBar()->setPerson(content.person.givenName);
    m_board->setBoard(m_content, flows);
    m_board->select(m_node);
    m_why->setFinding(m_content, m_node);
    QMetaObject::invokeMethod(this, &SyncPage::propose, Qt::QueuedConnection); // after the cards' frame
    showHead();
    showNobody();
    arrange();
    if (content.board.findings.isEmpty())
        m_state->showEmpty(QStringLiteral("board"), tr("No workloads to look at"),
            tr("Connect Exchange, Microsoft 365, SharePoint or a directory under Settings; then this board "
               "shows "
               "which photo each of them has."));
    else
        m_state->showContent();
    emit attentionChanged(attention());
    waitForNextTick();
}

/// Where Why stands beside the board anyway, it tells of what needs attention most; but not while cards
/// arrive.
void SyncPage::propose()
{
    if (m_chosen || !m_content.looking.isEmpty())
        return;
    const std::optional<SyncNode> node = proposedNode();
    if (node == m_node)
        return;
    m_node = node;
    m_board->select(node);
    m_why->setFinding(m_content, node);
}

std::optional<SyncNode> SyncPage::proposedNode() const
{
    const QList<Finding> &findings = m_content.board.findings;
    const auto most = std::ranges::max_element(findings, {}, &Finding::state);
    if (width() < narrowBelow || most == findings.end() || !needsAttention(most->state))
        return std::nullopt;
    return most->node;
}

int SyncPage::attention() const
{
    return needingAttention(m_content.board);
}

void SyncPage::setSeen(const std::optional<QDateTime> &seen)
{
    m_seen = seen;
    showHead();
    waitForNextTick();
}

void SyncPage::setLooking(const QSet<SyncNode> &nodes)
{
    m_content.looking = nodes;
    m_board->setLooking(nodes);
    propose();
    showHead();
}

void SyncPage::setWatching(bool watching)
{
    m_watch->setChecked(watching);
}

void SyncPage::setTimeline(const QList<TimelineEntry> &entries)
{
    m_timeline->setEntries(entries);
}

void SyncPage::setSandboxClock(const std::optional<QDateTime> &now)
{
    m_timeline->setSandboxClock(now);
}

void SyncPage::setBusy(bool busy)
{
    m_why->setBusy(busy);
    m_timeline->sandboxBar()->setBusy(busy);
}

void SyncPage::showLoading()
{
    m_state->showLoading();
}

void SyncPage::showError(const Error &error)
{
    m_error = error;
    const ErrorWords words = wordsFor(error, tr("Your organisation"));
    m_state->showError(words.title, words.sentences(), error);
}

void SyncPage::showNode(SyncNode node)
{
    m_board->select(node);
    choose(node);
}

void SyncPage::choose(SyncNode node)
{
    m_node = node;
    m_chosen = true;
    m_why->setFinding(m_content, node);
    arrange();
    if (!m_narrow)
        return;
    m_grid->activate(); // it stands below the board: to be seen at all
    m_body->resize(m_body->width(), m_grid->totalMinimumSize().height());
    m_scroll->verticalScrollBar()->setValue(m_why->y());
}

/// Why stands beside the board, or under it where there is little room; then the page scrolls as a whole.
void SyncPage::arrange()
{
    m_narrow = width() < narrowBelow;
    for (QWidget *part : {static_cast<QWidget *>(m_tour), static_cast<QWidget *>(m_steps),
             static_cast<QWidget *>(m_notice), static_cast<QWidget *>(m_board), static_cast<QWidget *>(m_why),
             static_cast<QWidget *>(m_timeline)})
        m_grid->removeWidget(part);
    const int columns = m_narrow ? 1 : 2;
    m_grid->addWidget(m_tour, 0, 0, 1, columns);
    m_grid->addWidget(m_steps, 1, 0, 1, columns);
    m_grid->addWidget(m_notice, 2, 0, 1, columns);
    m_grid->addWidget(m_board, 3, 0);
    m_grid->addWidget(m_timeline, m_narrow ? 5 : 4, 0);
    m_grid->setRowStretch(3, 1);
    if (m_narrow) {
        const int room = m_scroll->viewport()->width();
        m_grid->addWidget(m_why, 4, 0);
        m_why->setMinimumSize(0, m_node ? m_why->fullHeight(room) : 0);
        m_why->setMaximumWidth(QWIDGETSIZE_MAX);
        m_board->setMinimumHeight(std::max(leastBoardHeight, m_board->boardLayoutNow().size.height()));
    } else {
        m_grid->addWidget(m_why, 3, 1, 2, 1);
        m_why->setMinimumHeight(0);
        m_why->setFixedWidth(
            std::max(std::clamp(width() * 24 / 100, leastWhyWidth, mostWhyWidth), m_why->leastWidth()));
        m_board->setMinimumHeight(leastBoardHeight);
    }
    m_why->setVisible(!m_narrow || m_node);
}

void SyncPage::showHead()
{
    const bool known = !m_content.board.findings.isEmpty() && !m_error;
    m_overall->setVisible(known);
    m_summary->setVisible(known);
    m_overall->setLook({m_content.board.overall, wordFor(m_content.board.overall)});
    const int count = attention();
    //: beside the state of the whole board: how many workloads are not as they should be
    m_summary->setText(count > 0 ? tr("Needs attention: %1").arg(count) : tr("Nothing needs attention"));
    const bool looking = !m_content.looking.isEmpty();
    if (looking)
        m_seenWords->setText(tr("Looking…"));
    else
        m_seenWords->setText(m_seen ? seenWords(*m_seen, m_clock()) : QString());
    m_export->setEnabled(known);
    m_refresh->setEnabled(!looking);
    fitHead();
}

/// When it was looked is said where there is room for it; each card says it too.
void SyncPage::fitHead()
{
    const QLayout *row = m_seenWords->parentWidget()->layout();
    int needed = 0;
    for (int at = 0; at < row->count(); ++at) {
        const QWidget *part = row->itemAt(at)->widget();
        if (part && (part == m_seenWords || !part->isHidden()))
            needed += part->sizeHint().width() + row->spacing();
    }
    const QMargins margins = layout()->contentsMargins();
    m_seenWords->setVisible(needed <= width() - margins.left() - margins.right());
}

void SyncPage::showNobody()
{
    const bool looked = std::ranges::any_of(m_content.board.findings,
        [](const Finding &finding) { return finding.cause == Cause::NobodyHasOne; });
    if (m_content.board.reference || !looked)
        return m_notice->clear();
    const Person &person = m_content.person;
    m_notice->say(
        Notice::Kind::Info, [name = person.displayName.isEmpty() ? person.keys.key : person.displayName] {
            return NoticeWords {{}, tr("No workload has a photo of %1 yet.").arg(name)};
        });
}

void SyncPage::tick()
{
    const QDateTime now = m_clock();
    showHead();
    if (m_worded.secsTo(now) >= 60 || m_worded.time().minute() != now.time().minute()) {
        m_worded = m_content.now = now;
        m_board->setNow(now);
        m_why->setNow(now);
    }
    waitForNextTick();
}

/// Seconds are counted for a minute, then minutes.
void SyncPage::waitForNextTick()
{
    m_ticking.stop();
    if (!isVisible())
        return;
    const QDateTime now = m_clock();
    const bool seconds = m_seen && m_seen->secsTo(now) < 60;
    m_ticking.start(seconds ? 1000 : (60 - now.time().second()) * 1000);
}

void SyncPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    tick();
}

void SyncPage::hideEvent(QHideEvent *event)
{
    m_ticking.stop();
    QWidget::hideEvent(event);
}

void SyncPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    propose();
    arrange();
    fitHead();
}

bool SyncPage::eventFilter(QObject *watched, QEvent *event)
{
    // what stands under each other is as high as it has to be at this width
    if (watched == m_scroll->viewport() && event->type() == QEvent::Resize && m_narrow)
        arrange();
    return QWidget::eventFilter(watched, event);
}

void SyncPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (m_error)
            showError(*m_error);
        else if (!m_content.person.keys.key.isEmpty())
            setBoard(m_content, m_flows);
    }
    QWidget::changeEvent(event);
}

void SyncPage::retranslate()
{
    //: Button: looks at all workloads again
    m_refresh->setText(tr("Refresh"));
    m_refresh->setToolTip(tr("Look at all workloads again (F5)"));
    //: Toggle: looks again and again until everything is in step
    m_watch->setText(tr("Watch"));
    m_watch->setToolTip(tr("Look again and again until everything is in step, then say so"));
    //: Button with a menu: writes the whole diagnosis to a file
    m_export->setText(tr("Export…"));
    m_html->setText(tr("Web page (HTML)…"));
    m_pdf->setText(tr("Document (PDF)…"));
    //: Button beside "No workload has a photo": leads to where one is chosen
    m_choosePhoto->setText(tr("Choose a photo"));
    showHead();
}

} // namespace likeness
