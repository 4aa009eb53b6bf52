// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/photo/photorecipe.h"

#include <QImage>
#include <QWidget>

class QUndoStack;

namespace likeness {

class CropBar;
class CropCanvas;
class SurroundChip;
class Theme;
enum class CropHandle;
enum class CropTool;

/// The crop canvas with its tools, read-outs and warning floating over it. Takes values and says what the
/// person wants; whoever owns the recipe applies it and hands the new one back.
class CropEditor final : public QWidget
{
    Q_OBJECT
public:
    explicit CropEditor(const Theme &theme, QWidget *parent = nullptr);

    struct UndoState
    {
        bool canUndo = false;
        bool canRedo = false;
        QString undoStep {}; ///< what undo takes back, in the person's language; empty = not said
        QString redoStep {};
        static UndoState of(const QUndoStack &stack);
    };

    /// `caption` says what was opened; a null view means that there is no picture.
    void setPicture(const QImage &view, QSize upright, const QString &caption);
    void setRecipe(const PhotoRecipe &recipe);
    void setUndoState(const UndoState &state);
    void setFaceSearch(bool running);
    CropCanvas *canvas() const { return m_canvas; }
    /// Something that covers the canvas while it has nothing to show (empty, opening).
    void setCover(QWidget *cover);

signals:
    void recipeWanted(const likeness::PhotoRecipe &recipe, const QString &undoText, int gesture);
    void undoWanted();
    void redoWanted();
    void faceWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void apply(CropTool tool);
    void wantCrop(const CropSquare &crop, CropHandle handle, int gesture);
    void wantDegrees(double degrees, int gesture);
    void arrange();
    void arrangeChips();
    void retranslate();
    QString enlargementWarning() const;

    CropCanvas *m_canvas;
    CropBar *m_bar;
    SurroundChip *m_caption;
    SurroundChip *m_readOut;
    SurroundChip *m_warning;
    QWidget *m_cover = nullptr;
    QSize m_upright;
};

} // namespace likeness
