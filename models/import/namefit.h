// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/import/namepattern.h"
#include "models/people/person.h"

namespace likeness {

/// Whether everything a name says is so of the person, without regard to letter case and accents.
bool fits(const Person &person, const NameReading &reading);

/// What a list may call somebody by: an address, an account, an employee number or a name.
QList<NameReading> readingsOfName(const QString &name);

} // namespace likeness
