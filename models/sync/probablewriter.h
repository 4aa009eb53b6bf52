// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSize>
#include <optional>

namespace likeness {

/// Who probably wrote the photo in a directory, by its pixels alone: nothing in the file says it, so it is
/// only ever shown as "probably".
enum class ProbableWriter {
    Exchange, ///< 48 (early 2013) or 64, written back on every save to a mailbox
    AdminTool, ///< 96, as administrators are told to import
    SharePoint2010, ///< the large thumbnail: within 144, the ratio kept
    SharePoint2013, ///< the large thumbnail: 300
    DirectoryUpdate, ///< 128
    AdaxesScript, ///< 80
    Script
};

/// Nothing for an empty size.
std::optional<ProbableWriter> probableWriter(QSize pixelsInDirectory);

} // namespace likeness
