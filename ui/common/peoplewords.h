// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/person.h"

namespace likeness {

/// Why a list of people may be without some; one sentence or two.
QString wordsFor(const PeopleNote &note);
/// Why somebody who looks like this person has a row of their own; one sentence.
QString wordsFor(const PersonDoubt &doubt);
/// In which directories the person is; empty where there is only one.
QString sourceWords(const Person &person);

} // namespace likeness
