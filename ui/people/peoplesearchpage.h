// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/directory/directory.h"

#include <QTimer>
#include <QWidget>

class QLineEdit;
class QListView;
class QPushButton;
class QStandardItemModel;

namespace likeness {

class StateView;
class Theme;

/// Search as you type in the organisation's directory; choosing somebody goes to their photo. The newest
/// words win, more people come as the list is scrolled to its end.
class PeopleSearchPage final : public QWidget
{
    Q_OBJECT
public:
    /// `directory` may be null: then there is nobody to search.
    PeopleSearchPage(Directory *directory, const Theme &theme, QWidget *parent = nullptr);

    /// As if the words had been typed.
    void searchFor(const QString &words);
    int foundCount() const;

signals:
    void chosen(const likeness::Person &person);
    /// Photos for many people at once.
    void importWanted();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void more();
    void take(const Result<PeoplePage> &page);
    void retranslate();
    void showIdle();

    Directory *m_directory;
    QTimer m_typing;
    QLineEdit *m_words;
    QPushButton *m_import;
    StateView *m_state;
    QListView *m_list;
    QStandardItemModel *m_model;
    JobPtr<PeoplePage> m_job;
    QByteArray m_next;
    bool m_first = true;
};

} // namespace likeness
