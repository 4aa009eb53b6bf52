// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/actions.h"
#include "ui/main/navigationrail.h"

#include <QMimeData>
#include <QWidget>
#include <functional>
#include <map>

class QStackedWidget;

namespace likeness {

class AppSettings;
class Theme;
class WindowHeader;
class WindowNotices;

/// The one window: the rail, the head, the page of the current place. Takes pictures that are dropped or
/// pasted anywhere and passes them on; knows neither sessions nor stores. Pages are handed in by the
/// composition root and then belong to the window. Remembers where it stood.
class MainWindow final : public QWidget
{
    Q_OBJECT
public:
    MainWindow(const Theme &theme, AppSettings &settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Replaces (and deletes) the page that was there.
    void setPage(Place place, QWidget *page);
    QWidget *page(Place place) const;
    /// Hands the page back; the caller owns it then.
    QWidget *takePage(Place place);
    void goTo(Place place);
    Place place() const { return m_place; }
    WindowHeader *header() const { return m_header; }
    /// Sentences above the page, whichever it is, until they are dismissed.
    WindowNotices *notices() const { return m_notices; }
    Actions &actions() { return m_actions; }
    /// Whether Open, Paste and dropping do anything now; People and Activity need an organisation too.
    void setHasOrganisation(bool has);
    /// The person's page shows the person in the head; asked for whenever that page comes up.
    void setPersonHeader(std::function<void(WindowHeader &)> show);
    /// Shows or hides the overview of the shortcuts.
    void showShortcuts(bool shown);

signals:
    void openRequested();
    /// A dropped or pasted picture: a file, several (the first counts), or image data.
    void pictureOffered(const QMimeData *data);
    void placeChanged(likeness::Place place);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addActions();
    void addPlaces();
    void showHead();
    void retranslate();
    void setDropHint(bool shown);

    const Theme &m_theme;
    AppSettings &m_settings;
    Actions m_actions;
    NavigationRail *m_rail;
    WindowHeader *m_header;
    WindowNotices *m_notices;
    QStackedWidget *m_stack;
    QWidget *m_dropHint;
    QWidget *m_shortcuts = nullptr;
    std::map<Place, QWidget *> m_pages;
    std::function<void(WindowHeader &)> m_showPerson;
    Place m_place = Place::MyPhoto;
    bool m_hasOrganisation = false;
};

} // namespace likeness
