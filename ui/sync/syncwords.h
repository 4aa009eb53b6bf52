// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/sync/finding.h"

namespace likeness {

/// "another picture", "the same picture"
QString wordFor(Likeness likeness);
/// "Microsoft", "a field report": where a rule is from, or how sure it is
QString wordFor(Confidence confidence);
/// "Sources disagree: 48 px (TechNet, 2014); 64 px (field report)", empty when they do not.
QString disputesOf(const Finding &finding, const FlowBook &book);
/// "rule F08 · Microsoft", empty when none was needed.
QString ruleOf(const Finding &finding);
/// "18 min", "5 h", "3 d": until then, rounded up; empty when it has passed.
QString timeLeft(const QDateTime &until, const QDateTime &now);
/// "seen 12 s ago"
QString seenWords(const QDateTime &seen, const QDateTime &now);

} // namespace likeness
