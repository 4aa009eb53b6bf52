// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/output.h"
#include "services/session/uploadsession.h"

#include <QJsonArray>
#include <set>

namespace likeness {

/// Follows a session while it writes, says how each store fares, and sums it up. Owned by a command.
class WriteRun final : public QObject
{
    Q_OBJECT
public:
    WriteRun(UploadSession &session, Output &output);

    void cancel();
    /// One object a store: store, outcome, photo or error.
    QJsonArray outcomes() const;
    /// Ok when every store ended well; the failure's code when all failed alike; else Partial.
    ExitCode verdict() const;

signals:
    void finished();

private:
    void show(const StoreId &store);
    QString titleOf(const StoreId &store) const;

    UploadSession &m_session;
    Output &m_output;
    std::set<StoreId> m_stores; ///< those that took part
    bool m_cancelled = false;
};

} // namespace likeness
