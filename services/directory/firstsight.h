// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/directory/directory.h"

#include <memory>

namespace likeness {

/// Looks people of further directories up in the first one, by UPN and then by mail address: as the first
/// describes those of them it knows, each once. Whom it cannot say anything about it does not know, and who
/// only shares an address (models/people/mergepeople.h) is somebody else.
JobPtr<QList<Person>> knownToFirst(
    const std::shared_ptr<Directory> &first, const QString &title, const QList<Person> &people);

} // namespace likeness
