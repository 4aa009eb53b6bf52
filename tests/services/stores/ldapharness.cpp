// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/services/stores/ldapharness.h"

#include "services/job/readyjob.h"
#include "services/stores/activedirectory/activedirectorystore.h"
#include "tests/support/jobs.h"

namespace likeness::test {

using namespace Qt::StringLiterals;

LdapService::SecretSource secretIs(const QByteArray &password)
{
    return [password] { return readyJob<std::optional<QByteArray>>(std::optional(password)); };
}

std::array<QList<Person>, 2> listedInTurns(Directory &directory)
{
    std::array<QList<Person>, 2> lists;
    std::array<QByteArray, 2> cookies;
    for (bool first = true; first || !cookies[0].isEmpty() || !cookies[1].isEmpty(); first = false) {
        for (std::size_t list = 0; list < lists.size(); ++list) {
            if (!first && cookies[list].isEmpty())
                continue;
            const auto page = outcome(directory.everybody(list == 0 ? 5 : 9, cookies[list], false));
            if (!page || !outcome(directory.find(QStringLiteral("ada"), 5)))
                return {}; // which is nobody's list
            lists[list] += page->page.people;
            cookies[list] = page->page.cookie;
        }
    }
    return lists;
}

LdapSettings labSettings(const DirectoryLab &lab, LdapDialect dialect)
{
    LdapSettings settings;
    settings.url = QUrl(lab.value(u"ldaps"_s));
    settings.dialect = dialect;
    settings.caFile = lab.value(u"caFile"_s);
    settings.baseDn = lab.value(u"baseDn"_s);
    settings.account = lab.account(u"user"_s, dialect == LdapDialect::ActiveDirectory ? u"upn"_s : u"dn"_s);
    return settings;
}

LdapHarness::LdapHarness(DirectoryLab &lab, LdapDialect dialect, const QString &attribute)
    : m_lab(lab)
    , m_dialect(dialect)
    , m_attribute(attribute)
{
    m_person.key = u"ada.reyes"_s;
    m_person.dn = m_lab.account(u"user"_s, u"dn"_s);
}

std::optional<PersonKeys> LdapHarness::nobody() const
{
    return PersonKeys {u"no.body"_s, u"CN=No Body,"_s + m_lab.value(u"baseDn"_s), {}, {}, {}};
}

bool LdapHarness::setPhoto(const std::optional<QByteArray> &photo)
{
    return m_lab.setAttribute(m_person.dn, m_attribute, photo);
}

std::optional<QByteArray> LdapHarness::photo() const
{
    return m_lab.attribute(m_person.dn, m_attribute);
}

QString LdapHarness::accountName(const QString &role) const
{
    return m_lab.account(role, ad() ? u"upn"_s : u"dn"_s);
}

std::unique_ptr<PhotoStore> LdapHarness::storeWith(
    const LdapSettings &settings, const QString &password) const
{
    const StoreId id {ad() ? Workload::ActiveDirectory : Workload::Ldap, u"directory"_s};
    DirectoryPhotoSettings photos;
    photos.attribute = *photoAttribute(m_attribute);
    return std::make_unique<ActiveDirectoryStore>(
        id, u"Directory"_s, photos, std::make_shared<LdapService>(settings, secretIs(password.toUtf8())));
}

void LdapHarness::relayTo(QUrl &url, const QHostAddress &listenOn)
{
    m_relay = std::make_unique<TcpRelay>(static_cast<quint16>(url.port()), listenOn);
    url.setHost(m_relay->host());
    url.setPort(m_relay->port());
}

const char *LdapHarness::whyNot(Situation) const
{
    return "the server with this certificate did not start";
}

std::unique_ptr<PhotoStore> LdapHarness::store(Situation situation)
{
    if (situation == Situation::CertificateExpired) {
        m_lab.stop();
        if (m_lab.start(u"expired"_s) != 0)
            return nullptr;
    }
    LdapSettings settings = labSettings(m_lab, m_dialect);
    QString password = m_lab.account(u"user"_s, u"password"_s);
    switch (situation) {
    case Situation::Plain:
    case Situation::CertificateExpired:
        break;
    case Situation::NoRight:
        settings.account = accountName(u"otherUser"_s);
        break;
    case Situation::WrongPassword:
        settings.account = accountName(u"otherUser"_s);
        password = u"not the password"_s;
        break;
    case Situation::LockedAccount:
        settings.account = accountName(u"lockout"_s);
        m_lab.lock(settings.account);
        break;
    case Situation::ExpiredPassword:
        settings.account = accountName(u"expiredPassword"_s);
        break;
    case Situation::Relayed:
        relayTo(settings.url, QHostAddress::LocalHost);
        settings.timeout = std::chrono::milliseconds(1500);
        break;
    case Situation::ServerGone:
        settings.url.setPort(1);
        break;
    case Situation::CertificateWrongName: // the certificate names 127.0.0.1
        relayTo(settings.url, QHostAddress(u"127.0.0.2"_s));
        break;
    case Situation::CertificateUnknownIssuer:
        settings.caFile = m_lab.value(u"otherCaFile"_s);
        break;
    }
    return storeWith(settings, password);
}

} // namespace likeness::test
