// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/endpointfields.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>

namespace likeness {

namespace {

using Cloud = EndpointSettings::Cloud;
using SignIn = EndpointSettings::SignIn;
using Version = EndpointSettings::Version;

struct WebText
{
    Q_DECLARE_TR_FUNCTIONS(likeness::EndpointForm)
};

/// How to sign in to a server of one's own: which way, as whom, with what.
class ServerSignIn
{
public:
    ServerSignIn(FormRows &rows, const EndpointSettings &settings)
        : m_rows(rows)
        , m_way(rows.addChoice(3, wayOf(settings.signIn)))
        , m_account(rows.addText(settings.account))
        , m_password(rows.addPassword())
        , m_ticket(settings.kind == EndpointSettings::Kind::SkypeForBusiness)
    {
    }

    QStringList words()
    {
        m_way->setItemText(0, WebText::tr("The sign-in of this computer (Negotiate)"));
        m_way->setItemText(1, WebText::tr("Name and password (NTLM)"));
        m_way->setItemText(2,
            m_ticket ? WebText::tr("Name and password (for a ticket, inside TLS)")
                     : WebText::tr("Name and password (Basic, inside TLS)"));
        m_account->setPlaceholderText(QStringLiteral("ada.reyes@example.org"));
        m_password->setPlaceholderText(WebText::tr("Leave empty to keep the stored one"));
        return {WebText::tr("Sign-in"), WebText::tr("Account"), WebText::tr("Password")};
    }
    void fill(EndpointSettings &settings) const
    {
        static constexpr SignIn ways[] {SignIn::Negotiate, SignIn::Ntlm, SignIn::Basic};
        settings.signIn = ways[m_way->currentIndex()];
        settings.account = m_account->text().trimmed();
    }
    void setVisible(bool visible)
    {
        for (QWidget *field : {static_cast<QWidget *>(m_way), static_cast<QWidget *>(m_account),
                 static_cast<QWidget *>(m_password)})
            m_rows.setVisible(field, visible);
        m_password->setEnabled(m_way->currentIndex() != 0);
    }
    QLineEdit *password() const { return m_password; }

private:
    static int wayOf(SignIn signIn) { return signIn == SignIn::Ntlm ? 1 : signIn == SignIn::Basic ? 2 : 0; }

    FormRows &m_rows;
    QComboBox *m_way;
    QLineEdit *m_account;
    QLineEdit *m_password;
    bool m_ticket; ///< the password buys a web ticket and goes nowhere else
};

/// Which tenant, as which application.
class TenantFields
{
public:
    TenantFields(FormRows &rows, const EndpointSettings &settings)
        : m_rows(rows)
        , m_cloud(rows.addChoice(5, static_cast<int>(settings.cloud)))
        , m_tenant(rows.addText(settings.tenant))
        , m_clientId(rows.addText(settings.clientId))
        , m_loginUrl(rows.addText(settings.loginUrl.toString()))
    {
    }

    QStringList words()
    {
        m_cloud->setItemText(0, WebText::tr("Worldwide"));
        m_cloud->setItemText(1, WebText::tr("US Government"));
        m_cloud->setItemText(2, WebText::tr("US Department of Defense"));
        m_cloud->setItemText(3, WebText::tr("China, operated by 21Vianet"));
        m_cloud->setItemText(4, WebText::tr("Other addresses"));
        m_tenant->setPlaceholderText(QStringLiteral("example.onmicrosoft.com"));
        m_clientId->setPlaceholderText(WebText::tr("Of the app registration"));
        //: Microsoft's national clouds; tenant = an organisation there
        return {WebText::tr("Cloud"), WebText::tr("Tenant"), WebText::tr("Application ID"),
            WebText::tr("Sign-in address")};
    }
    void fill(EndpointSettings &settings) const
    {
        settings.cloud = static_cast<Cloud>(m_cloud->currentIndex());
        settings.tenant = m_tenant->text().trimmed();
        settings.clientId = m_clientId->text().trimmed();
        settings.loginUrl = isCustom() ? QUrl(m_loginUrl->text().trimmed()) : QUrl();
    }
    bool isCustom() const { return m_cloud->currentIndex() == static_cast<int>(Cloud::Custom); }
    void setVisible(bool visible)
    {
        for (QWidget *field : {static_cast<QWidget *>(m_cloud), static_cast<QWidget *>(m_tenant),
                 static_cast<QWidget *>(m_clientId)})
            m_rows.setVisible(field, visible);
        m_rows.setVisible(m_loginUrl, visible && isCustom());
    }

private:
    FormRows &m_rows;
    QComboBox *m_cloud;
    QLineEdit *m_tenant;
    QLineEdit *m_clientId;
    QLineEdit *m_loginUrl;
};

QString versionWord(Version version)
{
    switch (version) {
    case Version::V2013:
        return QStringLiteral("2013");
    case Version::V2016:
        return QStringLiteral("2016");
    case Version::V2019:
        return QStringLiteral("2019");
    case Version::Subscription:
        return WebText::tr("Subscription Edition");
    case Version::Online:
        //: SharePoint as a cloud service
        return WebText::tr("Online");
    }
    Q_UNREACHABLE();
}

void sayVersions(QComboBox &box)
{
    for (int i = 0; i < box.count(); ++i)
        box.setItemText(i, versionWord(static_cast<Version>(i)));
}

class ExchangeFields final : public EndpointFields
{
public:
    ExchangeFields(FormRows &rows, const EndpointSettings &settings)
        : m_url(rows.addText(settings.url.toString()))
        , m_version(rows.addChoice(4, static_cast<int>(settings.version)))
        , m_signIn(rows, settings)
        , m_caFile(rows.addPath(settings.caFile, false))
    {
    }

