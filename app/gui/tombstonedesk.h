// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/sync/flowbook.h"
#include "services/session/organisation.h"
#include "services/session/tombstonecure.h"
#include "ui/sync/curesteps.h"

#include <QPointer>

namespace likeness {

class Sandbox;

/// Brings the steps of the tombstone cure on the board's page together with the session that takes them and,
/// in the sandbox, with the administrator there. Part of the BoardDesk; GUI thread.
class TombstoneDesk final : public QObject
{
    Q_OBJECT
public:
    TombstoneDesk(Organisation &organisation, const WriteMeans &means, Sandbox *sandbox);
    ~TombstoneDesk() override;

    /// The steps of the page that is shown.
    void setSteps(CureSteps *steps);
    /// Begins with the first step. Nothing happens where the organisation lacks a directory on the board or
    /// that mailbox.
    void begin(const Person &person, SyncNode mailbox, const Cure &cure);
    void stop();
    bool isOn() const { return m_cure != nullptr; }

signals:
    /// A step has changed what a store shows, or the history.
    void changedSomething();

private:
    PhotoStore *storeOf(SyncNode node) const;
    void follow();
    void show();
    void runHere();

    Organisation &m_organisation;
    const WriteMeans m_means;
    Sandbox *m_sandbox;
    QPointer<CureSteps> m_steps;
    std::unique_ptr<TombstoneCure> m_cure;
    TombstoneCure::Step m_seen = TombstoneCure::Step::KeepPhoto;
    Person m_person;
    PhotoStore *m_directory = nullptr;
    PhotoStore *m_mailbox = nullptr;
    QString m_command;
    JobPtr<Done> m_running;
};

} // namespace likeness
