// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/session/organisation.h"
#include "services/session/photocache.h"

#include <QCache>
#include <QImage>
#include <QObject>
#include <map>

class QThreadPool;

namespace likeness {

class Ledger;

/// Small photos for lists of people, fetched when they are first looked at: from this machine's cache or the
/// ledger where its hash is known, else from the first store that shows other people's. A few at once; what
/// was asked for last comes first, and what was asked for long ago, and scrolled past, not at all. Presenter
/// without widgets; owned by the desk, logic thread.
class PeoplePhotos final : public QObject
{
    Q_OBJECT
public:
    static constexpr int edge = 96; ///< pixels, enough for 32 to 48 on any screen

    /// All but the folder outlives it.
    struct House
    {
        Organisation &organisation;
        Ledger &ledger;
        QThreadPool &workers;
        QString cacheFolder; ///< empty = nothing is kept on the disk
    };
    explicit PeoplePhotos(const House &house, QObject *parent = nullptr);
    ~PeoplePhotos() override;

    /// Null while it is not known, which asks for it, and where there is none. `sha256` of the newest photo,
    /// as the ledger has it; empty = not known.
    QImage photo(const PersonKeys &person, const QString &sha256);
    /// Whoever could not be asked about is asked about again; call it with each new search.
    void tryAgain();
    /// Something was written: it is asked for again.
    void forget(const QString &personKey);

signals:
    /// Also when there is none.
    void arrived(const QString &personKey);

private:
    struct Wish
    {
        PersonKeys person;
        QString sha256;
    };

    void fetchNext();
    void take(QString key, const Result<QImage> &image);
    PhotoStore *store() const;

    House m_house;
    PhotoCache m_cache;
    QCache<QString, QImage> m_images; ///< by key; a null image = there is none, or it is in m_failed
    QSet<QString> m_failed;
    QList<Wish> m_wishes; ///< the newest last
    std::map<QString, JobPtr<QImage>> m_running;
};

} // namespace likeness
