// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/job/job.h"
#include "services/settings/organisationfile.h"

namespace likeness {

/// Reaches one endpoint as it is in the form and signs in, nothing else. The settings do not know concrete
/// stores, so the composition root brings this.
class ConnectionTester
{
public:
    virtual ~ConnectionTester() = default;
    /// The text is English, for Details.
    virtual JobPtr<QString> test(const OrganisationFile &file, const EndpointSettings &endpoint) = 0;
    /// Opens the system's browser and waits for the person to sign in there; what comes of it is kept.
    virtual JobPtr<Done> signIn(const OrganisationFile &file, const EndpointSettings &endpoint) = 0;
};

} // namespace likeness
