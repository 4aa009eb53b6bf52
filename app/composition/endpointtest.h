// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/job/job.h"
#include "services/net/clockwatch.h"
#include "services/settings/organisationfile.h"
#include "services/stores/photostore.h"

class QThreadPool;

namespace likeness {

class SecretStore;

/// *Test connection*: reaches one endpoint and signs in. Where a web server's clock is too far from this
/// machine's, that is the verdict, whatever else came of it: sign-ins fail for it and dates are wrong. The
/// references outlive the job; logic thread.
class EndpointTest final : public JobOf<QString>
{
public:
    EndpointTest(const OrganisationFile &file, const EndpointSettings &endpoint, SecretStore &secrets,
        QThreadPool &workers);

private:
    void doStart() override;
    void judge(const Result<QString> &answer);

    ServerClock m_clock; ///< first, so that it outlives the workload
    Result<std::unique_ptr<SeenWorkload>> m_workload;
};

} // namespace likeness
