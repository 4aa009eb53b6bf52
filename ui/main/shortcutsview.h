// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/actions.h"

#include <QWidget>

class QGridLayout;
class QPushButton;

namespace likeness {

class Panel;
class TextLabel;
class Theme;

/// The overview of everything that can be done by keys, over the window (F1; Escape or a click beside it
/// closes it).
class ShortcutsView final : public QWidget
{
    Q_OBJECT
public:
    explicit ShortcutsView(const Theme &theme, QWidget *parent = nullptr);

    void open(const QList<ShortcutRow> &rows);

protected:
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();

    Panel *m_panel;
    TextLabel *m_title;
    QPushButton *m_close;
    QWidget *m_rows = nullptr;
};

} // namespace likeness
