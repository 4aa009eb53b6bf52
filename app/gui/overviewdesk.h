// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ledger/ledger.h"
#include "services/ledger/scanqueue.h"
#include "services/net/pacing.h"
#include "services/session/scansession.h"
#include "ui/overview/overviewpage.h"

#include <QPointer>
#include <QTimer>

class QThreadPool;

namespace likeness {

class Sandbox;
class Theme;
class WindowNotices;

/// Brings the Overview together with the scan that feeds it and with the reports. Made by the desk for one
/// organisation, after its ledger; does not own the page. GUI thread.
class OverviewDesk final : public QObject
{
    Q_OBJECT
public:
    struct House
    {
        Organisation &organisation;
        Ledger &ledger;
        SightingHistory &history;
        Standings &standings;
        ScanQueue &queue;
        QThreadPool &workers;
        Sandbox *sandbox; ///< null: a real organisation
        const Theme &theme;
        WindowNotices &notices;
    };
    explicit OverviewDesk(const House &house, QObject *parent = nullptr);
    ~OverviewDesk() override;

    /// A new page; whoever puts it somewhere owns it.
    OverviewPage *makePage();
    ScanSession &scan() { return *m_scan; }

signals:
    void personWanted(const likeness::Person &person);

private:
    void connectPage();
    void showScan();
    void tellEnd(const std::optional<Error> &error);
    void exportTo(bool html);
    QDateTime now() const;

    House m_house;
    FlowBook m_book;
    RealPacing m_pacing;
    std::unique_ptr<ScanSession> m_scan;
    QPointer<OverviewPage> m_page;
    QTimer m_renew; ///< the page reads anew now and then while a scan runs
};

} // namespace likeness
