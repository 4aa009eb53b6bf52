// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/sync/tours.h"
#include "ui/common/panel.h"

#include <optional>

class QBoxLayout;
class QMenu;
class QPushButton;

namespace likeness {

class TextLabel;

/// The guided tours of the sandbox: which there are, and in one of them what was done, what is to be seen and
/// the next step. Only asks for it. GUI thread.
class TourBar final : public Panel
{
    Q_OBJECT
public:
    explicit TourBar(QWidget *parent = nullptr);

    /// The button that offers the tours, for the head of the page; hidden until somebody shows it.
    QPushButton *chooser() const { return m_choose; }
    /// `step` is the one taken last, -1 = none yet. nullopt: no tour is on, and nothing is shown.
    void setTour(const std::optional<Tour> &tour, int step);
    /// A step is being taken.
    void setBusy(bool busy);

signals:
    void tourChosen(const QString &id);
    void nextRequested();
    void endRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void arrange();
    void enable();

    std::optional<Tour> m_tour;
    int m_step = -1;
    bool m_busy = false;
    QBoxLayout *m_row;
    QWidget *m_buttons;
    QMenu *m_menu;
    TextLabel *m_title;
    TextLabel *m_words;
    QPushButton *m_choose;
    QPushButton *m_next;
    QPushButton *m_end;
};

} // namespace likeness
