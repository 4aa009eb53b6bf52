// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/error.h"

#include <QWidget>
#include <optional>

class QProgressBar;
class QPushButton;

namespace likeness {

class Notice;
class TextLabel;
class Theme;

/// What stands there while nothing is configured: connect to an organisation, or try the sandbox. Shows how
/// the sandbox starts, and why it did not.
class FirstRunPage final : public QWidget
{
    Q_OBJECT
public:
    /// What the sandbox is busy with while it starts.
    enum class Step { Idle, DrawingPeople, StartingDirectory };

    explicit FirstRunPage(const Theme &theme, QWidget *parent = nullptr);

    void setStep(Step step);
    /// `where`: what the error is about; empty = the sandbox.
    void showError(const Error &error, const QString &where = {});

signals:
    void connectRequested();
    void sandboxRequested();
    void cancelRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Card
    {
        QWidget *panel = nullptr;
        TextLabel *title = nullptr;
        TextLabel *text = nullptr;
        QPushButton *button = nullptr;
    };
    Card makeCard(const QString &icon);
    void retranslate();

    const Theme &m_theme;
    Step m_step = Step::Idle;
    std::optional<Error> m_error;
    QString m_errorWhere;
    TextLabel *m_title;
    TextLabel *m_lead;
    Card m_connect;
    Card m_sandbox;
    QWidget *m_progress;
    QProgressBar *m_bar;
    TextLabel *m_stepWords;
    QPushButton *m_cancel;
    Notice *m_notice;
};

} // namespace likeness
