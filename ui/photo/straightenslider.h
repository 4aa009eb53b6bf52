// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSlider>

namespace likeness {

/// -15.0° to 15.0° in steps of a tenth; Page keys move a degree, a double click goes back to 0. One drag, or
/// one stay with the keyboard, is one gesture.
class StraightenSlider final : public QSlider
{
    Q_OBJECT
public:
    explicit StraightenSlider(QWidget *parent = nullptr);

    double degrees() const;
    /// From outside: says nothing.
    void setDegrees(double degrees);
    QSize sizeHint() const override;

signals:
    void degreesWanted(double degrees, int gesture);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    int m_gesture = 0;
};

/// "−2.5°"
QString degreesText(double degrees);

} // namespace likeness
