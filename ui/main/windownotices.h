// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/notice.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace likeness {

/// What the person should know whichever page is shown, one below the other, each until it is dismissed.
/// Takes no room while there is nothing to say.
class WindowNotices final : public QWidget
{
    Q_OBJECT
public:
    explicit WindowNotices(const Theme &theme, QWidget *parent = nullptr);

    void add(Notice::Kind kind, NoticeText text);
    void clear();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Shown
    {
        Notice *notice;
        QPushButton *dismissal;
    };

    void retranslate();
    void dismiss(Notice *notice);

    const Theme &m_theme;
    QVBoxLayout *m_column;
    QList<Shown> m_shown;
};

} // namespace likeness
