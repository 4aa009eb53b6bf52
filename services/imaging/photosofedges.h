// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"
#include "models/photo/encodedphoto.h"

#include <QList>
#include <stop_token>

namespace likeness {

/// A photo once more at each of the edges: the longest side becomes so many pixels, proportions are kept,
/// also where that enlarges; what has that size already stays as it is, to the byte. For stores that keep
/// several files of sizes of their own. Any thread, stoppable. Errors: those of openPicture(), Cancelled.
Result<QList<EncodedPhoto>> photosOfEdges(
    const EncodedPhoto &photo, const QList<int> &edges, std::stop_token stop = {});

} // namespace likeness
