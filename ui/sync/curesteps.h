// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/session/tombstonecure.h"
#include "ui/common/panel.h"

#include <array>

class QPushButton;

namespace likeness {

class EvidenceView;
class TextLabel;

/// Where a cure of several steps stands.
struct CureProgress
{
    TombstoneCure::Step step = TombstoneCure::Step::KeepPhoto;
    bool busy = false;
    bool stillRemembers = false;
    bool settling = false; ///< Exchange has forgotten, one more look decides
    bool hadPhoto = true; ///< there is one to be written back
    std::optional<Error> error {};
    QString store; ///< the error is about
    QString command; ///< for whoever has the right
    bool canRunHere = false; ///< the sandbox has an administrator
};

/// A cure taken step by step, above the board: what is done, what comes, and the one thing to do now. Only
/// asks for it. GUI thread.
class CureSteps final : public Panel
{
    Q_OBJECT
public:
    explicit CureSteps(QWidget *parent = nullptr);

    /// nullopt: no cure is on, and nothing is shown.
    void setProgress(const std::optional<CureProgress> &progress);

signals:
    /// Look at once, or try the step again.
    void nextRequested();
    void runHereRequested();
    /// Also when it is over.
    void closeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Line
    {
        TextLabel *sign;
        TextLabel *words;
    };

    void retranslate();
    QString wordsFor(TombstoneCure::Step step) const;
    void showButtons();
    void copyCommand();

    std::optional<CureProgress> m_progress;
    TextLabel *m_title;
    std::array<Line, 3> m_lines {};
    EvidenceView *m_command;
    TextLabel *m_state;
    QPushButton *m_copy;
    QPushButton *m_runHere;
    QPushButton *m_next;
    QPushButton *m_close;
};

} // namespace likeness
