// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/endpointfields.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>

namespace likeness {

namespace {

/// Active Directory, or a plain LDAP server.
class DirectoryFields final : public EndpointFields
{
    Q_DECLARE_TR_FUNCTIONS(likeness::EndpointForm)
public:
    DirectoryFields(FormRows &rows, const EndpointSettings &settings)
        : m_plain(settings.kind == EndpointSettings::Kind::Ldap)
        , m_url(rows.addText(settings.url.toString()))
        , m_tls(rows.addChoice(3, static_cast<int>(settings.tls)))
        , m_signIn(rows.addChoice(3, static_cast<int>(settings.signIn)))
        , m_account(rows.addText(settings.account))
        , m_password(rows.addPassword())
        , m_caFile(rows.addPath(settings.caFile, false))
    {
    }

    QString heading() const override { return m_plain ? tr("LDAP directory") : tr("Active Directory"); }
    QStringList words() override
    {
        m_tls->setItemText(0, tr("TLS from the start (ldaps)"));
        m_tls->setItemText(1, tr("StartTLS"));
        m_tls->setItemText(2, tr("Sealed by Kerberos"));
        m_signIn->setItemText(0, tr("Name and password"));
        m_signIn->setItemText(1, tr("The sign-in of this computer (Kerberos)"));
        m_signIn->setItemText(2, tr("The sign-in of this computer (Negotiate)"));
        m_url->setPlaceholderText(QStringLiteral("ldaps://dc1.example.org"));
        m_account->setPlaceholderText(QStringLiteral("ada.reyes@example.org"));
        m_password->setPlaceholderText(tr("Leave empty to keep the stored one"));
        m_caFile->setPlaceholderText(tr("Only when your organisation has its own authority"));
        return {tr("Server address"), tr("Encryption"), tr("Sign-in"), tr("Account"), tr("Password"),
            tr("CA file")};
    }
    void fill(EndpointSettings &settings) const override
    {
        settings.url = QUrl(m_url->text().trimmed());
        settings.tls = static_cast<EndpointSettings::Tls>(m_tls->currentIndex());
        settings.signIn = static_cast<EndpointSettings::SignIn>(m_signIn->currentIndex());
        settings.account = m_account->text().trimmed();
        settings.caFile = m_caFile->text().trimmed();
    }
    /// The sign-in of this computer needs neither name nor password.
    void follow() override
    {
        const bool asks = m_signIn->currentIndex() == static_cast<int>(EndpointSettings::SignIn::Simple);
        m_account->setEnabled(asks);
        m_password->setEnabled(asks);
    }
    QLineEdit *password() const override { return m_password; }

private:
    bool m_plain;
    QLineEdit *m_url;
    QComboBox *m_tls;
    QComboBox *m_signIn;
    QLineEdit *m_account;
    QLineEdit *m_password;
    QLineEdit *m_caFile;
};

class FolderFields final : public EndpointFields
{
    Q_DECLARE_TR_FUNCTIONS(likeness::EndpointForm)
public:
    FolderFields(FormRows &rows, const EndpointSettings &settings)
        : m_path(rows.addPath(settings.path, true))
        , m_people(rows.addPath(settings.people, false))
    {
    }

    QString heading() const override { return tr("Folder of photos"); }
    QStringList words() override
    {
        m_people->setPlaceholderText(tr("A CSV file; may stay empty"));
        return {tr("Folder"), tr("List of people")};
    }
    void fill(EndpointSettings &settings) const override
    {
        settings.path = m_path->text().trimmed();
        settings.people = m_people->text().trimmed();
    }

private:
    QLineEdit *m_path;
    QLineEdit *m_people;
};

} // namespace

std::unique_ptr<EndpointFields> directoryFields(FormRows &rows, const EndpointSettings &settings)
{
    return std::make_unique<DirectoryFields>(rows, settings);
}

std::unique_ptr<EndpointFields> folderFields(FormRows &rows, const EndpointSettings &settings)
{
    return std::make_unique<FolderFields>(rows, settings);
}

} // namespace likeness
