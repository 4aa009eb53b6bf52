// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/result.h"

#include <QString>
#include <stop_token>

namespace likeness {

/// Where the parts of a sandbox are, below its directory.
struct SandboxPaths
{
    QString root;

    QString organisationFile() const;
    QString folderStore() const; ///< people.csv and KEY.jpg
    QString pictures() const; ///< source pictures to open and crop
    QString directory() const; ///< the lab's own
    QString directoryPhotos() const; ///< what the directory is filled with
};

/// Draws and writes everything of a new sandbox that is files: the folder store, the directory's first
/// photos, the source pictures. A sandbox that has them is left as it is. Any thread. Errors: Local,
/// Cancelled. `others` are how many people there are beside the dozen; they have no photos.
Result<Done> makeSandboxFiles(const SandboxPaths &paths, int others, std::stop_token stop);

} // namespace likeness
