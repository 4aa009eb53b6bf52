// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ledger/standings.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QImage>
#include <functional>

namespace likeness {

/// People by workloads, out of the ledger page by page as they are looked at; only a few pages are held. The
/// first column is the person. GUI thread.
class OverviewModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role { PersonRole = Qt::UserRole, StateRole, PhotoRole, KnownRole };
    using PhotoOf = std::function<QImage(const QString &sha256)>;

    explicit OverviewModel(Standings &standings, PhotoOf photoOf, QObject *parent = nullptr);

    void setScope(const QString &organisation, const QList<SyncNode> &nodes);
    void setQuery(const StandingsFilter &filter, StandingsOrder order);
    const StandingsFilter &filter() const { return m_filter; }
    StandingsOrder order() const { return m_order; }
    /// Reads anew how many there are; rows come when they are looked at. Rows stay where they are when there
    /// are as many as before.
    Result<Done> reload();
    const QList<SyncNode> &nodes() const { return m_nodes; }
    std::optional<Standing> standing(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Short enough for a cell.
    static QString cellWord(SyncState state);

signals:
    /// A page could not be read.
    void failed(const likeness::Error &error) const;

private:
    struct Page
    {
        QList<Standing> people;
    };
    const Standing *at(int row) const;
    QString spoken(const Standing &standing, int column) const;
    QImage photo(const QString &sha256) const;

    Standings &m_standings;
    const PhotoOf m_photoOf;
    QString m_organisation;
    QList<SyncNode> m_nodes;
    StandingsFilter m_filter;
    StandingsOrder m_order = StandingsOrder::Name;
    int m_count = 0;
    mutable QCache<int, Page> m_pages;
    mutable QCache<QString, QImage> m_photos;
};

} // namespace likeness

Q_DECLARE_METATYPE(likeness::SyncState)
