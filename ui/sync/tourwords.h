// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace likeness {

/// What a person reads of the tours of models/sync/tours.h, by their ids. Translated at the time of the
/// call.
struct TourWords
{
    QString title; ///< "SharePoint waits for her own visit"
    QString story; ///< what it is about, before the first step
};
TourWords wordsForTour(const QString &id);

struct TourStepWords
{
    QString button; ///< what the step does: "Upload a new photo"
    QString after; ///< what is to be seen now, and why
};
TourStepWords wordsForTourStep(const QString &id);

} // namespace likeness
