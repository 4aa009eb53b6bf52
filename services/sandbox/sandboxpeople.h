// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/person.h"

#include <QImage>

namespace likeness {

/// What a store of the sandbox holds for somebody when it is new.
enum class SandboxPhoto { None, Today, Earlier, Tiny };

/// One of the people of the sandbox and the state their photos are in, so that there is something to see and
/// to mend.
struct SandboxPerson
{
    Person person;
    SandboxPhoto inDirectory = SandboxPhoto::None;
    SandboxPhoto inFolder = SandboxPhoto::None;
};

/// The dozen; the same people, by key, as resources/lab/directory/labdata.py puts into the directory.
QList<SandboxPerson> sandboxPeople();

/// The photo of somebody in that state, edge x edge pixels (Tiny: 48 whatever is asked for); null for None.
QImage sandboxPhoto(const QString &key, SandboxPhoto kind, int edge);

} // namespace likeness
