// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/main/navigationrail.h"

#include <QList>
#include <QObject>
#include <QTimer>

namespace likeness {

class Desk;
class MainWindow;

/// Walks through all places of the window when it has settled, writes each as PNG, and quits: 0 when all were
/// written.
class Screenshots final : public QObject
{
    Q_OBJECT
public:
    Screenshots(const QString &folder, MainWindow &window, Desk &desk);

private:
    void next();

    QString m_folder;
    MainWindow &m_window;
    QList<Place> m_places;
    QTimer m_pause;
};

} // namespace likeness
