// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>
#include <QLabel>

namespace likeness {

/// The four sizes of type: 20, 15, 13 and 12 px where the system's font is the usual size, larger where it
/// is.
enum class TextRole {
    Title, ///< names, the head of a page
    Heading, ///< the head of a section
    Strong, ///< the head of a panel, the name in a row
    Body,
    Small, ///< captions; never below 12 px
};
QFont textFont(TextRole role);

/// For painted text that begins where its row begins, whichever way its own words run.
int leadingAlignment(Qt::LayoutDirection direction);

/// A label in one of the roles, in ink or in the soft colour; follows theme and font by itself.
class TextLabel final : public QLabel
{
    Q_OBJECT
public:
    enum class Tone { Ink, Soft };

    explicit TextLabel(TextRole role, Tone tone = Tone::Ink, QWidget *parent = nullptr);
    TextLabel(const QString &text, TextRole role, Tone tone = Tone::Ink, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    TextRole m_role;
};

} // namespace likeness
