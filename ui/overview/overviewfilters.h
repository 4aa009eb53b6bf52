// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/sync/standing.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLineEdit;

namespace likeness {

class Theme;

/// Words and choices over the matrix; everything that is set has to hold.
class OverviewFilters final : public QWidget
{
    Q_OBJECT
public:
    explicit OverviewFilters(const Theme &theme, QWidget *parent = nullptr);

    void setNodes(const QList<SyncNode> &nodes);
    /// Without states, which the chips have.
    StandingsFilter filter(const QDateTime &now) const;
    StandingsOrder order() const;
    void clear();

signals:
    /// Typing has come to rest, or something else was chosen.
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    QComboBox *addChoice();
    void retranslate();
    void fill(QComboBox *box, const QStringList &texts);

    QLineEdit *m_words;
    QComboBox *m_workload;
    QComboBox *m_since;
    QComboBox *m_photo;
    QComboBox *m_order;
    QList<SyncNode> m_nodes;
    QTimer m_typing;
};

} // namespace likeness
