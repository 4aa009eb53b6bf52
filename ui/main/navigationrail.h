// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>
#include <map>

class QAction;
class QToolButton;
class QVBoxLayout;

namespace likeness {

class Theme;

/// The places one can go to.
enum class Place { MyPhoto, People, Overview, Activity, Settings };

/// The column of places at the window's edge: what one works with on top, what is about the program at the
/// bottom.
class NavigationRail final : public QWidget
{
    Q_OBJECT
public:
    explicit NavigationRail(const Theme &theme, QWidget *parent = nullptr);

    /// `action` says the words, the tip and the shortcut; triggering it goes there.
    void addPlace(Place place, const QString &icon, QAction *action);
    void setCurrent(Place place);
    void setPlaceEnabled(Place place, bool enabled);

signals:
    void chosen(likeness::Place place);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QVBoxLayout *m_column;
    std::map<Place, QToolButton *> m_buttons;
};

} // namespace likeness
