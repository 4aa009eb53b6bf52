// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/error.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedLayout;

namespace likeness {

class Theme;
class TextLabel;

/// The states of a screen around its content: empty (a picture, a sentence, perhaps a button), loading (a
/// skeleton, but only after 150 ms so that quick answers do not flicker), error (sentences, Retry, Copy
/// details).
class StateView final : public QWidget
{
    Q_OBJECT
public:
    explicit StateView(const Theme &theme, QWidget *parent = nullptr);

    void setContent(QWidget *content);
    void showContent();
    /// `button` empty = none; pressing it emits actionPressed().
    void showEmpty(
        const QString &icon, const QString &title, const QString &sentence, const QString &button = {});
    void showLoading();
    /// `error` is what Copy details copies, in English.
    void showError(const QString &title, const QString &sentence, const Error &error);
    bool isShowingError() const;

signals:
    void actionPressed();
    void retryPressed();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class State { Content, Empty, Loading, Error };

    QWidget *makeMessage();
    void enter(State state);
    void retranslate();
    void recolour();
    void copyDetails();

    const Theme &m_theme;
    State m_state = State::Empty;
    QString m_iconName;
    Error m_error;
    QTimer m_skeletonDelay;
    QStackedLayout *m_stack;
    QWidget *m_message = nullptr;
    QWidget *m_blank;
    QWidget *m_skeleton;
    QPointer<QWidget> m_content;
    QLabel *m_icon = nullptr;
    TextLabel *m_title = nullptr;
    TextLabel *m_sentence = nullptr;
    QPushButton *m_action = nullptr;
    QPushButton *m_retry = nullptr;
    QPushButton *m_copy = nullptr;
};

} // namespace likeness
