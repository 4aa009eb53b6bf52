// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/job/job.h"
#include "services/net/pacing.h"

#include <QString>
#include <QUrl>
#include <map>
#include <memory>

namespace likeness {

/// One gate for each server (scheme, host, port), shared by everything that talks to it: so many requests at
/// once, the others in the order they came; and none at all while the server wants quiet. Owned by the
/// composition root, logic thread, outlives the jobs.
class ServerGates final
{
public:
    struct Limits
    {
        int atOnce = 4;
        std::chrono::seconds longestWait {120}; ///< who would have to wait longer gets Throttled at once
    };

    ServerGates(Pacing &pacing, Limits limits);
    ~ServerGates();
    Q_DISABLE_COPY_MOVE(ServerGates)

    /// Held while a request is under way; letting go of it lets the next one in.
    using Pass = std::shared_ptr<void>;
    JobPtr<Pass> pass(const QUrl &server);
    /// Nobody goes to that server for so long.
    void quiet(const QUrl &server, std::chrono::milliseconds time);

private:
    class Gate;
    class Waiting;
    std::shared_ptr<Gate> gateOf(const QUrl &server);

    Pacing &m_pacing;
    Limits m_limits;
    std::map<QString, std::shared_ptr<Gate>> m_gates;
};

} // namespace likeness
