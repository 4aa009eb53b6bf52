// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/session/scansession.h"

#include <QWidget>

class QProgressBar;
class QPushButton;

namespace likeness {

class TextLabel;
class Theme;

/// How far the scan is, with a button that starts, pauses and goes on.
class ScanBar final : public QWidget
{
    Q_OBJECT
public:
    explicit ScanBar(const Theme &theme, QWidget *parent = nullptr);

    void setState(ScanSession::State state);
    void setProgress(const ScanProgress &progress);

signals:
    void startRequested();
    void pauseRequested();
    void resumeRequested();
    void stopRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void press();
    void retranslate();

    ScanSession::State m_state = ScanSession::State::Idle;
    ScanProgress m_progress;
    QProgressBar *m_bar;
    TextLabel *m_words;
    QPushButton *m_go;
    QPushButton *m_stop;
};

} // namespace likeness
