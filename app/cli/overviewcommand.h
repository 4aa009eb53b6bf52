// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command.h"
#include "app/cli/workplace.h"
#include "models/sync/standing.h"

#include <QCoreApplication>

namespace likeness {

struct OverviewScope;

/// `likeness-cli overview`: how everybody stood when they were scanned last, as counts, a list, and reports.
class OverviewCommand final : public Command
{
    Q_DECLARE_TR_FUNCTIONS(OverviewCommand)
public:
    struct Wish
    {
        QString workload; ///< empty = overall
        StandingsFilter filter;
        int limit = 50;
        QString csvFile;
        QString htmlFile;
    };
    static CommandSpec spec();

    OverviewCommand(const CommandContext &context, const Wish &wish);
    QString subject() const override { return m_subject; }

private:
    static Result<Wish> wishIn(const QCommandLineParser &parser);
    void doStart() override;
    void report(const std::shared_ptr<Workplace> &workplace);
    Result<Done> writeFiles(const OverviewScope &scope);
    void tellCounts(const StateCounts &counts);
    void tellPeople(const QList<Standing> &people);

    CommandContext m_context;
    Wish m_wish;
    QString m_subject;
    std::shared_ptr<Workplace> m_workplace;
};

} // namespace likeness
