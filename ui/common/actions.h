// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAction>
#include <QKeySequence>
#include <vector>

namespace likeness {

/// The actions of the window by a stable id ("picture.open"), so that shortcuts, tool tips and the list of
/// shortcuts agree. Words are set again when the language changes; the tool tip then tells the shortcut too.
/// Actions are owned by the widget the registry was made with, which also makes their shortcuts work.
class Actions final
{
public:
    explicit Actions(QWidget &window);

    QAction *add(const QString &id, const QKeySequence &shortcut);
    /// Asserts that there is one.
    QAction *action(const QString &id) const;
    void setWords(const QString &id, const QString &text, const QString &tip = {});

private:
    QWidget &m_window;
    std::vector<QAction *> m_actions;
};

/// Something that can be done by keys, for the overview.
struct ShortcutRow
{
    QString text;
    QString keys;

    friend bool operator==(const ShortcutRow &, const ShortcutRow &) = default;
};

/// Every action with a shortcut below this widget, in the order they were made; also those of its pages.
QList<ShortcutRow> shortcutsIn(const QWidget &window);

/// "Open a picture (Ctrl+O)"
QString tipWithKeys(const QString &tip, const QKeySequence &keys);

} // namespace likeness
