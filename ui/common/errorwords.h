// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/error.h"
#include "models/upload/uploadplan.h"
#include "services/imaging/picture.h"

#include <QStringList>

namespace likeness {

/// What a person reads about a failure: what happened, why, and what to do about it. Translated at the time
/// of the call, so a screen that stays asks again when the language changes.
struct ErrorWords
{
    QString title; ///< a short sentence without a full stop: "Your password has expired"
    QString explanation; ///< one sentence
    QString advice; ///< what to do; may be empty

    QString sentences() const; ///< explanation and advice
};

/// `where` is the title of the store or the name of the picture the error is about ("Active Directory",
/// "IMG_2041.jpg").
ErrorWords wordsFor(const Error &error, const QString &where);

/// What to know of a picture that opened; one sentence a note, nothing for notes of no consequence.
QStringList wordsFor(PictureNotes notes);

/// One sentence a warning of the upload plan; `offer` tells the store and, where it could not be read, why.
QString wordsFor(PlanWarning warning, const StoreOffer &offer, int cropEdge);

} // namespace likeness
