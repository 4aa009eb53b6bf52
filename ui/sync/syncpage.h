// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/error.h"
#include "ui/sync/boardcontent.h"
#include "ui/sync/timelinepanel.h"

#include <QSet>
#include <QTimer>
#include <functional>

class QGridLayout;
class QPushButton;
class QScrollArea;

namespace likeness {

class BoardView;
class CureSteps;
class Notice;
class StateBadge;
class StateView;
class TextLabel;
class TourBar;
class Theme;
class WhyPanel;

enum class DiagnosisFormat { Html, Pdf };

/// *Sync board*: what each workload shows of one person, why, until when, and the cure. Takes values and
/// emits what is wanted; sees to it that "12 s ago" and "in 18 min" stay true while it is visible. GUI
/// thread.
class SyncPage final : public QWidget
{
    Q_OBJECT
public:
    /// `clock` tells the organisation's time, UTC; the sandbox has its own.
    using Clock = std::function<QDateTime()>;

    SyncPage(const Theme &theme, Clock clock, QWidget *parent = nullptr);

    /// A board without findings: the organisation has no workloads.
    void setBoard(const BoardContent &content, const QList<Flow> &flows);
    /// When the newest sighting was made; nullopt = nothing has been looked at.
    void setSeen(const std::optional<QDateTime> &seen);
    /// Only what is being asked has changed.
    void setLooking(const QSet<SyncNode> &nodes);
    void setWatching(bool watching);
    void setTimeline(const QList<TimelineEntry> &entries);
    /// Also shows the controls of the sandbox; nullopt hides them.
    void setSandboxClock(const std::optional<QDateTime> &now);
    /// A cure or an event of the sandbox goes on: no other can be begun.
    void setBusy(bool busy);
    void showLoading();
    /// Nothing at all could be seen.
    void showError(const Error &error);

    /// Opens Why for that workload.
    void showNode(SyncNode node);

    const BoardContent &content() const { return m_content; }
    /// How many workloads need attention.
    int attention() const;
    BoardView *board() const { return m_board; }
    WhyPanel *why() const { return m_why; }
    /// Hidden until the sandbox shows it.
    TourBar *tourBar() const { return m_tour; }
    /// Shows itself while a cure of several steps is on.
    CureSteps *cureSteps() const { return m_steps; }
    SandboxBar *sandboxBar() const { return m_timeline->sandboxBar(); }

signals:
    /// nullopt = all
    void refreshRequested(std::optional<likeness::SyncNode> node);
    void watchToggled(bool on);
    void exportRequested(likeness::DiagnosisFormat format);
    void cureRequested(const QString &id, likeness::SyncNode node);
    /// Nobody has a photo of the person: one is to be chosen.
    void photoWanted();
    void attentionChanged(int count);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    QWidget *makeHead();
    void connectParts();
    void choose(SyncNode node);
    void propose();
    std::optional<SyncNode> proposedNode() const;
    void arrange();
    void fitHead();
    void showHead();
    void showNobody();
    void tick();
    void waitForNextTick();
    void retranslate();

    const Theme &m_theme;
    Clock m_clock;
    BoardContent m_content;
    QList<Flow> m_flows;
    std::optional<QDateTime> m_seen;
    std::optional<SyncNode> m_node; ///< the Why panel is about
    std::optional<Error> m_error;
    QDateTime m_worded; ///< the moment that the words are of
    bool m_chosen = false; ///< by the person, not proposed
    bool m_narrow = false;
    QTimer m_ticking;

    StateBadge *m_overall;
    TextLabel *m_summary;
    TextLabel *m_seenWords;
    QPushButton *m_refresh;
    QPushButton *m_watch;
    QPushButton *m_export;
    QAction *m_html;
    QAction *m_pdf;
    StateView *m_state;
    QScrollArea *m_scroll;
    QWidget *m_body;
    QGridLayout *m_grid;
    TourBar *m_tour;
    CureSteps *m_steps;
    Notice *m_notice;
    QPushButton *m_choosePhoto;
    BoardView *m_board;
    WhyPanel *m_why;
    TimelinePanel *m_timeline;
};

} // namespace likeness
