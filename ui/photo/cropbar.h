// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QWidget>
#include <map>

class QAction;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace likeness {

class StraightenSlider;
class Theme;

/// What the bar over the picture offers.
enum class CropTool { Undo, Redo, TurnLeft, TurnRight, Mirror, FrameFace, RoundMask, Guides, Fit, Reset };

/// The tools over the picture: buttons, and the slider that straightens. Shows words where there is room and
/// icons where there is not. Owns its actions; what they do is up to the editor.
class CropBar final : public QWidget
{
    Q_OBJECT
public:
    explicit CropBar(const Theme &theme, QWidget *parent = nullptr);

    QAction *action(CropTool tool) const { return m_actions.at(tool); }
    StraightenSlider *slider() const { return m_slider; }
    void showDegrees(double degrees);
    /// What undo and redo would do, in their tool tips; empty = not said.
    void showSteps(const QString &undo, const QString &redo);
    void setToolsEnabled(bool enabled);
    /// Chooses between words and icons for a bar of at most this width, and takes its size hint.
    void fitTo(int width);
    void retranslate();

signals:
    void pressed(likeness::CropTool tool);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Words
    {
        QString text;
        QString tip;
    };
    void addTool(CropTool tool, const QString &icon, const QKeySequence &keys);
    void addGap();
    void addStraighten();
    static QString withStep(const QString &verb, const QString &step);
    Words words(CropTool tool) const;
    void showTip(CropTool tool);
    void showWords(int level);

    const Theme &m_theme;
    std::map<CropTool, QAction *> m_actions;
    std::map<CropTool, QToolButton *> m_buttons;
    QString m_undoStep;
    QString m_redoStep;
    QHBoxLayout *m_row;
    QLabel *m_straighten = nullptr;
    StraightenSlider *m_slider = nullptr;
    QLabel *m_degrees = nullptr;
};

} // namespace likeness