    QString heading() const override { return WebText::tr("Exchange Server"); }
    QStringList words() override
    {
        sayVersions(*m_version);
        m_url->setPlaceholderText(WebText::tr("Leave empty to have it found by the account's mail address"));
        m_caFile->setPlaceholderText(WebText::tr("Only when your organisation has its own authority"));
        return QStringList {WebText::tr("Server address"), WebText::tr("Version")} + m_signIn.words()
            + QStringList {WebText::tr("CA file")};
    }
    void fill(EndpointSettings &settings) const override
    {
        settings.url = QUrl(m_url->text().trimmed());
        settings.version = static_cast<Version>(m_version->currentIndex());
        m_signIn.fill(settings);
        settings.caFile = m_caFile->text().trimmed();
    }
    void follow() override { m_signIn.setVisible(true); }
    QLineEdit *password() const override { return m_signIn.password(); }

private:
    QLineEdit *m_url;
    QComboBox *m_version;
    ServerSignIn m_signIn;
    QLineEdit *m_caFile;
};

class Microsoft365Fields final : public EndpointFields
{
public:
    Microsoft365Fields(FormRows &rows, const EndpointSettings &settings)
        : m_rows(rows)
        , m_tenant(rows, settings)
        , m_url(rows.addText(settings.url.toString()))
        , m_account(rows.addText(settings.account))
        , m_caFile(rows.addPath(settings.caFile, false))
    {
    }

    QString heading() const override { return WebText::tr("Microsoft 365"); }
    QStringList words() override
    {
        m_account->setPlaceholderText(WebText::tr("Whoever signs in"));
        m_caFile->setPlaceholderText(WebText::tr("Only when your organisation has its own authority"));
        return m_tenant.words()
            + QStringList {WebText::tr("Graph address"), WebText::tr("Account"), WebText::tr("CA file")};
    }
    void fill(EndpointSettings &settings) const override
    {
        m_tenant.fill(settings);
        settings.url = m_tenant.isCustom() ? QUrl(m_url->text().trimmed()) : QUrl();
        settings.account = m_account->text().trimmed();
        settings.caFile = m_caFile->text().trimmed();
    }
    void follow() override
    {
        m_tenant.setVisible(true);
        m_rows.setVisible(m_url, m_tenant.isCustom());
        m_rows.setVisible(m_caFile, m_tenant.isCustom());
    }
    bool signsInByBrowser() const override { return true; }

private:
    FormRows &m_rows;
    TenantFields m_tenant;
    QLineEdit *m_url;
    QLineEdit *m_account;
    QLineEdit *m_caFile;
};

int hoursIn(const QLineEdit &field, int whenEmpty)
{
    return field.text().isEmpty() ? whenEmpty : field.text().toInt();
}

class SharePointFields final : public EndpointFields
{
public:
    SharePointFields(FormRows &rows, const EndpointSettings &settings)
        : m_rows(rows)
        , m_url(rows.addText(settings.url.toString()))
        , m_version(rows.addChoice(5, static_cast<int>(settings.version)))
        , m_domain(rows.addText(settings.domain))
        , m_signIn(rows, settings)
        , m_tenant(rows, settings)
        , m_caFile(rows.addPath(settings.caFile, false))
        , m_imports(rows.addCheck(settings.importsPhotos))
        , m_expiration(
              rows.addNumber(settings.photoExpirationHours, EndpointSettings::longestExpirationHours))
        , m_errorExpiration(
              rows.addNumber(settings.photoErrorExpirationHours, EndpointSettings::longestExpirationHours))
    {
    }

