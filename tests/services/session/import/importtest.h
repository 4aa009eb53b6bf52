// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ledger/sqlledger.h"
#include "services/session/import/importplan.h"
#include "tests/support/fakes/peoplestore.h"
#include "tests/support/fakes/skippingpacing.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

namespace likeness {

/// What tests of the import sit at: an organisation with a CSV of people and stores in memory, a folder of
/// pictures, a real ledger.
class ImportTest : public QObject
{
    Q_OBJECT
protected:
    /// Amy Alberts, Zoë Ångström (employee 0042), two called Ann Lee, Bo Lind.
    void addPeople();
    PeopleStore &addStore(Workload workload, const QString &instance, int edge, bool keepsBytes = true);
    /// A portrait drawn by a seed: another seed, another picture.
    static QImage picture(int seed, QSize size);
    static QByteArray jpeg(const QImage &image, int quality = 92);
    void put(const QString &name, const QByteArray &bytes) const;
    QString at(const QString &name) const { return m_dir->filePath(name); }
    QString folder() const { return at(QStringLiteral("in")); }
    ImportWish wish() const;
    void gather(const ImportWish &wish);
    void gather() { gather(wish()); }
    const ImportRow &row(const QString &name) const;
    int indexOf(const QString &name) const;
    /// Opens the ledger again, as another program would.
    void reopenLedger();

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<SqlLedger> m_ledger;
    std::unique_ptr<QThreadPool> m_workers;
    std::unique_ptr<Organisation> m_organisation;
    std::unique_ptr<ImportPlan> m_plan;
    SkippingPacing m_pacing;

protected slots: // not private: those would be tests
    void init();
    void cleanup();
};

} // namespace likeness
