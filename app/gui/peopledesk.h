// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/session/peoplephotos.h"
#include "services/session/photoexport.h"

#include <QPointer>

namespace likeness {

class ImportDesk;
class ImportRuns;
class PeopleSearchPage;
class Standings;
class Theme;
class WindowNotices;

/// Brings the People page together with the photos and states beside the names, and exports the photos of
/// those who are selected; has the desk of imports. Made by the desk for one organisation, after its ledger;
/// does not own the page. GUI thread.
class PeopleDesk final : public QObject
{
    Q_OBJECT
public:
    struct House
    {
        Organisation &organisation;
        Ledger &ledger;
        Standings *standings; ///< null: nobody's state is kept
        ImportRuns &imports;
        QThreadPool &workers;
        QString cacheFolder; ///< of photos; empty = none is kept
        const Theme &theme;
        WindowNotices &notices;
    };
    explicit PeopleDesk(const House &house, QObject *parent = nullptr);
    ~PeopleDesk() override;

    /// A new page, and behind its button the import of many photos; whoever puts it somewhere owns it.
    QWidget *makePlace();
    PeopleSearchPage *page() const;
    ImportDesk &imports() { return *m_import; }
    /// Their photo was written.
    void forgetPhoto(const QString &personKey) { m_photos.forget(personKey); }
    /// Into a dated folder in this one.
    void exportTo(const QString &folder, const QList<Person> &people);

signals:
    /// An import has written.
    void historyChanged();

private:
    void makePage();
    void askWhereTo(const QList<Person> &people);
    void end(const Result<ExportReport> &report);

    House m_house;
    PeoplePhotos m_photos;
    QPointer<PeopleSearchPage> m_page;
    std::unique_ptr<ImportDesk> m_import;
    JobPtr<ExportReport> m_export;
};

} // namespace likeness