    QString heading() const override { return WebText::tr("SharePoint"); }
    QStringList words() override
    {
        sayVersions(*m_version);
        m_url->setPlaceholderText(QStringLiteral("https://my.example.org"));
        m_caFile->setPlaceholderText(WebText::tr("Only when your organisation has its own authority"));
        m_domain->setPlaceholderText(QStringLiteral("CONTOSO"));
        m_imports->setText(WebText::tr("Takes photos over from Exchange"));
        m_expiration->setPlaceholderText(WebText::tr("As set in the farm (UserPhotoExpiration)"));
        m_errorExpiration->setPlaceholderText(WebText::tr("As set in the farm (UserPhotoErrorExpiration)"));
        return QStringList {
                   WebText::tr("My Site host"), WebText::tr("Version"), WebText::tr("Windows domain")}
        + m_signIn.words() + m_tenant.words()
            + QStringList {WebText::tr("CA file"), WebText::tr("Import"),
                WebText::tr("Photos are renewed after (hours)"),
                WebText::tr("Failures are tried again after (hours)")};
    }
    void fill(EndpointSettings &settings) const override
    {
        settings.url = QUrl(m_url->text().trimmed());
        settings.version = static_cast<Version>(m_version->currentIndex());
        m_signIn.fill(settings);
        if (isOnline()) {
            settings.signIn = SignIn::OAuth;
            m_tenant.fill(settings);
        }
        settings.caFile = m_caFile->text().trimmed();
        settings.domain = m_domain->text().trimmed();
        settings.importsPhotos = m_imports->isChecked();
        const EndpointSettings usual = EndpointSettings::ofKind(settings.kind);
        settings.photoExpirationHours = hoursIn(*m_expiration, usual.photoExpirationHours);
        settings.photoErrorExpirationHours = hoursIn(*m_errorExpiration, usual.photoErrorExpirationHours);
    }
    void follow() override
    {
        m_signIn.setVisible(!isOnline());
        m_tenant.setVisible(isOnline());
        for (QWidget *field : {static_cast<QWidget *>(m_domain), static_cast<QWidget *>(m_imports),
                 static_cast<QWidget *>(m_expiration), static_cast<QWidget *>(m_errorExpiration)})
            m_rows.setVisible(field, !isOnline());
    }
    QLineEdit *password() const override { return m_signIn.password(); }
    bool signsInByBrowser() const override { return isOnline(); }

private:
    bool isOnline() const { return m_version->currentIndex() == static_cast<int>(Version::Online); }

    FormRows &m_rows;
    QLineEdit *m_url;
    QComboBox *m_version;
    QLineEdit *m_domain;
    ServerSignIn m_signIn;
    TenantFields m_tenant;
    QLineEdit *m_caFile;
    QCheckBox *m_imports;
    QLineEdit *m_expiration;
    QLineEdit *m_errorExpiration;
};

/// Pictures for everybody; nobody signs in.
class WebAddressFields final : public EndpointFields
{
    Q_DECLARE_TR_FUNCTIONS(likeness::EndpointForm)
public:
    WebAddressFields(FormRows &rows, const EndpointSettings &settings)
        : m_address(rows.addText(settings.photoAddress))
        , m_caFile(rows.addPath(settings.caFile, false))
    {
    }

    QString heading() const override { return tr("Pictures on the web (read only)"); }
    QStringList words() override
    {
        m_address->setPlaceholderText(QStringLiteral("https://photos.example.org/{mail}.jpg"));
        m_caFile->setPlaceholderText(tr("Only when your organisation has its own authority"));
        return {tr("Address"), tr("CA file")};
    }
    void fill(EndpointSettings &settings) const override
    {
        settings.photoAddress = m_address->text().trimmed();
        settings.caFile = m_caFile->text().trimmed();
    }

private:
    QLineEdit *m_address;
    QLineEdit *m_caFile;
};

/// Asked what it shows; nothing is written there.
class SkypeFields final : public EndpointFields
{
    Q_DECLARE_TR_FUNCTIONS(likeness::EndpointForm)
public:
    SkypeFields(FormRows &rows, const EndpointSettings &settings)
        : m_url(rows.addText(settings.url.toString()))
        , m_signIn(rows, settings)
        , m_caFile(rows.addPath(settings.caFile, false))
    {
    }

    QString heading() const override { return tr("Skype for Business Server (read only)"); }
    QStringList words() override
    {
        m_url->setPlaceholderText(QStringLiteral("https://lyncdiscover.example.org/"));
        m_caFile->setPlaceholderText(tr("Only when your organisation has its own authority"));
        //: Where programs begin to look for a person's server
        return QStringList {tr("Discovery address")} + m_signIn.words() + QStringList {tr("CA file")};
    }
    void fill(EndpointSettings &settings) const override
    {
        settings.url = QUrl(m_url->text().trimmed());
        m_signIn.fill(settings);
        settings.caFile = m_caFile->text().trimmed();
    }
    void follow() override { m_signIn.setVisible(true); }
    QLineEdit *password() const override { return m_signIn.password(); }

private:
    QLineEdit *m_url;
    ServerSignIn m_signIn;
    QLineEdit *m_caFile;
};

} // namespace

std::unique_ptr<EndpointFields> exchangeFields(FormRows &rows, const EndpointSettings &settings)
{
    return std::make_unique<ExchangeFields>(rows, settings);
}

std::unique_ptr<EndpointFields> microsoft365Fields(FormRows &rows, const EndpointSettings &settings)
{
    return std::make_unique<Microsoft365Fields>(rows, settings);
}

std::unique_ptr<EndpointFields> sharePointFields(FormRows &rows, const EndpointSettings &settings)
{
    return std::make_unique<SharePointFields>(rows, settings);
}

std::unique_ptr<EndpointFields> webAddressFields(FormRows &rows, const EndpointSettings &settings)
{
    return std::make_unique<WebAddressFields>(rows, settings);
}

std::unique_ptr<EndpointFields> skypeFields(FormRows &rows, const EndpointSettings &settings)
{
    return std::make_unique<SkypeFields>(rows, settings);
}

} // namespace likeness
