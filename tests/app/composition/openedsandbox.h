// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/composition/organisationbuilder.h"
#include "services/ledger/sqlledger.h"
#include "services/net/pacing.h"
#include "services/sandbox/sandbox.h"
#include "services/secrets/memorysecretstore.h"
#include "services/settings/organisationfile.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

namespace likeness::test {

/// Whoever waits is called in the next turn of the event loop, and the sandbox is so much older.
class ClockedPacing final : public Pacing
{
public:
    std::chrono::milliseconds now() const override { return m_waited; }
    void after(std::chrono::milliseconds time, QObject *context, std::function<void()> call) override
    {
        if (clock)
            clock->advance(time);
        m_waited += time;
        QMetaObject::invokeMethod(context, std::move(call), Qt::QueuedConnection);
    }
    double chance() override { return 0; }

    SandboxClock *clock = nullptr;

private:
    std::chrono::milliseconds m_waited {0};
};

/// A running sandbox with its organisation and a ledger, as the window has them. open() once, in
/// initTestCase(); a test that has failed then says why.
class OpenedSandbox
{
public:
    void open()
    {
        sandbox = std::make_unique<Sandbox>(QString(), secrets, workers);
        const JobPtr<SandboxParts> starting = sandbox->start();
        starting->start();
        QTRY_VERIFY_WITH_TIMEOUT(starting->isFinished(), 150'000);
        QVERIFY2(starting->result(), starting->result() ? "" : qPrintable(starting->result().error().detail));
        parts = *starting->result();
        const auto read = OrganisationFile::load(parts.paths.organisationFile());
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        file = *read;
        openOrganisation();
        auto opening = SqlLedger::open(place.filePath(QStringLiteral("ledger.sqlite")));
        QVERIFY(opening);
        ledger = std::move(opening->ledger);
    }
    /// Anew, with the settings of its file.
    void openOrganisation()
    {
        auto built = builtOrganisation(file, secrets, workers, {});
        QVERIFY2(built, built ? "" : qPrintable(built.error().detail));
        organisation.emplace(*std::move(built));
    }
    SandboxClock &clock() { return sandbox->world()->clock(); }

    QTemporaryDir place; ///< first, so that it outlives the ledger in it
    MemorySecretStore secrets;
    QThreadPool workers;
    std::unique_ptr<Sandbox> sandbox;
    SandboxParts parts {};
    OrganisationFile file {};
    std::optional<Organisation> organisation; ///< goes before the sandbox
    std::unique_ptr<SqlLedger> ledger;
};

} // namespace likeness::test
