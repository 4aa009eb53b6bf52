// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/net/http.h"
#include "services/sandbox/servers/sandboxservers.h"
#include "tests/services/stores/storecontract.h"

#include <QTemporaryDir>

namespace likeness::test {

/// What a store on the web is made of in a situation.
struct HttpPlace
{
    QUrl url; ///< of the service under test; may lead through the relay, or nowhere
    SandboxAddresses at; ///< of everything else
    SandboxAccount account; ///< who signs in
    std::shared_ptr<HttpTransport> transport; ///< signed in as that account
};

/// A store against a server of the sandbox organisation, over TLS and our own HTTP: puts the way there and
/// the account into each situation. A store's harness says which server, how photos get into its world and
/// how the store is made.
class HttpHarness : public StoreHarness
{
public:
    /// `service` is the address the relay stands before and certificates go wrong at.
    explicit HttpHarness(QUrl SandboxAddresses::*service);

    std::unique_ptr<PhotoStore> store(Situation situation) final;
    const char *whyNot(Situation situation) const override;
    PersonKeys person() const override { return m_person.keys; }
    TcpRelay *relay() override { return m_relay.get(); }
    Errc errcWithoutRight() const override { return Errc::Forbidden; }
    WriteRight rightWithoutRight() const override { return WriteRight::Unknown; }
    WriteRight rightWhenPlain() const override { return WriteRight::Unknown; }

protected:
    virtual std::unique_ptr<PhotoStore> storeAt(const HttpPlace &place) = 0;
    /// By name and password in every request, unless a harness knows better.
    virtual std::unique_ptr<HttpTransport> signedIn(
        std::unique_ptr<HttpTransport> transport, const SandboxAccount &account);

    SandboxWorld &world() { return m_world; }
    const SandboxWorld &world() const { return m_world; }
    SandboxServers &servers() { return *m_servers; }
    const Person &somebody() const { return m_person; }

private:
    void restart(SandboxTls tls);
    QUrl relayed(QUrl url, const QHostAddress &listenOn = QHostAddress::LocalHost);

    QUrl SandboxAddresses::*const m_service;
    QTemporaryDir m_directory;
    SandboxWorld m_world;
    Person m_person;
    std::unique_ptr<SandboxServers> m_servers;
    SandboxAddresses m_at;
    std::unique_ptr<TcpRelay> m_relay;
};

} // namespace likeness::test
