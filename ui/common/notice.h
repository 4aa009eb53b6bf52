// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointer>
#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace likeness {

class Theme;

/// A sentence the person should read before going on, on a tinted ground, with a glyph that tells its kind
/// without colour. Hidden while it has no text.
class Notice final : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { Info, Warning, Error, Good };

    explicit Notice(const Theme &theme, QWidget *parent = nullptr);

    /// `lead` is set in the kind's colour before the sentence and may be empty.
    void say(Kind kind, const QString &lead, const QString &sentence);
    void clear();
    QString sentence() const;
    /// A button at the end; the notice becomes its parent.
    void setAction(QWidget *button);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void recolour();

    const Theme &m_theme;
    Kind m_kind = Kind::Info;
    QString m_lead;
    QString m_sentence;
    QLabel *m_icon;
    QLabel *m_text;
    QHBoxLayout *m_row;
    QPointer<QWidget> m_action;
};

} // namespace likeness
