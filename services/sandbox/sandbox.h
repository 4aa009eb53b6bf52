// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/sandbox/directoryfeed.h"
#include "services/sandbox/labprocess.h"
#include "services/sandbox/sandboxevents.h"
#include "services/sandbox/sandboxfiles.h"
#include "services/sandbox/servers/sandboxservers.h"
#include "services/secrets/secretstore.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <optional>

class QThreadPool;

namespace likeness {

/// What a running sandbox consists of.
struct SandboxParts
{
    SandboxPaths paths;
    QJsonObject
        lab {}; ///< the directory's own description (URLs, CA file, accounts); empty when it does not run
    std::optional<Error> noDirectory {}; ///< why it does not: Unsupported = Samba is not installed
    SandboxAddresses servers {}; ///< Exchange, Microsoft 365, SharePoint
    QByteArray password {}; ///< of the account the sandbox signs in with; good for nothing else
};

/// Who is to have which photo where when the sandbox starts: JSON of services/sandbox/servers/sandboxstate.h,
/// and where its relative paths begin.
struct SandboxState
{
    QByteArray json;
    QString base;
};

/// What a sandbox that starts is busy with; provisioning a new directory takes a few seconds.
enum class SandboxStep { DrawingPeople, StartingDirectory, StartingServers, Ready };

/// The built-in organisation: a dozen people who do not exist, a folder with photos, servers on loopback that
/// speak as Exchange, Microsoft 365 and SharePoint do and, where Samba is installed, a real Active Directory,
/// described by an organisation file like any other. Owned by the composition root, logic thread; what was
/// started ends with it.
class Sandbox final : public QObject
{
    Q_OBJECT
public:
    /// `directory` is made or, if it holds a sandbox, taken up again (the photos of the servers begin anew
    /// each time); empty = a temporary one that goes away with this object. The account's secrets go into
    /// `secrets`.
    Sandbox(const QString &directory, SecretStore &secrets, QThreadPool &workers, QObject *parent = nullptr);
    ~Sandbox() override;

    /// Before start(), which then fails with BadInput where the state is not understood.
    void setState(const SandboxState &state) { m_state = state; }
    /// How many people there are beside the dozen; in the directory itself they are not. Before start().
    void setOthers(int count) { m_others = count; }
    /// Called once. A directory that does not start is no failure: the sandbox then has a folder only.
    JobPtr<SandboxParts> start();
    const SandboxPaths &paths() const { return m_paths; }
    /// Null before it runs.
    SandboxWorld *world() const { return m_world.get(); }
    SandboxEvents *events() const { return m_events.get(); }
    /// By the sandbox's clock: when the directory, which knows real time only, says that a photo of its came
    /// to be there. What it held from the start is as old as in all other stores.
    QDateTime directoryTime(const QString &key, const QDateTime &real) const;
    /// Sign-ins to Microsoft 365 for other programs: refresh tokens, independent of each other.
    QJsonArray freshTokens(int count) const;

signals:
    void stepChanged(likeness::SandboxStep step);

private:
    class StartJob;

    QByteArray freshToken() const;
    Result<Done> startServers(const std::shared_ptr<SandboxWorld> &world, SandboxParts &parts);

    std::optional<QTemporaryDir> m_temporary;
    std::optional<SandboxState> m_state;
    int m_others = 0;
    SandboxPaths m_paths;
    SecretStore &m_secrets;
    QThreadPool &m_workers;
    LabProcess m_lab;
    DirectoryFeed m_feed;
    std::shared_ptr<SandboxWorld> m_world;
    std::unique_ptr<SandboxServers> m_servers;
    std::unique_ptr<SandboxEvents> m_events;
    QDateTime m_begun; ///< real time; directory photos from before are those it was made with
};

} // namespace likeness
