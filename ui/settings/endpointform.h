// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/settings/endpointsettings.h"
#include "ui/settings/endpointfields.h"

#include <QWidget>

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
    /// The browser is open: the button cancels.
    void setSigningIn(bool signingIn);

signals:
    void edited();
    void testRequested();
    void signInRequested();
    void signInCancelled();
    void removeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void follow();
    void retranslate();

    EndpointSettings m_settings;
    QPushButton *m_remove; ///< first, as it stands in the head: Tab goes in the order of making
    QFormLayout *m_form;
    FormRows *m_rows;
    QLineEdit *m_title;
    std::unique_ptr<EndpointFields> m_fields;
    TextLabel *m_heading;
    QPushButton *m_signIn;
    bool m_signingIn = false;
    QPushButton *m_test;
    Notice *m_verdict;
};

} // namespace likeness
