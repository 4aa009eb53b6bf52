// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ledger/ledger.h"

#include <QWidget>

class QVBoxLayout;

namespace likeness {

/// What was written for one person, newest first, each with a button that puts back the photo that stood
/// before.
class HistoryList final : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryList(QWidget *parent = nullptr);

    void setEntries(const QList<LedgerEntry> &entries);
    void setLocked(bool locked);

signals:
    void restorePressed(qint64 entry);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void addEntry(const LedgerEntry &entry);
    QString deed(const LedgerEntry &entry) const;

    QList<LedgerEntry> m_entries;
    bool m_locked = false;
    QVBoxLayout *m_column;
};

} // namespace likeness
