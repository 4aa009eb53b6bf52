// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <optional>

namespace likeness {

/// "<key>.jpg", made safe on every file system: what is unsafe (separators, controls, leading dots, trailing
/// dots and blanks, names Windows reserves) is percent-encoded, so that two keys never share a file and no
/// key leaves the folder. nullopt when the key is empty or its name would be longer than file systems take.
std::optional<QString> photoFileName(const QString &key);

} // namespace likeness
