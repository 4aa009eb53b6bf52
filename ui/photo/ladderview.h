// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/photo/legibility.h"
#include "services/imaging/ladder.h"
#include "ui/common/panel.h"

#include <QHash>

class QLabel;
class QScrollArea;
class QToolButton;

namespace likeness {

class LadderStrip;
class SegmentedControl;
class Theme;

/// The panel with all nine renditions under the crop editor: square or round, byte sizes, advice for the
/// smallest, and the ways to all sizes at once and to files.
class LadderView final : public Panel
{
    Q_OBJECT
public:
    explicit LadderView(const Theme &theme, QWidget *parent = nullptr);

    void setRenditions(const QList<Rendition> &renditions);
    void setBytes(const QHash<int, qsizetype> &bytes);
    void setLegibility(const std::optional<Legibility> &legibility);
    bool isRound() const;
    QSize minimumSizeHint() const override { return {420, 196}; } // words give way to icons
    /// "At 48 px …", a sentence that claims no more than was measured.
    static QString adviceFor(const Legibility &legibility);

signals:
    void roundChanged(bool round);
    void allWanted();
    void oneWanted(likeness::PhotoSize size);
    void saveWanted();
    void draggedOut(likeness::PhotoSize size);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void fitStrip();

    LadderStrip *m_strip;
    QScrollArea *m_scroll;
    QLabel *m_title;
    QLabel *m_advice;
    SegmentedControl *m_shape;
    QToolButton *m_all;
    QToolButton *m_save;
    std::optional<Legibility> m_legibility;
};

} // namespace likeness
