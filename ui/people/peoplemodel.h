// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/person.h"
#include "models/sync/standing.h"

#include <QAbstractListModel>

namespace likeness {

class PeoplePhotos;
class Standings;

/// The people found so far, page after page, with the photo each has and how each stood when they were looked
/// at last. A photo is asked for when a row is first painted. Part of the People page; GUI thread.
class PeopleModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role {
        PersonRole = Qt::UserRole + 1, ///< Person
        PhotoRole, ///< QImage, null = none, or not there yet
        StateRole, ///< int of SyncState; invalid = never looked at
    };

    explicit PeopleModel(QObject *parent = nullptr);

    /// Both may be null and outlive the model.
    void setSources(PeoplePhotos *photos, Standings *standings, const QString &organisation);
    void clear();
    void append(const QList<Person> &people);
    /// Asks anew how everybody in the list stands.
    void refreshMarks();
    const Person &person(int row) const { return m_people.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString spokenAt(int row) const;
    void readMarks(const QList<Person> &people);

    PeoplePhotos *m_photos = nullptr;
    Standings *m_standings = nullptr;
    QString m_organisation;
    QList<Person> m_people;
    QHash<QString, int> m_rows; ///< by key
    QHash<QString, StandingMark> m_marks; ///< by key
};

} // namespace likeness
