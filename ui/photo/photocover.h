// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace likeness {

class Theme;

/// What lies over the crop editor while there is no picture (an invitation, with the files opened last) or
/// while one is being opened (said only after 150 ms, so that quick ones do not flicker).
class PhotoCover final : public QWidget
{
    Q_OBJECT
public:
    explicit PhotoCover(const Theme &theme, QWidget *parent = nullptr);

    void setHasPicture(bool has);
    void setOpening(bool opening, const QString &name);
    void setRecentFiles(const QStringList &paths);

signals:
    void openPressed();
    void pastePressed();
    void cancelPressed();
    void recentChosen(const QString &path);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void update();
    void listRecent();
    void retranslate();
    void recolour();

    const Theme &m_theme;
    bool m_hasPicture = false;
    bool m_opening = false;
    QString m_name;
    QStringList m_recent;
    QTimer m_delay;
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_hint;
    QPushButton *m_open;
    QPushButton *m_paste;
    QPushButton *m_cancel;
    QLabel *m_recentTitle;
    QVBoxLayout *m_recentColumn;
};

} // namespace likeness
