// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "app/cli/workplace.h"

#include <QCoreApplication>

namespace likeness {

/// `likeness-cli history --export FILE`: everything that was written, or a part of it, as CSV or JSON.
class AuditCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(AuditCommand)
public:
    static void describe(QCommandLineParser &parser);
    /// Errors: BadInput.
    static Result<CommandPtr> make(const QCommandLineParser &parser, const CommandContext &context);

    AuditCommand(const CommandContext &context, AuditFilter filter, const QString &file);
    QString subject() const override { return m_file; }

private:
    void doStart() override;
    void settle(const std::shared_ptr<Workplace> &workplace);
    void write(const QList<LedgerEntry> &settled);
    void tell(const qint64 &entries);

    CommandContext m_context;
    AuditFilter m_filter;
    const QString m_file;
    std::shared_ptr<Workplace> m_workplace;
};

} // namespace likeness
