// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace likeness {

class Theme;

/// A short text on a dark rounded ground that floats over a picture; figures are tabular, too long a text is
/// elided in the middle. Lets the mouse through. Its text is its accessible name.
class SurroundChip final : public QWidget
{
    Q_OBJECT
public:
    enum class Tone { Plain, Warning };

    explicit SurroundChip(const Theme &theme, Tone tone = Tone::Plain, QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const { return m_text; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Tone m_tone;
    QString m_text;
};

} // namespace likeness
