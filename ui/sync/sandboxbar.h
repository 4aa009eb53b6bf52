// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QWidget>
#include <chrono>

class QBoxLayout;
class QPushButton;

namespace likeness {

class TextLabel;

/// The sandbox's clock, buttons that put it forward, and what somebody could do there meanwhile. Only asks
/// for it.
class SandboxBar final : public QWidget
{
    Q_OBJECT
public:
    enum class Event { OwnVisit, DirectorySync, DeleteInOutlook };

    explicit SandboxBar(QWidget *parent = nullptr);

    void setClock(const QDateTime &now);
    /// Whose profile is opened: the given name.
    void setPerson(const QString &name);
    /// Nothing can be asked for while something goes on.
    void setBusy(bool busy);
    int rowHeight() const;

signals:
    void advanceRequested(std::chrono::hours by);
    void eventRequested(likeness::SandboxBar::Event event);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void arrange();

    QDateTime m_now;
    QString m_name;
    QBoxLayout *m_rows;
    QWidget *m_times;
    QWidget *m_events;
    TextLabel *m_clock;
    QList<QPushButton *> m_advance;
    QPushButton *m_visit;
    QPushButton *m_sync;
    QPushButton *m_delete;
};

} // namespace likeness
