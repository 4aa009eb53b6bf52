// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/gui/screenshots.h"

#include "app/gui/desk.h"
#include "ui/main/mainwindow.h"

#include <QCoreApplication>
#include <QDir>

namespace likeness {
namespace {

constexpr int settleMilliseconds = 1500; // the stores answer, the previews are rendered

QString fileNameOf(Place place)
{
    switch (place) {
    case Place::MyPhoto:
        return QStringLiteral("my-photo.png");
    case Place::People:
        return QStringLiteral("people.png");
    case Place::Activity:
        return QStringLiteral("activity.png");
    case Place::Settings:
        return QStringLiteral("settings.png");
    }
    return {};
}

} // namespace

Screenshots::Screenshots(const QString &folder, MainWindow &window, Desk &desk)
    : m_folder(folder)
    , m_window(window)
    , m_places({Place::MyPhoto, Place::People, Place::Activity, Place::Settings})
{
    m_window.resize(1360, 860);
    m_pause.setSingleShot(true);
    m_pause.setInterval(settleMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &Screenshots::next);
    connect(&desk, &Desk::settled, this, [this] {
        m_window.goTo(m_places.first());
        m_pause.start();
    });
}

void Screenshots::next()
{
    const QString file = QDir(m_folder).filePath(fileNameOf(m_places.takeFirst()));
    const bool written = QDir().mkpath(m_folder) && m_window.grab().save(file);
    if (!written || m_places.isEmpty())
        return QCoreApplication::exit(written ? 0 : 1);
    m_window.goTo(m_places.first());
    m_pause.start();
}

} // namespace likeness
