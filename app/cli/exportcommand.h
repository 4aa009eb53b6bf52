// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/personcommand.h"
#include "services/session/photoexport.h"

#include <QCoreApplication>

namespace likeness {

/// `likeness-cli export FOLDER`: the photos of everybody, or of some, out of each store into a dated folder
/// with a manifest, which `restore --from` reads. Made to be run by a schedule.
class ExportCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(ExportCommand)
public:
    static CommandSpec spec();

    struct Wish
    {
        QString folder;
        QStringList people; ///< as typed; empty = everybody
        QStringList stores;
    };
    ExportCommand(const CommandContext &context, Wish wish);
    QString subject() const override { return m_wish.folder; }

private:
    void doStart() override;
    void begin(const std::shared_ptr<Workplace> &workplace);
    void findNext();
    void keep(const Person &person);
    void run();
    void report(const ExportReport &report);

    CommandContext m_context;
    const Wish m_wish;
    std::shared_ptr<Workplace> m_workplace;
    QList<PhotoStore *> m_stores;
    QList<Person> m_people;
};

/// Failures of a backup as lines for people, and for programs.
void tellFailures(const QList<BackupFailure> &failures, Output &output);
QJsonArray jsonOf(const QList<BackupFailure> &failures);

} // namespace likeness
