// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/endpointtester.h"

#include "app/composition/organisationbuilder.h"
#include "app/composition/signinrun.h"
#include "app/gui/deskwords.h"

#include <QDesktopServices>

namespace likeness {
namespace {

/// A failure that was known before anything was asked.
class FailedProbe final : public JobOf<QString>
{
public:
    explicit FailedProbe(Error error)
        : m_error(std::move(error))
    {
    }

private:
    void doStart() override { finish(m_error); }
    Error m_error;
};

} // namespace

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
        return JobPtr<QString>(new FailedProbe(store.error()));
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
