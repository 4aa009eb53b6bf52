// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/imaging/ladder.h"
#include "ui/common/panel.h"

#include <QHash>
#include <optional>

class QAbstractButton;
class QLabel;
class QScrollArea;

namespace likeness {

class LadderStrip;
class Theme;

/// All nine sizes whole, or one alone, in the place of the crop editor; Escape and "Back to the crop" leave
/// it.
class LadderGallery final : public Panel
{
    Q_OBJECT
public:
    explicit LadderGallery(const Theme &theme, QWidget *parent = nullptr);

    void setRenditions(const QList<Rendition> &renditions);
    void setBytes(const QHash<int, qsizetype> &bytes);
    void setRound(bool round);
    /// nullopt: all of them.
    void showSize(std::optional<PhotoSize> size);

signals:
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void fitStrip();

    LadderStrip *m_strip;
    QScrollArea *m_scroll;
    QLabel *m_title;
    QAbstractButton *m_all;
    QAbstractButton *m_back;
    std::optional<PhotoSize> m_size;
};

} // namespace likeness
