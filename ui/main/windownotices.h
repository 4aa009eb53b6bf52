// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/notice.h"

#include <QWidget>

class QVBoxLayout;

namespace likeness {

/// What the person should know whichever page is shown, one below the other, each until it is dismissed.
/// Takes no room while there is nothing to say.
class WindowNotices final : public QWidget
{
    Q_OBJECT
public:
    explicit WindowNotices(const Theme &theme, QWidget *parent = nullptr);

    void add(Notice::Kind kind, const QString &lead, const QString &sentence);
    void clear();

private:
    void dismiss(Notice *notice);

    const Theme &m_theme;
    QVBoxLayout *m_column;
    QList<Notice *> m_notices;
};

} // namespace likeness
