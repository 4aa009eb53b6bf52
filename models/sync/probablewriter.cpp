// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/probablewriter.h"

#include <algorithm>

namespace likeness {

std::optional<ProbableWriter> probableWriter(QSize pixelsInDirectory)
{
    if (pixelsInDirectory.isEmpty())
        return {};
    const int edge = std::max(pixelsInDirectory.width(), pixelsInDirectory.height());
    if (pixelsInDirectory.width() != pixelsInDirectory.height())
        return edge <= 144 ? ProbableWriter::SharePoint2010 : ProbableWriter::Script;
    switch (edge) {
    case 48:
    case 64:
        return ProbableWriter::Exchange;
    case 80:
        return ProbableWriter::AdaxesScript;
    case 96:
        return ProbableWriter::AdminTool;
    case 128:
        return ProbableWriter::DirectoryUpdate;
    case 300:
        return ProbableWriter::SharePoint2013;
    default:
        return ProbableWriter::Script;
    }
}

} // namespace likeness
