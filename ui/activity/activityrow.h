// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ledger/ledger.h"

#include <QImage>
#include <QWidget>

class QPushButton;

namespace likeness {

class Avatar;
class Theme;

/// One entry of the ledger: the photo before, an arrow, the photo after, the words, the outcome as glyph and
/// word, and Restore.
class ActivityRow final : public QWidget
{
    Q_OBJECT
public:
    ActivityRow(const Theme &theme, const LedgerEntry &entry, QWidget *parent = nullptr);

    void setPhotos(const QImage &before, const QImage &after);
    void setRestorable(bool restorable);

signals:
    void restoreRequested(const likeness::LedgerEntry &entry);

private:
    QString factLine() const;
    QString outcomeWord() const;

    LedgerEntry m_entry;
    Avatar *m_before;
    Avatar *m_after;
    QPushButton *m_restore;
};

} // namespace likeness
