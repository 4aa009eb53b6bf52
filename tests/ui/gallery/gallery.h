// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/common/theme.h"

#include <QList>
#include <QString>
#include <functional>
#include <memory>

class QWidget;

namespace likeness {

/// One screen in one state. `make` builds the widget as the window shows it, with invented people and no
/// world; whatever it needs to live must hang on the widget.
struct GalleryScreen
{
    QString name; ///< "firstrun-error": the file name
    std::function<std::unique_ptr<QWidget>(Theme &)> make;
};

/// The screens of each part of the window; add a function here and a line in allScreens().
QList<GalleryScreen> commonScreens();
QList<GalleryScreen> importScreens();
QList<GalleryScreen> mainScreens();
QList<GalleryScreen> pageScreens();
QList<GalleryScreen> photoScreens();
QList<GalleryScreen> syncScreens();
QList<GalleryScreen> overviewScreens();

inline QList<GalleryScreen> allScreens()
{
    return commonScreens() + mainScreens() + pageScreens() + photoScreens() + syncScreens()
        + overviewScreens() + importScreens();
}

} // namespace likeness
