// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0

// The least that a program like ours has to do before its window is there: menus, a tool bar, a list of
// people, nine pictures, a network access manager and a look at TLS. What start-up is measured against.

#include <QApplication>
#include <QGridLayout>
#include <QLabel>
#include <QMainWindow>
#include <QMenuBar>
#include <QNetworkAccessManager>
#include <QSplitter>
#include <QSslSocket>
#include <QStandardItemModel>
#include <QStatusBar>
#include <QStyle>
#include <QToolBar>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace {

void addCommands(QMainWindow &window)
{
    for (const auto &title : {u"File"_s, u"Edit"_s, u"View"_s, u"Help"_s}) {
        auto *menu = window.menuBar()->addMenu(title);
        for (int i = 0; i < 8; ++i)
            menu->addAction(u"%1 %2"_s.arg(title).arg(i));
    }
    auto *bar = window.addToolBar(u"Tools"_s);
    for (const auto icon : {QStyle::SP_DialogOpenButton, QStyle::SP_DialogSaveButton, QStyle::SP_ArrowBack,
             QStyle::SP_ArrowForward, QStyle::SP_BrowserReload, QStyle::SP_DialogHelpButton})
        bar->addAction(window.style()->standardIcon(icon), u"Tool"_s);
}

QWidget *people(QWidget *parent)
{
    auto *view = new QTreeView(parent);
    auto *model = new QStandardItemModel(200, 4, view);
    for (int row = 0; row < model->rowCount(); ++row) {
        for (int column = 0; column < model->columnCount(); ++column)
            model->setItem(row, column, new QStandardItem(u"Person %1 / %2"_s.arg(row).arg(column)));
    }
    view->setModel(model);
    return view;
}

QWidget *pictures(QWidget *parent)
{
    auto *panel = new QWidget(parent);
    auto *grid = new QGridLayout(panel);
    int count = 0;
    for (const int edge : {648, 504, 432, 360, 240, 120, 96, 64, 48}) {
        QPixmap pixmap(edge / 3, edge / 3);
        pixmap.fill(QColor::fromHsv(count * 40, 120, 200));
        auto *label = new QLabel(panel);
        label->setPixmap(pixmap);
        grid->addWidget(label, count / 3, count % 3);
        ++count;
    }
    return panel;
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QMainWindow window;
    window.resize(1100, 720);
    addCommands(window);
    auto *splitter = new QSplitter(&window);
    splitter->addWidget(people(splitter));
    splitter->addWidget(pictures(splitter));
    window.setCentralWidget(splitter);
    const QNetworkAccessManager network;
    window.statusBar()->showMessage(QSslSocket::supportsSsl() ? u"Ready"_s : u"No TLS"_s);
    window.show();
    return QApplication::exec();
}
