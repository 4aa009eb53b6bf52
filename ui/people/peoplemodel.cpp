// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/people/peoplemodel.h"

#include "services/ledger/standings.h"
#include "services/session/peoplephotos.h"
#include "ui/common/findingwords.h"
#include "ui/common/peoplewords.h"

namespace likeness {

namespace {

QString listedName(const Person &person)
{
    return person.displayName.isEmpty() ? person.keys.key : person.displayName;
}

/// Where the person is from and who looks the same, a sentence each; nothing where one directory is asked.
QStringList explained(const Person &person)
{
    QStringList sentences {sourceWords(person)};
    for (const PersonDoubt &doubt : person.doubts)
        sentences.append(wordsFor(doubt));
    sentences.removeAll(QString());
    return sentences;
}

} // namespace

PeopleModel::PeopleModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void PeopleModel::setSources(PeoplePhotos *photos, Standings *standings, const QString &organisation)
{
    m_photos = photos;
    m_standings = standings;
    m_organisation = organisation;
    if (photos) {
        connect(photos, &PeoplePhotos::arrived, this, [this](const QString &key) {
            const auto row = m_rows.constFind(key);
            if (row != m_rows.cend())
                emit dataChanged(index(*row), index(*row), {PhotoRole});
        });
    }
}

void PeopleModel::clear()
{
    if (m_photos)
        m_photos->tryAgain();
    beginResetModel();
    m_people.clear();
    m_rows.clear();
    m_marks.clear();
    endResetModel();
}

void PeopleModel::append(const QList<Person> &people)
{
    if (people.isEmpty())
        return;
    readMarks(people);
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(people.size()) - 1);
    for (const Person &person : people) {
        m_rows.insert(person.keys.key, static_cast<int>(m_people.size()));
        m_people.append(person);
    }
    endInsertRows();
}

void PeopleModel::refreshMarks()
{
    if (m_people.isEmpty())
        return;
    readMarks(m_people);
    emit dataChanged(index(0), index(rowCount() - 1), {StateRole});
}

/// Without them the list is as good, so a ledger that does not answer says so elsewhere.
void PeopleModel::readMarks(const QList<Person> &people)
{
    if (!m_standings)
        return;
    QStringList keys;
    for (const Person &person : people)
        keys.append(person.keys.key);
    if (const auto marks = m_standings->marks(m_organisation, keys))
        m_marks.insert(*marks);
}

int PeopleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_people.size());
}

QVariant PeopleModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Person &person = m_people.at(index.row());
    const auto mark = m_marks.constFind(person.keys.key);
    switch (role) {
    case Qt::DisplayRole:
        return listedName(person);
    case Qt::ToolTipRole:
        return explained(person).join(u'\n');
    case Qt::AccessibleTextRole:
        return spokenAt(index.row());
    case PersonRole:
        return QVariant::fromValue(person);
    case PhotoRole:
        return m_photos
            ? QVariant(m_photos->photo(person.keys, mark != m_marks.cend() ? mark->photo : QString()))
            : QVariant();
    case StateRole:
        return mark != m_marks.cend() ? QVariant(static_cast<int>(mark->overall)) : QVariant();
    default:
        return {};
    }
}

QString PeopleModel::spokenAt(int row) const
{
    const Person &person = m_people.at(row);
    QStringList words {listedName(person)};
    for (const QString &fact : {person.title, person.department}) {
        if (!fact.isEmpty())
            words.append(fact);
    }
    if (const auto mark = m_marks.constFind(person.keys.key); mark != m_marks.cend())
        words.append(wordFor(mark->overall));
    words += explained(person);
    return words.join(QStringLiteral(", "));
}

} // namespace likeness
