// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/person.h"

#include <QImage>
#include <optional>

namespace likeness {

/// What a store of the sandbox holds for somebody when it is new.
/// Removed: on purpose, which Exchange remembers; elsewhere as None.
enum class SandboxPhoto { None, Today, Earlier, Tiny, Removed };

/// One of the people of the sandbox and the state their photos are in, so that there is something to see and
/// to mend.
struct SandboxPerson
{
    Person person;
    SandboxPhoto inDirectory = SandboxPhoto::None;
    SandboxPhoto inFolder = SandboxPhoto::None;
    SandboxPhoto inMailbox = SandboxPhoto::None;
    SandboxPhoto inCloud = SandboxPhoto::None;
    SandboxPhoto inSharePoint = SandboxPhoto::None;
    SandboxPhoto onTheWeb = SandboxPhoto::None; ///< for everybody
};

/// As the tests and state files spell it: "none", "today", "earlier", "tiny", "removed".
std::optional<SandboxPhoto> sandboxPhotoNamed(const QString &name);

/// The dozen; the same people, by key, as resources/lab/directory/labdata.py puts into the directory.
QList<SandboxPerson> sandboxPeople();

/// So many more who do not exist either, always the same, without photos: for trying bulk work. Each has an
/// employee number; of those beyond 480 some bear the name of another.
QList<Person> sandboxCrowd(int count);

/// The photo of somebody in that state, edge x edge pixels (Tiny: 48 whatever is asked for); null for None
/// and Removed.
QImage sandboxPhoto(const QString &key, SandboxPhoto kind, int edge);

} // namespace likeness
