// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/backup/photomanifest.h"
#include "services/session/organisation.h"

#include <QDateTime>
#include <QSaveFile>
#include <deque>
#include <vector>

namespace likeness {

/// What is to be exported, and where to.
struct ExportWish
{
    QString folder; ///< there, or to be made; the export makes a folder of its own in it
    QList<PhotoStore *> stores;
    QList<Person> people; ///< empty = everybody in the directory
    QDateTime at; ///< local time, names the folder
};

/// A photo that could not be exported, or not restored.
struct BackupFailure
{
    QString personKey;
    QString store; ///< instance
    Error error;
};

struct ExportReport
{
    QString folder; ///< with manifest.csv and the photos
    qint64 people = 0;
    qint64 photos = 0;
    qint64 without = 0; ///< a store had no photo
    QList<BackupFailure> failures {};
};

/// What an export goes through where nobody has chosen: the stores that hold other people's photos too, and
/// into which they can be put back.
QList<PhotoStore *> storesToExport(const Organisation &organisation);

/// Writes the photos that stores have, as they have them, into a dated folder with a manifest, a few at once
/// and without ever holding more than those. The folder has its name only when everything is in it; a
/// cancelled export leaves nothing. A photo that cannot be read does not stop the others. Logic thread; the
/// organisation outlives it. Errors: Unsupported (everybody, but there is no directory), those of the
/// directory, Local.
class PhotoExport final : public JobOf<ExportReport>
{
public:
    PhotoExport(Organisation &organisation, ExportWish wish);
    ~PhotoExport() override;

private:
    struct Wanted
    {
        Person person;
        PhotoStore *store;
    };
    struct Lane
    {
        Wanted wanted;
        JobPtr<std::optional<StoredPhoto>> reading;
    };

    void doStart() override;
    void doCancel() override;
    Result<Done> makeFolder();
    void askForPeople();
    void takePeople(const PeoplePage &page);
    void add(const QList<Person> &people);
    void readMore();
    void take(std::size_t lane, const Result<std::optional<StoredPhoto>> &found);
    Result<Done> keep(const Wanted &wanted, const EncodedPhoto &photo);
    void end();
    void giveUp(const Error &error);

    Organisation &m_organisation;
    const ExportWish m_wish;
    ExportReport m_report;
    QString m_part; ///< the folder until it has its name; empty = not made
    QSaveFile m_manifest;
    QByteArray m_cookie;
    bool m_listed = false;
    bool m_asking = false;
    std::deque<Wanted> m_waiting;
    std::vector<Lane> m_lanes;
};

} // namespace likeness
