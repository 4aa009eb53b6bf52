// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/sandbox.h"

#include "services/job/workerjob.h"
#include "services/sandbox/sandboxorganisation.h"

namespace likeness {

using namespace Qt::StringLiterals;

/// Draws the people, starts the directory, keeps its password, and describes it all in an organisation file.
class Sandbox::StartJob final : public JobOf<SandboxParts>
{
public:
    explicit StartJob(Sandbox &sandbox)
        : m_sandbox(sandbox)
        , m_parts {sandbox.m_paths, {}, {}}
    {
    }

private:
    void doStart() override
    {
        if (m_sandbox.m_temporary && !m_sandbox.m_temporary->isValid())
            return finish(Error {Errc::Local, m_sandbox.m_temporary->errorString()});
        emit m_sandbox.stepChanged(SandboxStep::DrawingPeople);
        step(runInWorker<Done>(m_sandbox.m_workers,
                 [paths = m_parts.paths](std::stop_token stop) { return makeSandboxFiles(paths, stop); }),
            &StartJob::startDirectory);
    }
    void startDirectory(const Done &)
    {
        emit m_sandbox.stepChanged(SandboxStep::StartingDirectory);
        attempt(m_sandbox.m_lab.start(m_parts.paths.directory(), m_parts.paths.directoryPhotos()),
            &StartJob::keepPassword);
    }
    void keepPassword(const Result<QJsonObject> &lab)
    {
        if (!lab) {
            m_parts.noDirectory = lab.error();
            return describe({});
        }
        m_parts.lab = *lab;
        const QByteArray password = sandboxAccount(m_parts.lab)["password"_L1].toString().toUtf8();
        step(m_sandbox.m_secrets.save(sandboxSecretKey(m_parts.lab), password), &StartJob::describe);
    }
    void describe(const Done &)
    {
        const Result<Done> written = writeSandboxOrganisation(m_parts);
        if (!written)
            return finish(written.error());
        emit m_sandbox.stepChanged(SandboxStep::Ready);
        finish(m_parts);
    }

    Sandbox &m_sandbox;
    SandboxParts m_parts;
};

Sandbox::Sandbox(const QString &directory, SecretStore &secrets, QThreadPool &workers, QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_workers(workers)
{
    if (directory.isEmpty())
        m_temporary.emplace();
    m_paths.root = m_temporary ? m_temporary->path() : directory;
}

Sandbox::~Sandbox() = default;

JobPtr<SandboxParts> Sandbox::start()
{
    return JobPtr<SandboxParts>(new StartJob(*this));
}

} // namespace likeness
