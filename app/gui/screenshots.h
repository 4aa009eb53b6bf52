// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/base/workload.h"

#include <QElapsedTimer>
#include <QList>
#include <QObject>
#include <QTimer>
#include <functional>

namespace likeness {

class Desk;
class MainWindow;
class Theme;

/// The main job in the sandbox, for the README and as a check of the built program: opens a picture, frames
/// the face, uploads to every store, and writes each page as PNG on the way. Quits with 0 only when the photo
/// was written to and read back from every store and every picture was written; else says what did not come
/// and quits with 1.
class Screenshots final : public QObject
{
    Q_OBJECT
public:
    Screenshots(const QString &folder, Theme &theme, MainWindow &window, Desk &desk);

    void begin();

private:
    /// `enter` does something, `isReady` tells that its effect has come; then the window is written to
    /// `file`.
    struct Step
    {
        QString name; ///< for the log
        std::function<void()> enter;
        std::function<bool()> isReady;
        QString file {}; ///< empty = no picture of it
    };

    void addPhotoSteps();
    void addBoardSteps();
    void addPageSteps();
    void openPicture();
    bool storesAnswered() const;
    bool isWritten(const StoreId &store) const;
    bool planStands() const;
    bool allWritten() const;
    void enter();
    void look();
    bool grab(const QString &file);
    void fail(const QString &what);
    void finish();

    QString m_folder;
    Theme &m_theme;
    MainWindow &m_window;
    Desk &m_desk;
    QList<Step> m_steps;
    QTimer m_look;
    QElapsedTimer m_since;
    int m_readyInARow = 0;
    bool m_facesAnswered = false;
};

} // namespace likeness
