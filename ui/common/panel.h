// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace likeness {

/// The white card that everything stands on: panel ground, a 1 px line, 12 px corners. Layouts inside get 16
/// px margins unless they say otherwise.
class Panel : public QWidget
{
    Q_OBJECT
public:
    static constexpr int padding = 16;
    static constexpr int radius = 12;

    explicit Panel(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// A 1 px line between the parts of a panel.
class Separator final : public QWidget
{
    Q_OBJECT
public:
    explicit Separator(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace likeness
