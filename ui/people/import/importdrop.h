// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <functional>

class QWidget;

namespace likeness {

/// Lets a widget take what can be imported when it is dragged there: a folder of photos, or a list (CSV).
/// Owned by that widget, GUI thread.
class ImportDrop final : public QObject
{
    Q_OBJECT
public:
    /// `isOpen` is asked each time whether anything may be dropped now.
    ImportDrop(QWidget &target, std::function<bool()> isOpen);

signals:
    void dropped(const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    std::function<bool()> m_isOpen;
};

} // namespace likeness
