// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/endpointtester.h"

#include "app/composition/endpointtest.h"
#include "app/composition/signinrun.h"
#include "app/gui/deskwords.h"

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
    return JobPtr<QString>(new EndpointTest(file, endpoint, m_secrets(file), m_workers));
}

JobPtr<Done> EndpointTester::signIn(const OrganisationFile &file, const EndpointSettings &endpoint)
{
    const ServerWay::World world {std::make_shared<WebHouse>(), m_secrets(file), m_workers};
    const SignInRun::Browser browser {&QDesktopServices::openUrl, signedInPage()};
    return JobPtr<Done>(new SignInRun(world, file, endpoint, browser));
}

} // namespace likeness
