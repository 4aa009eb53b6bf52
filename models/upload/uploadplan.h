// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/error.h"
#include "models/base/workload.h"
#include "models/photo/encodedphoto.h"
#include "models/photo/photosize.h"

#include <QList>
#include <optional>

namespace likeness {

enum class WriteRight { Yes, No, Unknown };

/// What is known of one store before anything is written.
struct StoreOffer
{
    StoreId store;
    QString title; ///< "Active Directory"
    PhotoSize writes = PhotoSize::largest();
    qsizetype byteBudget = 0;
    qsizetype byteLimit = 0;
    WriteRight right = WriteRight::Unknown;
    std::optional<Error> forbidden {}; ///< by policy, and why; `right` is No then
    bool readOnly = false; ///< nobody can write there by any interface; `right` is No then
    QString place {}; ///< where somebody else can put the photo, empty = unknown
    bool currentKnown = false; ///< `current` has been read; before that nothing can be written
    std::optional<EncodedPhoto> current {};
    std::optional<Error> unreadable {}; ///< why the store could not be read
    std::optional<EncodedPhoto> planned {}; ///< the rendition that would be written, encoded
    bool showsPlanned = false; ///< the store makes its own file, and that shows `planned`, at no smaller size
    int plannedQuality = 0;
    std::optional<Error> unplannable {}; ///< why no rendition could be made for this store
    bool chosen = true;
};

/// Whether a store that makes its own files holds a photo about as large as what it would be given: it may
/// keep sizes of its own, such as the 300 px of SharePoint.
bool isAsLarge(const EncodedPhoto &held, const EncodedPhoto &given);

/// Sentences for the plan; the words are in ui/common.
enum class PlanWarning {
    ReadOnlyStore, ///< no program can write there
    CropEnlarged, ///< the crop has fewer pixels than the largest size written
    ForbiddenByPolicy, ///< an administrator does not want it
    CannotWrite, ///< the person may not write there
    StoreUnreachable,
    AlreadyThere, ///< the same photo is there now
    NothingFits, ///< no acceptable quality meets the budget, or the store's limit is smaller
};

struct PlanStep
{
    StoreId store;
    int number = 0; ///< 1-based place among the steps that write; 0 = not part of the upload
    bool writes = false; ///< chosen, allowed, its current photo known and another one than the planned
    QList<PlanWarning> warnings; ///< in the order of the enum
};

/// In the order of writing: Exchange first (its save replaces the directory photo, which is therefore written
/// again even where it was right), the directory last
/// (docs/protocols). Pure; the table tests/models/tst_uploadplan.cpp is its specification.
struct UploadPlan
{
    QList<PlanStep> steps;
};
/// Whether `a` has to be written before `b`.
bool isWrittenBefore(const StoreId &a, const StoreId &b);
UploadPlan planUpload(const QList<StoreOffer> &offers, int cropEdge);

} // namespace likeness
