// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/tombstonedesk.h"

#include "models/sync/curecommand.h"
#include "services/sandbox/sandbox.h"

namespace likeness {

TombstoneDesk::TombstoneDesk(Organisation &organisation, const WriteMeans &means, Sandbox *sandbox)
    : m_organisation(organisation)
    , m_means(means)
    , m_sandbox(sandbox)
{
}

TombstoneDesk::~TombstoneDesk() = default;

void TombstoneDesk::setSteps(CureSteps *steps)
{
    m_steps = steps;
    connect(steps, &CureSteps::nextRequested, this, [this] {
        if (m_cure)
            m_cure->next();
    });
    connect(steps, &CureSteps::runHereRequested, this, &TombstoneDesk::runHere);
    connect(steps, &CureSteps::closeRequested, this, &TombstoneDesk::stop);
    show();
}

PhotoStore *TombstoneDesk::storeOf(SyncNode node) const
{
    return m_organisation.store(m_organisation.nodes.key(node));
}

void TombstoneDesk::begin(const Person &person, SyncNode mailbox, const Cure &cure)
{
    m_directory = storeOf(SyncNode::ActiveDirectory);
    m_mailbox = storeOf(mailbox);
    if (!m_directory || !m_mailbox)
        return;
    m_person = person;
    m_command = commandFor(cure, person.keys);
    m_seen = TombstoneCure::Step::KeepPhoto;
    m_cure = std::make_unique<TombstoneCure>(
        TombstoneCure::Case {person, *m_directory, *m_mailbox, m_organisation.id}, m_means);
    connect(m_cure.get(), &TombstoneCure::changed, this, &TombstoneDesk::follow);
    m_cure->next();
}

void TombstoneDesk::stop()
{
    m_running.reset();
    m_cure.reset();
    show();
}

void TombstoneDesk::follow()
{
    show();
    if (m_seen == m_cure->step())
        return;
    m_seen = m_cure->step();
    emit changedSomething();
}

void TombstoneDesk::show()
{
    if (!m_steps)
        return;
    if (!m_cure)
        return m_steps->setProgress(std::nullopt);
    CureProgress progress;
    progress.step = m_cure->step();
    progress.busy = m_cure->isBusy() || m_running;
    progress.stillRemembers = m_cure->stillRemembers();
    progress.settling = m_cure->isSettling();
    progress.hadPhoto = m_cure->kept().has_value() || m_cure->step() == TombstoneCure::Step::KeepPhoto;
    progress.error = m_cure->error();
    const bool atMailbox = m_cure->step() == TombstoneCure::Step::Forget;
    progress.store = (atMailbox ? m_mailbox : m_directory)->traits().title;
    progress.command = m_command;
    progress.canRunHere = m_sandbox != nullptr;
    m_steps->setProgress(progress);
}

void TombstoneDesk::runHere()
{
    if (!m_sandbox || !m_cure || m_running)
        return;
    m_running = m_sandbox->events()->clearRecord(m_person.keys.key);
    m_running->onFinished(this, [this](const Result<Done> &) {
        m_running.reset();
        m_cure->next();
    });
    m_running->start();
    show();
}

} // namespace likeness
