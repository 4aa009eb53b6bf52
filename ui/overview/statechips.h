// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/sync/standing.h"

#include <QWidget>
#include <functional>
#include <map>

namespace likeness {

class StateChip;
class Theme;

/// How many people are in each state, the most important first, in as many lines as they need; pressing one
/// or more shows only them.
class StateChips final : public QWidget
{
    Q_OBJECT
public:
    explicit StateChips(const Theme &theme, QWidget *parent = nullptr);

    /// States nobody is in are left out, unless they are chosen.
    void setCounts(const StateCounts &counts);
    QList<SyncState> chosen() const;
    void clear();

    int heightForWidth(int width) const override { return place(width, Placing::Measure); }
    QSize sizeHint() const override { return {200, heightForWidth(width())}; }

signals:
    void chosenChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Placing { Measure, Move };
    int place(int width, Placing placing) const;

    std::map<SyncState, StateChip *, std::greater<>> m_chips;
};

} // namespace likeness
