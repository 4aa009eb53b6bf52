// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ledger/ledger.h"
#include "services/session/organisation.h"

namespace likeness {

/// The photo somebody was given on purpose.
struct UploadedPhoto
{
    EncodedPhoto photo;
    QDateTime at;
};

/// Out of what the ledger knows of one person: the newest upload or restore that is known to have arrived, in
/// the largest form it was given to any store of the board (a folder feeds nobody, so what is put back there
/// says nothing of the others). nullopt = none, or a removal came after it.
Result<std::optional<UploadedPhoto>> lastUploaded(
    Ledger &ledger, const Organisation &organisation, const QString &personKey);

} // namespace likeness
