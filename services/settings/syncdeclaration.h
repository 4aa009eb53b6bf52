// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/sync/flowbook.h"
#include "models/sync/syncsettings.h"
#include "services/settings/organisationfile.h"

namespace likeness {

/// Which workload of the flows an endpoint is; nullopt = none of them, as a folder.
std::optional<SyncNode> syncNodeOf(const EndpointSettings &endpoint);

/// What the board goes by: the endpoints, and what the file declares under "sync" because no interface tells
/// (docs/organisation-file.md). Errors: BadInput, naming the field.
Result<SyncSettings> syncSettingsOf(const OrganisationFile &file);

/// The flows that ship with this build.
Result<FlowBook> shippedFlows();

} // namespace likeness
