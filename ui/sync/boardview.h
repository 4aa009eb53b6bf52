// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/sync/boardcontent.h"
#include "ui/sync/boardlayout.h"
#include "ui/sync/boardwalk.h"

#include <QHash>
#include <QImage>
#include <QScrollArea>
#include <QSet>

namespace likeness {

class BoardCanvas;
class BoardCard;
class Theme;

/// The board as a picture: a card for each workload in three columns, arrows for the flows between them.
/// Takes values and emits which card was chosen. The arrow keys walk along the flows, Home and End to the
/// first and last card, Enter or Space chooses, Tab leaves. GUI thread.
class BoardView final : public QScrollArea
{
    Q_OBJECT
public:
    explicit BoardView(const Theme &theme, QWidget *parent = nullptr);

    void setBoard(const BoardContent &content, const QList<Flow> &flows);
    /// Says the same as of another moment.
    void setNow(const QDateTime &now);
    /// Other workloads are being asked; those not seen before stand as outlines meanwhile.
    void setLooking(const QSet<SyncNode> &nodes);
    void select(std::optional<SyncNode> node);
    std::optional<SyncNode> selected() const { return m_selected; }
    const BoardLayout &boardLayoutNow() const { return m_layout; }

signals:
    /// A card was pressed: its Why is wanted.
    void chosen(likeness::SyncNode node);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeCards();
    void showWords();
    void layOut();
    void walk(BoardStep step);
    void stopTabAt(SyncNode node);
    QImage thumbnail(const EncodedPhoto &photo);
    QList<BoardCard *> cardsInOrder() const;

    const Theme &m_theme;
    BoardContent m_content;
    QList<BoardFlow> m_flows;
    std::optional<SyncNode> m_selected;
    BoardLayout m_layout;
    struct
    {
        QList<BoardCardSize> sizes;
        QList<BoardLink> links;
        BoardRoom room;
    } m_laidOut; ///< what m_layout was made from
    QHash<SyncNode, BoardCard *> m_cards;
    QHash<QString, QImage> m_thumbnails; ///< by SHA-256 and edge
    BoardCanvas *m_canvas;
};

} // namespace likeness
