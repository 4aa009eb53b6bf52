// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/person.h"
#include "models/sync/finding.h"

namespace likeness {

/// Why a workload stands as it does, in about two sentences; the part of findingwords.h that is long.
QString causeSentence(const Finding &finding, const SyncBoard &board, const Person &person);

/// What to call somebody in a sentence: the given name, else the whole name, else the key.
QString calledName(const Person &person);
/// "3 March", with the year where it is not this one; today and yesterday by their names.
QString dayWords(const QDateTime &time, const QDateTime &now);
/// The same with the time of day where it is near: "today 09:12", "Sat 14:20", "3 March".
QString momentWords(const QDateTime &time, const QDateTime &now);

} // namespace likeness
