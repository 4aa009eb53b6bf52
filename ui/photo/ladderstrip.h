// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/photo/photosize.h"

#include <QHash>
#include <QList>
#include <QWidget>
#include <optional>

namespace likeness {

class LadderTile;
class Theme;

/// The nine tiles, smallest first and bottom-aligned: in one row (the large ones cut off), or wrapped with
/// everything shown. The arrow keys, Home and End walk from tile to tile.
class LadderStrip final : public QWidget
{
    Q_OBJECT
public:
    enum class Flow { Row, Wrapped };

    LadderStrip(const Theme &theme, Flow flow, QWidget *parent = nullptr);

    /// By edge; sizes that are missing show a blank.
    void setPixels(const QHash<int, QImage> &pixels);
    void setBytes(const QHash<int, qsizetype> &bytes);
    void setRound(bool round);
    /// Row: the height there is for pictures, in points.
    void setRoom(int points);
    /// Only this one.
    void setOnly(std::optional<PhotoSize> size);
    const QList<LadderTile *> &tiles() const { return m_tiles; }
    void retranslate();
    int heightForWidth(int width) const override;
    bool hasHeightForWidth() const override { return m_flow == Flow::Wrapped; }
    QSize sizeHint() const override;

signals:
    void focusMoved(const QRect &tile);
    void opened(likeness::PhotoSize size);
    void draggedOut(likeness::PhotoSize size);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int arranged(int width, bool move) const;
    QList<LadderTile *> shown() const;
    void walk(int by);

    Flow m_flow;
    QList<LadderTile *> m_tiles;
    std::optional<PhotoSize> m_only;
};

} // namespace likeness
