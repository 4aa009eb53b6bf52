// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/sync/finding.h"

#include <QAbstractButton>

namespace likeness {

class Theme;

/// A number of people with the glyph and the word of their state; stays pressed while it filters.
class StateChip final : public QAbstractButton
{
    Q_OBJECT
public:
    StateChip(const Theme &theme, SyncState state, QWidget *parent = nullptr);

    void setPeople(int people);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    const Theme &m_theme;
    SyncState m_state;
    int m_people = 0;
    QString m_number;
};

} // namespace likeness
