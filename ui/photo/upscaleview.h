// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/imaging/ladder.h"
#include "ui/common/panel.h"

#include <QHash>

class QComboBox;
class QLabel;

namespace likeness {

class SplitCompare;
class Theme;

/// What a call or meeting window shows when all it has is a small photo, beside the largest, at the same
/// window size. The small one is stretched the way clients do it.
class UpscaleView final : public Panel
{
    Q_OBJECT
public:
    explicit UpscaleView(const Theme &theme, QWidget *parent = nullptr);

    void setRenditions(const QList<Rendition> &renditions);
    SplitCompare *comparison() const { return m_compare; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void showPair();
    void retranslate();

    QLabel *m_title;
    QComboBox *m_source;
    QComboBox *m_window;
    SplitCompare *m_compare;
    QLabel *m_leftCaption;
    QLabel *m_rightCaption;
    QHash<int, QImage> m_pixels;
};

} // namespace likeness
