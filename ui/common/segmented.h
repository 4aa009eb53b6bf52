// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace likeness {

/// A few choices in one bar, one of them chosen. Each is a real button with its text as accessible name; the
/// arrow keys move between them.
class SegmentedControl final : public QWidget
{
    Q_OBJECT
public:
    explicit SegmentedControl(QWidget *parent = nullptr);

    /// The first one added is chosen.
    void addSegment(const QString &text);
    /// `spoken` is what screen readers say; empty = the text.
    void setSegmentText(int index, const QString &text, const QString &spoken = {});
    /// A choice that makes no sense now is left out.
    void setSegmentShown(int index, bool shown);
    int currentIndex() const;
    void setCurrentIndex(int index);

signals:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_group;
    QHBoxLayout *m_row;
};

} // namespace likeness
