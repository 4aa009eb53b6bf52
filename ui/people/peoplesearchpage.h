// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/sync/standing.h"
#include "services/directory/directory.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QListView;
class QPushButton;

namespace likeness {

class Notice;
class PeopleModel;
class PeoplePhotos;
class SegmentedControl;
class Standings;
class StateView;
class TextLabel;
class Theme;

/// Search as you type in the organisation's directory; choosing somebody goes to their photo. The newest
/// words win, more people come as the list is scrolled to its end. With a filter the people come from what
/// the last scan has seen instead, with or without words. Several can be selected for what is done to all.
class PeopleSearchPage final : public QWidget
{
    Q_OBJECT
public:
    /// `directory` may be null: then there is nobody to search.
    PeopleSearchPage(Directory *directory, const Theme &theme, QWidget *parent = nullptr);

    /// Photos and states beside the names, and filters by state; null = without. All outlive the page.
    void setSources(PeoplePhotos *photos, Standings *standings, const QString &organisation);

    /// An export is under way; nullopt = it has ended.
    void setExporting(const std::optional<Progress> &progress);

    /// As if the words had been typed.
    void searchFor(const QString &words);
    int foundCount() const;

signals:
    void chosen(const likeness::Person &person);
    void exportRequested(const QList<likeness::Person> &people);
    void exportCancelled();
    /// Photos for many people at once.
    void importWanted();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Filter { Everybody, WithoutPhoto, Small, Different, Failed, LastChanged };

    void layOut(const Theme &theme);
    void connectParts();
    void search();
    void more();
    void take(const Result<PeoplePage> &page);
    void takeNotes(const QList<PeopleNote> &notes);
    void showNotes();
    void takeFiltered();
    std::optional<StandingsFilter> filter() const;
    StandingsOrder order() const;
    void showSelection();
    void showExport();
    QList<Person> selected() const;
    void retranslate();
    void showIdle();

    Directory *m_directory;
    QTimer m_typing;
    QLineEdit *m_words;
    QPushButton *m_import;
    Notice *m_notice;
    StateView *m_state;
    QListView *m_list;
    PeopleModel *m_model;
    SegmentedControl *m_filters;
    QWidget *m_actions;
    TextLabel *m_selected;
    QPushButton *m_export;
    QPushButton *m_cancelExport;
    std::optional<Progress> m_exporting;
    Standings *m_standings = nullptr;
    QString m_organisation;
    JobPtr<PeoplePage> m_job;
    QByteArray m_next;
    QList<PeopleNote> m_notes; ///< of the pages so far
    bool m_first = true;
    bool m_moreFiltered = false; ///< there are further pages of the filter
};

} // namespace likeness
