// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/panel.h"
#include "ui/sync/sandboxbar.h"

#include <QDateTime>
#include <QList>
#include <optional>

class QHBoxLayout;
class QScrollArea;

namespace likeness {

class TextLabel;

struct TimelineEntry
{
    QDateTime at;
    QString text; ///< a few words: "SharePoint still 3 March"

    friend bool operator==(const TimelineEntry &, const TimelineEntry &) = default;
};

/// What was seen when, the newest last and in view; in the sandbox also its clock.
class TimelinePanel final : public Panel
{
    Q_OBJECT
public:
    explicit TimelinePanel(QWidget *parent = nullptr);

    /// Oldest first.
    void setEntries(const QList<TimelineEntry> &entries);
    /// nullopt: the organisation is not the sandbox.
    void setSandboxClock(const std::optional<QDateTime> &now);
    SandboxBar *sandboxBar() const { return m_sandbox; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void fitHeight();
    void retranslate();

    QList<TimelineEntry> m_entries;
    TextLabel *m_title;
    SandboxBar *m_sandbox;
    QScrollArea *m_scroll;
};

} // namespace likeness
