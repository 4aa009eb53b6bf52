// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/main/mainwindow.h"

#include "services/settings/appsettings.h"
#include "ui/main/drophint.h"
#include "ui/main/shortcutsview.h"
#include "ui/main/windowheader.h"
#include "ui/main/windownotices.h"

#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScreen>
#include <QStackedWidget>

namespace likeness {
namespace {

constexpr QSize firstWindowSize(1360, 860);
constexpr QSize leastWindowSize(1024, 680);

struct PlaceSpec
{
    Place place;
    const char *id;
    const char *icon;
    int key;
};
constexpr PlaceSpec placeSpecs[] = {
    {Place::MyPhoto, "place.photo", "my-photo", Qt::Key_1},
    {Place::People, "place.people", "people", Qt::Key_2},
    {Place::Overview, "place.overview", "overview", Qt::Key_3},
    {Place::Activity, "place.activity", "activity", Qt::Key_4},
    {Place::Settings, "place.settings", "settings", Qt::Key_Comma},
};

bool holdsPicture(const QMimeData &data)
{
    if (data.hasImage())
        return true;
    const QList<QUrl> urls = data.urls();
    return !urls.isEmpty() && urls.first().isLocalFile();
}

} // namespace

MainWindow::MainWindow(const Theme &theme, AppSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_settings(settings)
    , m_actions(*this)
    , m_rail(new NavigationRail(theme, this))
    , m_header(new WindowHeader(theme, this))
    , m_notices(new WindowNotices(theme, this))
    , m_stack(new QStackedWidget(this))
    , m_dropHint(new DropHint(theme, this))
{
    auto *row = new QHBoxLayout(this);
    row->setSpacing(0);
    row->addWidget(m_rail);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_notices);
    column->addWidget(m_stack, 1);
    row->addLayout(column, 1);

    setAcceptDrops(true);
    setMinimumSize(leastWindowSize);
    addPlaces();
    addActions();
    retranslate();
    setHasOrganisation(false);
    m_dropHint->hide();
    if (!restoreGeometry(settings.value(AppSettings::windowGeometry)))
        resize(firstWindowSize.boundedTo(screen()->availableSize()).expandedTo(leastWindowSize));
    connect(m_rail, &NavigationRail::chosen, this, &MainWindow::goTo);
}

MainWindow::~MainWindow() = default;

void MainWindow::addPlaces()
{
    for (const PlaceSpec &spec : placeSpecs) {
        QAction *action = m_actions.add(QLatin1String(spec.id), QKeySequence(Qt::CTRL | Qt::Key(spec.key)));
        m_rail->addPlace(spec.place, QLatin1String(spec.icon), action);
    }
    m_rail->setCurrent(m_place);
}

void MainWindow::addActions()
{
    QAction *open = m_actions.add(QStringLiteral("picture.open"), QKeySequence::Open);
    connect(open, &QAction::triggered, this, [this] {
        goTo(Place::MyPhoto);
        emit openRequested();
    });
    QAction *paste = m_actions.add(QStringLiteral("picture.paste"), QKeySequence::Paste);
    connect(paste, &QAction::triggered, this, [this] {
        const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
        if (!copied || !holdsPicture(*copied))
            return;
        goTo(Place::MyPhoto);
        emit pictureOffered(copied);
    });
    QAction *shortcuts = m_actions.add(QStringLiteral("help.shortcuts"), QKeySequence::HelpContents);
    connect(shortcuts, &QAction::triggered, this,
        [this] { showShortcuts(!m_shortcuts || m_shortcuts->isHidden()); });
    QAction *quit = m_actions.add(QStringLiteral("app.quit"), QKeySequence(Qt::CTRL | Qt::Key_Q));
    connect(quit, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::setPage(Place place, QWidget *page)
{
    QWidget *old = std::exchange(m_pages[place], page);
    m_stack->addWidget(page);
    if (place == m_place)
        m_stack->setCurrentWidget(page);
    if (old) {
        m_stack->removeWidget(old);
        old->deleteLater();
    }
    showHead();
}

QWidget *MainWindow::takePage(Place place)
{
    QWidget *taken = page(place);
    m_pages.erase(place);
    if (taken) {
        m_stack->removeWidget(taken);
        taken->setParent(nullptr);
    }
    return taken;
}

QWidget *MainWindow::page(Place place) const
{
    const auto found = m_pages.find(place);
    return found == m_pages.end() ? nullptr : found->second;
}

void MainWindow::goTo(Place place)
{
    showShortcuts(false);
    m_place = place;
    m_rail->setCurrent(place);
    if (QWidget *shown = page(place))
        m_stack->setCurrentWidget(shown);
    showHead();
    emit placeChanged(place);
}

void MainWindow::setHasOrganisation(bool has)
{
    m_hasOrganisation = has;
    m_rail->setPlaceEnabled(Place::People, has);
    m_rail->setPlaceEnabled(Place::Overview, has);
    m_rail->setPlaceEnabled(Place::Activity, has);
    for (const char *id : {"picture.open", "picture.paste"})
        m_actions.action(QLatin1String(id))->setEnabled(has);
    if (!has)
        m_showPerson = nullptr;
    showHead();
}

void MainWindow::setPersonHeader(std::function<void(WindowHeader &)> show)
{
    m_showPerson = std::move(show);
    showHead();
}

void MainWindow::showHead()
{
    m_header->setVisible(m_place != Place::MyPhoto || m_hasOrganisation);
    switch (m_place) {
    case Place::MyPhoto:
        m_header->showPlace(tr("My photo"));
        if (m_showPerson)
            m_showPerson(*m_header);
        return;
    case Place::People:
        return m_header->showPlace(tr("People"));
    case Place::Overview:
        return m_header->showPlace(tr("Overview"));
    case Place::Activity:
        return m_header->showPlace(tr("Activity"));
    case Place::Settings:
        return m_header->showPlace(tr("Settings"));
    }
}

void MainWindow::showShortcuts(bool shown)
{
    if (!shown) {
        if (m_shortcuts)
            m_shortcuts->hide();
        return;
    }
    if (!m_shortcuts)
        m_shortcuts = new ShortcutsView(m_theme, this);
    m_shortcuts->setGeometry(rect());
    static_cast<ShortcutsView *>(m_shortcuts)->open(shortcutsIn(*this));
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setValue(AppSettings::windowGeometry, saveGeometry());
    QWidget::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!m_hasOrganisation || !holdsPicture(*event->mimeData()))
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    setDropHint(true);
}

void MainWindow::dragLeaveEvent(QDragLeaveEvent *)
{
    setDropHint(false);
}

void MainWindow::dropEvent(QDropEvent *event)
{
    setDropHint(false);
    if (!m_hasOrganisation || !holdsPicture(*event->mimeData()))
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    goTo(Place::MyPhoto);
    emit pictureOffered(event->mimeData());
}

void MainWindow::setDropHint(bool shown)
{
    m_dropHint->setGeometry(rect());
    m_dropHint->setVisible(shown);
    m_dropHint->raise();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    m_dropHint->setGeometry(rect());
    if (m_shortcuts)
        m_shortcuts->setGeometry(rect());
    QWidget::resizeEvent(event);
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_shortcuts && m_shortcuts->isVisible())
        return showShortcuts(false);
    QWidget::keyPressEvent(event);
}

void MainWindow::retranslate()
{
    //: The program's name; stays as it is
    setWindowTitle(tr("Likeness"));
    m_rail->setAccessibleName(tr("Places"));
    m_actions.setWords(QStringLiteral("place.photo"), tr("My photo"));
    m_actions.setWords(QStringLiteral("place.people"), tr("People"), tr("Search for people"));
    m_actions.setWords(
        QStringLiteral("place.overview"), tr("Overview"), tr("How everybody stands, in all workloads"));
    m_actions.setWords(
        QStringLiteral("place.activity"), tr("Activity"), tr("What was changed, and restoring it"));
    m_actions.setWords(QStringLiteral("place.settings"), tr("Settings"));
    m_actions.setWords(QStringLiteral("picture.open"), tr("Open a picture"));
    m_actions.setWords(QStringLiteral("picture.paste"), tr("Paste a picture"));
    m_actions.setWords(QStringLiteral("help.shortcuts"), tr("Keyboard shortcuts"));
    m_actions.setWords(QStringLiteral("app.quit"), tr("Quit"));
    showHead();
}

} // namespace likeness
