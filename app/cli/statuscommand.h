// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/personcommand.h"
#include "app/cli/statusanswer.h"
#include "services/net/pacing.h"
#include "services/session/boardsession.h"

#include <QMap>

namespace likeness {

/// `likeness-cli status PERSON`: the sync board for the terminal; with --watch until nothing more comes.
class StatusCommand final : public PersonCommand
{
    Q_DECLARE_TR_FUNCTIONS(StatusCommand)
public:
    static CommandSpec spec();

    enum class Mode { Once, Watch };
    StatusCommand(const CommandContext &context, const QString &person, QStringList workloads, Mode mode);

private:
    /// What is compared from one look to the next.
    struct Told
    {
        SyncState state = SyncState::Unknown;
        QString sha256;

        bool operator==(const Told &) const = default;
    };

    void begin() override;
    void doCancel() override;
    bool settlesFirst() const override { return true; } ///< what was uploaded is what all are compared with
    Result<QList<SyncNode>> chosenNodes() const;
    void makeSession();
    void looked();
    void tellAll();
    void tellChanges();
    void tellNextLook();
    void end(WatchEnd end);
    StatusAnswer answerNow() const;
    void keepTold(const QList<Finding> &findings);

    const QStringList m_workloads;
    const Mode m_mode;
    QList<SyncNode> m_nodes;
    FlowBook m_flows;
    RealPacing m_pacing;
    std::unique_ptr<BoardSession> m_session;
    QMap<SyncNode, Told> m_told; ///< empty = nothing yet
    bool m_anyChange = false; ///< told after the first look
    bool m_historyFailed = false;
};

} // namespace likeness
