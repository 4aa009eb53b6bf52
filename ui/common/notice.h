// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>
#include <QWidget>
#include <functional>

class QHBoxLayout;
class QLabel;

namespace likeness {

class Theme;
struct Error;

struct NoticeWords
{
    QString lead; ///< set in the kind's colour before the sentence; may be empty
    QString sentence;
};

/// Asked again when the language changes, so it keeps what the words are about, not the words.
using NoticeText = std::function<NoticeWords()>;

/// What happened as the lead, why and what to do as the sentence. `where` as in wordsFor(Error).
NoticeText failureText(const Error &error, const QString &where);

/// A sentence the person should read before going on, on a tinted ground, with a glyph that tells its kind
/// without colour. Hidden while it has no text.
class Notice final : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { Info, Warning, Error, Good };

    explicit Notice(const Theme &theme, QWidget *parent = nullptr);

    void say(Kind kind, NoticeText text);
    void clear();
    QString sentence() const;
    /// A button at the end; the notice becomes its parent.
    void setAction(QWidget *button);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void recolour();

    const Theme &m_theme;
    Kind m_kind = Kind::Info;
    NoticeText m_ask;
    NoticeWords m_words;
    QLabel *m_icon;
    QLabel *m_text;
    QHBoxLayout *m_row;
    QPointer<QWidget> m_action;
};

} // namespace likeness
