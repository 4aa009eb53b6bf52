// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/boardtime.h"

#include "services/sandbox/sandbox.h"
#include "services/sandbox/servers/sandboxstate.h"

namespace likeness {

void goBySandboxClock(BoardParts &parts, const Sandbox &sandbox)
{
    parts.now = [&sandbox] { return sandbox.world()->clock().now(); };
    parts.localTime = [&sandbox](const QDateTime &real) { return sandbox.world()->clock().at(real); };
    parts.directoryTime = [&sandbox](const PersonKeys &person, const QDateTime &real) {
        return sandbox.directoryTime(person.key, real);
    };
}

void goBySandboxBeginning(BoardParts &parts, const std::optional<QDateTime> &begun)
{
    if (!begun)
        return;
    parts.directoryTime = [began = *begun](const PersonKeys &person, const QDateTime &real) {
        return isFromBefore(real, began) ? initialPhotoTime(person.key, began) : real;
    };
}

} // namespace likeness
