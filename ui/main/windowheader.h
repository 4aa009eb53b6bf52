// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/person.h"

#include <QImage>
#include <QPointer>
#include <QWidget>
#include <optional>

class QHBoxLayout;
class QPushButton;

namespace likeness {

class Avatar;
class TextLabel;
class Theme;

/// The head of the window: whose photo it is about, or which place this is, and on the other side the
/// organisation. When somebody else's photo is about to be changed it says so plainly, with a way back.
class WindowHeader final : public QWidget
{
    Q_OBJECT
public:
    explicit WindowHeader(const Theme &theme, QWidget *parent = nullptr);

    void showPlace(const QString &title);
    /// `actingOn`: the person is not the one who sits here.
    void showPerson(const Person &person, const QImage &photo, bool actingOn);
    void setOrganisation(const QString &title);
    /// Stand beside the name while a person is shown; may be deleted at any time.
    void setTabs(QWidget *tabs);

signals:
    void backToMyPhoto();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void fit();

    const Theme &m_theme;
    std::optional<Person> m_person;
    bool m_actingOn = false;
    QHBoxLayout *m_row;
    QPointer<QWidget> m_tabs;
    Avatar *m_avatar;
    TextLabel *m_title;
    TextLabel *m_subtitle;
    QWidget *m_acting;
    TextLabel *m_actingWords;
    QPushButton *m_back;
    TextLabel *m_organisation;
};

} // namespace likeness
