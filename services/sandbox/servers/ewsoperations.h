// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/sandbox/servers/ewsrequest.h"

namespace likeness {

// The operations of Exchange Web Services that a sandbox has, each from a request to its answer.

SandboxReply getUserPhoto(const SandboxWorld &world, const EwsRequest &request);
SandboxReply setUserPhoto(SandboxWorld &world, const EwsRequest &request);
SandboxReply resolveNames(const SandboxWorld &world, const EwsRequest &request);
SandboxReply findPeople(const SandboxWorld &world, const EwsRequest &request);

/// Attributes and first elements of a response, as ResponseMessageType has them.
QString responseStart(const QString &element, const EwsOutcome &outcome, const QString &responseClass = {});

} // namespace likeness
