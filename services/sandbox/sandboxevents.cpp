// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/sandboxevents.h"

#include "services/job/workerjob.h"
#include "services/sandbox/servers/sharepointserver.h"

namespace likeness {

/// What the jobs of the organisation remember from one run to the next.
struct SandboxEvents::State
{
    std::mutex lock; // guards what follows
    QMap<QString, QByteArray> carried; ///< directory photos as of the last synchronisation, by key
    QDateTime synced;
};

namespace {

constexpr std::chrono::minutes directorySyncCycle {30};

QMap<QString, QByteArray> directoryPhotosOf(const SandboxWorld &world)
{
    QMap<QString, QByteArray> photos;
    for (const Person &person : world.people()) {
        if (const auto photo = world.directoryPhoto(person.keys.key))
            photos.insert(person.keys.key, *photo);
    }
    return photos;
}

/// Carries what has changed since the last time. A removal is not carried: the cloud keeps what it has.
void syncNow(SandboxWorld &world, QMap<QString, QByteArray> &carried, QDateTime &synced)
{
    const QMap<QString, QByteArray> photos = directoryPhotosOf(world);
    const bool allowed = world.settings().photoSource != "cloud";
    for (auto each = photos.begin(); allowed && each != photos.end(); ++each) {
        if (carried.value(each.key()) != each.value())
            world.setCloudPhoto(each.key(), each.value());
    }
    carried = photos;
    synced = world.clock().now();
}

} // namespace

SandboxEvents::SandboxEvents(std::shared_ptr<SandboxWorld> world, QThreadPool &workers)
    : m_world(std::move(world))
    , m_state(std::make_shared<State>())
    , m_workers(workers)
{
}

SandboxEvents::~SandboxEvents() = default;

JobPtr<Done> SandboxEvents::run(std::function<void(SandboxWorld &, State &)> event)
{
    return runInWorker<Done>(m_workers,
        [world = m_world, state = m_state, event = std::move(event)](std::stop_token) -> Result<Done> {
            const std::scoped_lock locked(state->lock);
            event(*world, *state);
            return Done {};
        });
}

JobPtr<Done> SandboxEvents::begin()
{
    return run([](SandboxWorld &world, State &state) {
        state.carried = directoryPhotosOf(world);
        state.synced = world.clock().now();
    });
}

JobPtr<Done> SandboxEvents::advance(std::chrono::minutes by)
{
    return run([by](SandboxWorld &world, State &state) {
        world.clock().advance(by);
        const QDateTime due = state.synced.addSecs(std::chrono::seconds(directorySyncCycle).count());
        if (world.clock().now() >= due)
            syncNow(world, state.carried, state.synced);
    });
}

JobPtr<Done> SandboxEvents::openProfile(const QString &key)
{
    return run([key](SandboxWorld &world, State &) { pullFromExchange(world, key); });
}

JobPtr<Done> SandboxEvents::deleteInOutlook(const QString &key)
{
    return run([key](SandboxWorld &world, State &) { world.removeInExchange(key); });
}

JobPtr<Done> SandboxEvents::syncDirectory()
{
    return run([](SandboxWorld &world, State &state) { syncNow(world, state.carried, state.synced); });
}

JobPtr<Done> SandboxEvents::clearRecord(const QString &key)
{
    return run([key](SandboxWorld &world, State &) { world.clearRecordInExchange(key); });
}

JobPtr<Done> SandboxEvents::exportProfile(const QString &key)
{
    return run([key](SandboxWorld &world, State &) {
        if (const auto large = world.sharePointPhoto(key, 'L'))
            world.setDirectoryPhoto(key, *large);
    });
}

} // namespace likeness
