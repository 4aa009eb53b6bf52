// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/directory/directory.h"
#include "services/directory/ldapservice.h"
#include "tests/services/stores/storecontract.h"
#include "tests/support/directorylab.h"

#include <array>

namespace likeness::test {

/// Settings for the lab's server as one of its roles would have them.
LdapSettings labSettings(const DirectoryLab &lab, LdapDialect dialect);
LdapService::SecretSource secretIs(const QByteArray &password);

/// Everybody twice, by lists with pages of different sizes that take turns, while somebody types.
std::array<QList<Person>, 2> listedInTurns(Directory &directory);

/// ActiveDirectoryStore on a real directory server, signed in as an ordinary user whose own photo is written.
class LdapHarness final : public StoreHarness
{
public:
    LdapHarness(DirectoryLab &lab, LdapDialect dialect, const QString &attribute);

    std::unique_ptr<PhotoStore> store(Situation situation) override;
    const char *whyNot(Situation situation) const override;
    PersonKeys person() const override { return m_person; }
    std::optional<PersonKeys> nobody() const override;
    bool setPhoto(const std::optional<QByteArray> &photo) override;
    std::optional<QByteArray> photo() const override;
    TcpRelay *relay() override { return m_relay.get(); }
    Errc errcWithoutRight() const override { return Errc::Forbidden; }
    WriteRight rightWithoutRight() const override { return ad() ? WriteRight::No : WriteRight::Unknown; }
    WriteRight rightWhenPlain() const override { return ad() ? WriteRight::Yes : WriteRight::Unknown; }
    bool stampsWrites() const override { return ad(); }

    bool ad() const { return m_dialect == LdapDialect::ActiveDirectory; }
    std::unique_ptr<PhotoStore> storeWith(const LdapSettings &settings, const QString &password) const;

private:
    QString accountName(const QString &role) const;
    void relayTo(QUrl &url, const QHostAddress &listenOn);

    DirectoryLab &m_lab;
    const LdapDialect m_dialect;
    const QString m_attribute;
    PersonKeys m_person;
    std::unique_ptr<TcpRelay> m_relay;
};

} // namespace likeness::test
