// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/job/job.h"

#include <QJsonObject>
#include <QProcess>

namespace likeness {

/// The throw-away Active Directory of the sandbox: Samba as a child process that ends with this object, and
/// also when this program is killed (it ends when its standard input closes). Owned by Sandbox, logic thread.
class LabProcess final : public QObject
{
    Q_OBJECT
public:
    explicit LabProcess(QObject *parent = nullptr);
    ~LabProcess() override;

    /// Starts the server in `directory`, filling it when it is new with the photos in `photos` (KEY.jpg); the
    /// value is the script's own description: URLs, CA file, accounts. Errors: Unsupported (Samba or the
    /// script is not installed; the detail names what is missing), Local. Called once.
    JobPtr<QJsonObject> start(const QString &directory, const QString &photos);

private:
    class StartJob;

    QProcess m_process;
};

} // namespace likeness
