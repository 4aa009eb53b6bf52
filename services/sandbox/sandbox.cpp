// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/sandbox.h"

#include "services/job/workerjob.h"
#include "services/sandbox/sandboxorganisation.h"
#include "services/sandbox/servers/sandboxstate.h"

#include <QTimeZone>
#include <QTimer>

namespace likeness {

using namespace Qt::StringLiterals;

/// Draws the people, starts the directory and the servers, keeps their secrets, and describes it all in an
/// organisation file.
class Sandbox::StartJob final : public JobOf<SandboxParts>
{
public:
    explicit StartJob(Sandbox &sandbox)
        : m_sandbox(sandbox)
        , m_parts {.paths = sandbox.m_paths}
    {
    }

private:
    void doStart() override
    {
        if (m_sandbox.m_temporary && !m_sandbox.m_temporary->isValid())
            return finish(Error {Errc::Local, m_sandbox.m_temporary->errorString()});
        emit m_sandbox.stepChanged(SandboxStep::DrawingPeople);
        step(runInWorker<Done>(m_sandbox.m_workers,
                 [paths = m_parts.paths, others = m_sandbox.m_others](
                     std::stop_token stop) { return makeSandboxFiles(paths, others, stop); }),
            &StartJob::startDirectory);
    }
    void startDirectory(const Done &)
    {
        emit m_sandbox.stepChanged(SandboxStep::StartingDirectory);
        attempt(m_sandbox.m_lab.start(m_parts.paths.directory(), m_parts.paths.directoryPhotos()),
            &StartJob::drawWorld);
    }
    void drawWorld(const Result<QJsonObject> &lab)
    {
        if (lab)
            m_parts.lab = *lab;
        else
            m_parts.noDirectory = lab.error();
        emit m_sandbox.stepChanged(SandboxStep::StartingServers);
        using World = std::shared_ptr<SandboxWorld>;
        SandboxWorld::AskDirectory ask;
        if (lab)
            ask = [feed = &m_sandbox.m_feed](const QString &key) { return feed->ask(key); };
        const auto tell = [feed = &m_sandbox.m_feed](
                              const QString &key, const QByteArray &jpeg) { feed->tell(key, jpeg); };
        step(runInWorker<World>(m_sandbox.m_workers,
                 [tell, ask, others = m_sandbox.m_others](std::stop_token) -> Result<World> {
                     auto world = std::make_shared<SandboxWorld>(tell, ask, others);
                     fillSandboxWorld(*world);
                     return world;
                 }),
            &StartJob::startServers);
    }
    void startServers(const std::shared_ptr<SandboxWorld> &world)
    {
        const Result<Done> started = m_sandbox.startServers(world, m_parts);
        if (!started)
            return finish(started.error());
        if (!m_sandbox.m_state)
            return beginEvents({});
        // on a worker: what goes into the directory goes there by way of this thread
        step(runInWorker<Done>(m_sandbox.m_workers,
                 [world, state = *m_sandbox.m_state](
                     std::stop_token) { return applySandboxState(*world, state.json, state.base); }),
            &StartJob::beginEvents);
    }
    void beginEvents(const Done &)
    {
        // a directory tells whole seconds: what it was given so far is to be told from what comes
        const QDateTime now = QDateTime::currentDateTimeUtc();
        m_sandbox.m_begun = QDateTime::fromSecsSinceEpoch(now.toSecsSinceEpoch() + 1, QTimeZone::utc());
        step(m_sandbox.m_events->begin(), &StartJob::describe);
    }
    void describe(const Done &)
    {
        m_file = sandboxOrganisation(m_parts);
        m_file.sandboxBegun = m_sandbox.m_begun;
        m_endpoints = m_file.endpoints;
        keepSecrets({});
    }
    void keepSecrets(const Done &)
    {
        while (!m_endpoints.isEmpty()) {
            const EndpointSettings endpoint = m_endpoints.takeFirst();
            const bool asksToken = endpoint.signIn == EndpointSettings::SignIn::OAuth;
            if (asksToken || endpoint.asksPassword())
                return step(m_sandbox.m_secrets.save(
                                endpoint.secretKey(), asksToken ? m_sandbox.freshToken() : m_parts.password),
                    &StartJob::keepSecrets);
        }
        const Result<Done> written = m_file.save(m_parts.paths.organisationFile());
        if (!written)
            return finish(written.error());
        const qint64 left = QDateTime::currentDateTimeUtc().msecsTo(m_sandbox.m_begun);
        QTimer::singleShot(std::max<qint64>(left, 0), this, [this] {
            emit m_sandbox.stepChanged(SandboxStep::Ready);
            finish(m_parts);
        });
    }

    Sandbox &m_sandbox;
    SandboxParts m_parts;
    OrganisationFile m_file;
    QList<EndpointSettings> m_endpoints; ///< whose secret is still to be kept
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

/// The servers' threads may be waiting for this one.
Sandbox::~Sandbox()
{
    m_feed.stop();
}

/// The directory's password is that of all servers, as in a real organisation.
Result<Done> Sandbox::startServers(const std::shared_ptr<SandboxWorld> &world, SandboxParts &parts)
{
    SandboxAccount account = world->helpdesk();
    if (!parts.lab.isEmpty()) {
        account.password = sandboxAccount(parts.lab)["password"_L1].toString().toUtf8();
        world->setAccount(account);
        m_feed.setDirectory(sandboxDirectoryStore(parts.lab));
    }
    m_world = world;
    m_events = std::make_unique<SandboxEvents>(m_world, m_workers);
    m_servers = std::make_unique<SandboxServers>(*m_world, m_paths.root);
    const Result<SandboxAddresses> addresses = m_servers->start();
    if (!addresses)
        return addresses.error();
    parts.servers = *addresses;
    parts.password = account.password;
    return Done {};
}

QDateTime Sandbox::directoryTime(const QString &key, const QDateTime &real) const
{
    if (!m_world)
        return real;
    return isFromBefore(real, m_begun) ? initialPhotoTime(key, m_begun) : m_world->clock().at(real);
}

QByteArray Sandbox::freshToken() const
{
    return m_servers->refreshToken(m_world->helpdesk().upn, sandboxClientId(), sandboxScope());
}

QJsonArray Sandbox::freshTokens(int count) const
{
    QJsonArray tokens;
    for (int i = 0; i < count; ++i)
        tokens.append(QString::fromUtf8(freshToken()));
    return tokens;
}

JobPtr<SandboxParts> Sandbox::start()
{
    return JobPtr<SandboxParts>(new StartJob(*this));
}

} // namespace likeness
