// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace likeness {

class Theme;

/// Lies over the window while a picture is dragged across it and says that it may be dropped.
class DropHint final : public QWidget
{
    Q_OBJECT
public:
    explicit DropHint(const Theme &theme, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace likeness
