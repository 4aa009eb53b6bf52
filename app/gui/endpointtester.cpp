// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/endpointtester.h"

#include "app/composition/organisationbuilder.h"
#include "app/composition/signinrun.h"
#include "app/gui/deskwords.h"
#include "services/job/readyjob.h"

#include <QDesktopServices>

namespace likeness {
EndpointTester::EndpointTester(SecretsOf secrets, QThreadPool &workers)
    : m_secrets(std::move(secrets))
    , m_workers(workers)
{
}

EndpointTester::~EndpointTester() = default;

JobPtr<QString> EndpointTester::test(const OrganisationFile &file, const EndpointSettings &endpoint)
{
    Result<std::unique_ptr<PhotoStore>> store = builtStore(file, endpoint, m_secrets(file), m_workers);
    if (!store)
        return readyJob<QString>(store.error());
    m_store = *std::move(store);
    return m_store->probe();
}

JobPtr<Done> EndpointTester::signIn(const OrganisationFile &file, const EndpointSettings &endpoint)
{
    const ServerWay::World world {std::make_shared<WebHouse>(), m_secrets(file), m_workers};
    const SignInRun::Browser browser {&QDesktopServices::openUrl, signedInPage()};
    return JobPtr<Done>(new SignInRun(world, file, endpoint, browser));
}

} // namespace likeness
