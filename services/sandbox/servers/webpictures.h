// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/sandbox/servers/sandboxreplies.h"

namespace likeness {

/// GET /pictures/KEY.jpg, for everybody, as an ordinary web server answers: with an ETag and Last-Modified,
/// 304 where the client has it already, 404 where there is none; nothing can be written.
SandboxReply webPictureReply(const SandboxWorld &world, const SandboxRequest &request);

} // namespace likeness
