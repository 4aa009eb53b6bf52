// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/panel.h"
#include "ui/sync/boardcontent.h"

#include <QHash>

class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace likeness {

class CurePanel;
class EvidenceView;
class PhotoPair;
class SegmentedControl;
class StateBadge;
class TextLabel;
class Theme;

/// *Why*: the cause of a card's state, its photo beside the reference, until when, what helps, and the
/// evidence. Takes values; what is to be done it only asks for. GUI thread.
class WhyPanel final : public Panel
{
    Q_OBJECT
public:
    explicit WhyPanel(const Theme &theme, QWidget *parent = nullptr);

    /// nullopt or a workload that is not on the board: invites to choose one.
    void setFinding(const BoardContent &content, std::optional<SyncNode> node);
    /// Says the same as of another moment; nothing moves or loses the focus.
    void setNow(const QDateTime &now);
    /// A cure runs: no other can be begun.
    void setBusy(bool busy);
    std::optional<SyncNode> node() const { return m_node; }
    /// The height at which nothing has to be scrolled.
    int fullHeight(int width) const;
    /// The width at which nothing is cut off.
    int leastWidth() const;

signals:
    void cureRequested(const QString &id);
    void refreshRequested(likeness::SyncNode node);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeParts();
    void makeHead(QVBoxLayout *column);
    const Finding *finding() const;
    void showFinding();
    void showWords();
    void showPhotos(const Finding &finding);
    void showCures(const Finding &finding);
    void showEvidence(const Finding &finding);
    void retranslate();

    const Theme &m_theme;
    BoardContent m_content;
    std::optional<SyncNode> m_node;
    bool m_busy = false;
    QString m_shownPhotos; ///< hashes of the pair, so that a look around in it survives a refresh
    QStringList m_shownCures;

    QScrollArea *m_scroll;
    QWidget *m_body;
    TextLabel *m_invitation;
    QWidget *m_parts;
    TextLabel *m_title;
    StateBadge *m_badge;
    QToolButton *m_refresh;
    TextLabel *m_derived;
    TextLabel *m_cause;
    PhotoPair *m_photos;
    SegmentedControl *m_modes;
    TextLabel *m_likeness;
    TextLabel *m_untilHead;
    TextLabel *m_until;
    TextLabel *m_left;
    TextLabel *m_cureHead;
    QVBoxLayout *m_cures;
    TextLabel *m_disputes;
    TextLabel *m_evidenceHead;
    EvidenceView *m_evidence;
    TextLabel *m_rule;
};

} // namespace likeness
