// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/people/import/importdetail.h"

#include "ui/common/buttons.h"
#include "ui/common/importwords.h"
#include "ui/common/text.h"
#include "ui/photo/cropeditor.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace likeness {

ImportDetail::ImportDetail(QThreadPool &workers, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_picture(workers)
    , m_title(new TextLabel(TextRole::Heading, TextLabel::Tone::Ink, this))
    , m_words(new TextLabel(TextRole::Small, TextLabel::Tone::Soft, this))
    , m_editor(new CropEditor(theme, this))
    , m_people(new QWidget(this))
    , m_candidates(new QVBoxLayout(m_people))
    , m_use(new QPushButton(this))
    , m_reset(new QPushButton(this))
    , m_retry(new QPushButton(this))
{
    m_words->setWordWrap(true);
    m_candidates->setContentsMargins(0, 0, 0, 0);
    m_candidates->setSpacing(6);
    m_editor->setMinimumSize(548, 200); // its tools need the width
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(m_title);
    column->addWidget(m_words);
    column->addWidget(m_people);
    column->addWidget(m_editor, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_use);
    buttons->addWidget(m_reset);
    buttons->addWidget(m_retry);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addStretch(); // below the words where there is no picture
    connectPicture();
    retranslate();
    clear();
}

void ImportDetail::connectPicture()
{
    connect(&m_picture, &PictureSession::pictureChanged, this, [this] {
        m_editor->setPicture(m_picture.view(), m_picture.uprightSize(), m_row.name());
        if (m_picture.hasPicture() && m_picture.recipe() != m_row.recipe) {
            m_picture.setRecipe(m_row.recipe, {});
            m_picture.undoStack().clear();
        }
        showRecipe();
    });
    connect(&m_picture, &PictureSession::recipeChanged, this, &ImportDetail::showRecipe);
    connect(&m_picture, &PictureSession::facesChanged, this, [this](const Result<Done> &outcome) {
        m_editor->setFaceSearch(false);
        if (outcome && std::exchange(m_waitsForFaces, false))
            frameNextFace();
    });
    connect(m_editor, &CropEditor::recipeWanted, this,
        [this](const PhotoRecipe &recipe, const QString &undoText, int gesture) {
            m_picture.setRecipe(recipe, undoText, gesture);
        });
    connect(m_editor, &CropEditor::undoWanted, this, [this] { m_picture.undoStack().undo(); });
    connect(m_editor, &CropEditor::redoWanted, this, [this] { m_picture.undoStack().redo(); });
    connect(m_editor, &CropEditor::faceWanted, this, [this] {
        if (!m_picture.faces().isEmpty())
            return frameNextFace();
        m_waitsForFaces = true;
        m_editor->setFaceSearch(true);
        m_picture.findFaces();
    });
    connect(m_use, &QPushButton::clicked, this, [this] {
        m_row.recipe = m_picture.recipe();
        showRecipe();
        emit recipeChosen(m_index, m_row.recipe);
    });
    connect(m_reset, &QPushButton::clicked, this, [this] { m_picture.setRecipe(m_row.recipe, tr("Reset")); });
    connect(m_retry, &QPushButton::clicked, this, [this] { emit retryWanted(m_index); });
}

/// The largest first, then the others, in turn.
void ImportDetail::frameNextFace()
{
    const auto count = static_cast<int>(m_picture.faces().size());
    if (count == 0)
        return;
    m_face = (m_face + 1) % count;
    m_picture.setRecipe(m_picture.framing(m_face), tr("Frame the face"));
}

void ImportDetail::show(int index, const ImportRow &row, const Offer &offer)
{
    const bool another = index != m_index || row.file != m_row.file;
    m_index = index;
    m_offer = offer;
    m_row = row;
    showWords();
    showCandidates();
    m_retry->setVisible(offer.retryable);
    const bool opens = offer.editable && !row.pixels.isEmpty();
    m_editor->setVisible(opens);
    m_use->setVisible(opens);
    m_reset->setVisible(opens);
    if (!another)
        return showRecipe();
    m_face = -1;
    m_use->setEnabled(false);
    m_reset->setEnabled(false);
    m_picture.close();
    if (opens)
        m_picture.openFile(row.file);
    setVisible(true);
}

void ImportDetail::clear()
{
    m_index = -1;
    m_row = {};
    m_picture.close();
    m_people->hide();
    for (QWidget *part : {static_cast<QWidget *>(m_use), static_cast<QWidget *>(m_reset),
             static_cast<QWidget *>(m_retry), static_cast<QWidget *>(m_editor)})
        part->hide();
    showWords();
}

void ImportDetail::showRecipe()
{
    m_editor->setRecipe(m_picture.recipe());
    m_editor->setUndoState(CropEditor::UndoState::of(m_picture.undoStack()));
    const bool changed = m_picture.hasPicture() && m_picture.recipe() != m_row.recipe;
    m_use->setEnabled(changed);
    m_reset->setEnabled(changed);
}

void ImportDetail::showWords()
{
    if (m_index < 0) {
        m_title->setText(tr("No row chosen"));
        m_words->setText(tr("Choose a row to see why it stands as it does, and to correct its crop."));
        return;
    }
    m_title->setText(m_row.person ? m_row.person->displayName : m_row.name());
    QStringList lines {m_row.name()};
    if (!m_offer.reason.isEmpty())
        lines += m_offer.reason;
    for (const ImportHint hint : listed(m_row.hints))
        lines += wordsFor(hint);
    m_words->setText(lines.join(QLatin1Char('\n')));
}

void ImportDetail::showCandidates()
{
    qDeleteAll(m_people->findChildren<QPushButton *>(Qt::FindDirectChildrenOnly));
    m_people->setVisible(m_offer.editable && !m_row.candidates.isEmpty());
    for (const Person &candidate : std::as_const(m_row.candidates)) {
        QStringList facts {candidate.keys.key};
        for (const QString &fact : {candidate.title, candidate.department}) {
            if (!fact.isEmpty())
                facts += fact;
        }
        //: A button that says whom a picture is of: %1 a name, %2 what tells that person from others.
        const QString words
            = tr("It is %1 (%2)").arg(candidate.displayName, facts.join(QStringLiteral(", ")));
        auto *button = new QPushButton(words, m_people);
        connect(button, &QPushButton::clicked, this,
            [this, candidate] { emit personChosen(m_index, candidate); });
        m_candidates->addWidget(button);
    }
}

void ImportDetail::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ImportDetail::retranslate()
{
    m_use->setText(tr("Use this crop"));
    m_reset->setText(tr("As proposed"));
    m_retry->setText(tr("Try again"));
    showWords();
    showCandidates();
}

} // namespace likeness
