// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/common/actions.h"

#include <QWidget>

namespace likeness {

Actions::Actions(QWidget &window)
    : m_window(window)
{
}

QAction *Actions::add(const QString &id, const QKeySequence &shortcut)
{
    auto *action = new QAction(&m_window);
    action->setObjectName(id);
    action->setShortcut(shortcut);
    m_window.addAction(action);
    m_actions.push_back(action);
    return action;
}

QAction *Actions::action(const QString &id) const
{
    for (QAction *action : m_actions) {
        if (action->objectName() == id)
            return action;
    }
    Q_UNREACHABLE();
    return nullptr;
}

void Actions::setWords(const QString &id, const QString &text, const QString &tip)
{
    QAction *action = this->action(id);
    action->setText(text);
    action->setToolTip(tipWithKeys(tip.isEmpty() ? text : tip, action->shortcut()));
}

QList<ShortcutRow> shortcutsIn(const QWidget &window)
{
    QList<ShortcutRow> rows;
    for (const QAction *action : window.findChildren<QAction *>()) {
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        QString text = action->text();
        text.remove(u'&');
        const ShortcutRow row {text, keys};
        if (!keys.isEmpty() && !text.isEmpty() && !rows.contains(row))
            rows << row;
    }
    return rows;
}

QString tipWithKeys(const QString &tip, const QKeySequence &keys)
{
    if (keys.isEmpty())
        return tip;
    return QStringLiteral("%1 (%2)").arg(tip, keys.toString(QKeySequence::NativeText));
}

} // namespace likeness
