// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/person.h"
#include "models/sync/finding.h"

namespace likeness {

/// "In step", "Removed on purpose".
QString wordFor(SyncState state);

/// What a person reads about a finding. Translated at the time of the call.
struct FindingWords
{
    QString facts; ///< one short line for the card: "300 px · 3 March"
    QString badge; ///< the state, with until when if it arrives: "Pending · by 14:20"
    QString cause; ///< about two sentences
    QString until; ///< when it will be right, or what has to happen first
    QString spoken; ///< the whole card as one sentence, for screen readers
};
FindingWords wordsFor(
    const Finding &finding, const SyncBoard &board, const Person &person, const QDateTime &now);

/// What a person reads about a remedy.
struct CureWords
{
    QString title; ///< "Ask Ada to open her profile page once"
    QString facts; ///< who may, and its side effects: "anyone · no side effect"
    QString command; ///< for a shell, filled in for the person; may be empty
    QString message; ///< to send to somebody; may be empty
    QString button; ///< where Likeness can do it itself; else empty
};
CureWords wordsFor(const Cure &cure, const Person &person);

/// An arrow's label: "on save · 64 px", "sync 30 min".
QString labelFor(const Flow &flow);

} // namespace likeness
