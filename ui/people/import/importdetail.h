// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/import/importrow.h"
#include "services/session/picturesession.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace likeness {

class CropEditor;
class TextLabel;
class Theme;

/// One row of an import, opened: the picture with its square to be corrected, what is known of it, and whom
/// it may be of where several fit. Nothing changes before "Use this crop" is pressed. GUI thread.
class ImportDetail final : public QWidget
{
    Q_OBJECT
public:
    ImportDetail(QThreadPool &workers, const Theme &theme, QWidget *parent = nullptr);

    /// `editable`: before the run. `retryable`: it failed, and may be tried again.
    struct Offer
    {
        bool editable = false;
        bool retryable = false;
        QString reason {};
    };
    void show(int index, const ImportRow &row, const Offer &offer);
    void clear();
    int index() const { return m_index; }
    /// The picture is open, or there is none to open.
    bool isSettled() const { return !m_picture.isOpening(); }

signals:
    void recipeChosen(int index, const likeness::PhotoRecipe &recipe);
    void personChosen(int index, const likeness::Person &person);
    void retryWanted(int index);

protected:
    void changeEvent(QEvent *event) override;

private:
    void connectPicture();
    void showRecipe();
    void showWords();
    void showCandidates();
    void frameNextFace();
    void retranslate();

    PictureSession m_picture;
    int m_index = -1;
    int m_face = -1;
    bool m_waitsForFaces = false;
    ImportRow m_row;
    Offer m_offer;
    TextLabel *m_title;
    TextLabel *m_words;
    CropEditor *m_editor;
    QWidget *m_people;
    QVBoxLayout *m_candidates;
    QPushButton *m_use;
    QPushButton *m_reset;
    QPushButton *m_retry;
};

} // namespace likeness
