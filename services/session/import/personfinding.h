// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/import/namepattern.h"
#include "services/directory/directory.h"

namespace likeness {

/// Whom a name leads to: nobody, one person, or several it fits equally well. The readings are tried in their
/// order until one fits somebody; whatever the directory offers is held against the reading, so that a
/// beginning of a name is never enough. `directory` may be null: then people are named by key only. Outlived
/// by the directory. Errors: the directory's, but not NotFound and Ambiguous.
JobPtr<QList<Person>> findPeople(Directory *directory, const QList<NameReading> &readings);

} // namespace likeness
