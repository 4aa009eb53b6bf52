// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/net/servergates.h"

#include <algorithm>
#include <deque>

namespace likeness {

using namespace std::chrono;
using namespace Qt::StringLiterals;

class ServerGates::Gate final : public QObject, public std::enable_shared_from_this<Gate>
{
    Q_OBJECT
public:
    Gate(Pacing &pacing, Limits limits)
        : m_pacing(pacing)
        , m_limits(limits)
    {
    }

    void enter(Waiting *waiting);
    void leave(Waiting *waiting) { std::erase(m_queue, waiting); }
    void quiet(milliseconds time);

private:
    milliseconds remaining() const { return std::max(m_closedUntil - m_pacing.now(), 0ms); }
    void awaitEnd();
    void letIn();
    void release();

    Pacing &m_pacing;
    Limits m_limits;
    milliseconds m_closedUntil {};
    int m_inside = 0;
    std::deque<Waiting *> m_queue;
};

class ServerGates::Waiting final : public JobOf<Pass>
{
    Q_OBJECT
public:
    explicit Waiting(std::shared_ptr<Gate> gate)
        : m_gate(std::move(gate))
    {
    }
    void goOn(Result<Pass> pass) { finish(std::move(pass)); }

private:
    void doStart() override { m_gate->enter(this); }
    void doCancel() override { m_gate->leave(this); }

    std::shared_ptr<Gate> m_gate;
};

void ServerGates::Gate::enter(Waiting *waiting)
{
    m_queue.push_back(waiting);
    letIn();
}

void ServerGates::Gate::quiet(milliseconds time)
{
    const milliseconds until = m_pacing.now() + time;
    if (time <= 0ms || until <= m_closedUntil)
        return;
    m_closedUntil = until;
    awaitEnd();
    letIn(); // those for whom it is too long
}

void ServerGates::Gate::awaitEnd()
{
    m_pacing.after(remaining(), this, [this] {
        if (remaining() > 0ms)
            awaitEnd(); // timers may be early
        else
            letIn();
    });
}

void ServerGates::Gate::letIn()
{
    const milliseconds wait = remaining();
    const bool tooLong = wait > m_limits.longestWait;
    while (!m_queue.empty() && (tooLong || (wait == 0ms && m_inside < m_limits.atOnce))) {
        Waiting *next = m_queue.front();
        m_queue.pop_front();
        if (tooLong) {
            next->goOn(Error {Errc::Throttled, u"the server asked for quiet"_s, {}, ceil<seconds>(wait)});
            continue;
        }
        ++m_inside;
        auto pass = Pass(nullptr, [gate = weak_from_this()](void *) {
            if (const std::shared_ptr<Gate> there = gate.lock())
                there->release();
        });
        next->goOn(std::move(pass));
    }
}

void ServerGates::Gate::release()
{
    --m_inside;
    // not from inside whatever let go of its pass
    QMetaObject::invokeMethod(
        this, [this] { letIn(); }, Qt::QueuedConnection);
}

ServerGates::ServerGates(Pacing &pacing, Limits limits)
    : m_pacing(pacing)
    , m_limits(limits)
{
}

ServerGates::~ServerGates() = default;

std::shared_ptr<ServerGates::Gate> ServerGates::gateOf(const QUrl &server)
{
    const int port = server.port(server.scheme() == u"https" ? 443 : 80);
    auto &gate = m_gates[server.scheme() % u"://" % server.host() % u':' % QString::number(port)];
    if (!gate)
        gate = std::make_shared<Gate>(m_pacing, m_limits);
    return gate;
}

JobPtr<ServerGates::Pass> ServerGates::pass(const QUrl &server)
{
    return JobPtr<Pass>(new Waiting(gateOf(server)));
}

void ServerGates::quiet(const QUrl &server, milliseconds time)
{
    gateOf(server)->quiet(time);
}

} // namespace likeness

#include "servergates.moc"
