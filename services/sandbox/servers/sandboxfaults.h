// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/sandbox/servers/sandboxservers.h"

#include <deque>

namespace likeness {

/// What goes wrong next, and what has arrived. Any thread.
class SandboxFaults final
{
public:
    void add(SandboxService service, const SandboxFault &fault);
    void clear();
    QList<RecordedRequest> requests() const;
    void forget();

    /// Records the request, and answers it by `handle` or by the fault that is due.
    SandboxReply answered(
        SandboxService service, const SandboxRequest &request, const HttpHost::Handler &handle);

private:
    std::optional<SandboxFault> taken(SandboxService service, const SandboxRequest &request);
    void record(const RecordedRequest &request);

    mutable std::mutex m_lock; // guards what follows
    QList<std::pair<SandboxService, SandboxFault>> m_faults;
    std::deque<RecordedRequest> m_requests;
    qsizetype m_recordedBytes = 0;
};

/// What a service answers to somebody it does not know.
SandboxReply unauthorisedReply(SandboxService service, const SandboxRequest &request = {});

} // namespace likeness
