// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/settings/endpointsettings.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;

namespace likeness {

class Notice;
class TextLabel;
class Theme;

/// One endpoint of the organisation as a form: where it is and how to sign in, or which folder. The password
/// field is write-only: what is typed goes to whoever asks once, and is never shown again.
class EndpointForm final : public QWidget
{
    Q_OBJECT
public:
    EndpointForm(const Theme &theme, const EndpointSettings &settings, QWidget *parent = nullptr);

    EndpointSettings settings() const;
    QString password() const;
    void forgetPassword();
    Notice *verdict() const { return m_verdict; }
    void setTesting(bool testing);

signals:
    void edited();
    void testRequested();
    void removeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QLineEdit *addField(const QString &value);
    void addDirectoryFields();
    void addFolderFields();
    QWidget *withBrowse(QLineEdit *field, bool folder);
    void browse(QLineEdit *field, bool folder);
    void showSignIn();
    void retranslate();

    const Theme &m_theme;
    EndpointSettings m_settings;
    QFormLayout *m_form;
    TextLabel *m_heading;
    QList<TextLabel *> m_labels;
    QList<QPushButton *> m_browse;
    QLineEdit *m_title = nullptr;
    QLineEdit *m_url = nullptr;
    QComboBox *m_tls = nullptr;
    QComboBox *m_signIn = nullptr;
    QLineEdit *m_account = nullptr;
    QLineEdit *m_password = nullptr;
    QLineEdit *m_caFile = nullptr;
    QLineEdit *m_path = nullptr;
    QLineEdit *m_people = nullptr;
    QPushButton *m_test;
    QPushButton *m_remove;
    Notice *m_verdict;
};

} // namespace likeness
