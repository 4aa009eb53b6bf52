// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/settings/connectiontester.h"

#include <functional>
#include <memory>

class QThreadPool;

namespace likeness {

class SecretStore;

/// *Test connection* and *Sign in* of the settings: builds the store an endpoint describes and asks it, or
/// opens the browser. Logic thread.
class EndpointTester final : public ConnectionTester
{
public:
    /// Which secrets hold the password of an organisation.
    using SecretsOf = std::function<SecretStore &(const OrganisationFile &)>;

    EndpointTester(SecretsOf secrets, QThreadPool &workers);
    ~EndpointTester() override;

    JobPtr<QString> test(const OrganisationFile &file, const EndpointSettings &endpoint) override;
    JobPtr<Done> signIn(const OrganisationFile &file, const EndpointSettings &endpoint) override;

private:
    SecretsOf m_secrets;
    QThreadPool &m_workers;
};

} // namespace likeness
