// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/composition/endpointtest.h"

#include "app/composition/organisationbuilder.h"

namespace likeness {

using namespace Qt::StringLiterals;

EndpointTest::EndpointTest(const OrganisationFile &file, const EndpointSettings &endpoint,
    SecretStore &secrets, QThreadPool &workers)
    : m_workload(builtWorkload(file, endpoint, secrets, workers, &m_clock))
{
}

void EndpointTest::doStart()
{
    if (!m_workload)
        return finish(m_workload.error());
    attempt((*m_workload)->probe(), &EndpointTest::judge);
}

void EndpointTest::judge(const Result<QString> &answer)
{
    if (!m_clock.error() || (!answer && answer.error().code == Errc::Cancelled))
        return finish(answer);
    Error verdict = *m_clock.error();
    if (!answer) {
        verdict.detail += u"; "_s + answer.error().detail;
        verdict.serverTrace = answer.error().serverTrace;
    }
    finish(verdict);
}

} // namespace likeness
