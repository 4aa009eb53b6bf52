// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/servers/sandboxservers.h"

#include "services/sandbox/servers/autodiscoverserver.h"
#include "services/sandbox/servers/ewsserver.h"
#include "services/sandbox/servers/graphserver.h"
#include "services/sandbox/servers/loginserver.h"
#include "services/sandbox/servers/sandboxfaults.h"
#include "services/sandbox/servers/sharepointserver.h"
#include "services/sandbox/servers/throwawayca.h"
#include "services/sandbox/servers/ucwaserver.h"
#include "services/sandbox/servers/webpictures.h"

#include <QDir>
#include <QSaveFile>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

ThrowawayCa::Leaf leafFor(SandboxTls tls)
{
    switch (tls) {
    case SandboxTls::Good:
        return ThrowawayCa::Leaf::Good;
    case SandboxTls::Expired:
        return ThrowawayCa::Leaf::Expired;
    case SandboxTls::NotYetValid:
        return ThrowawayCa::Leaf::NotYetValid;
    case SandboxTls::WrongName:
        return ThrowawayCa::Leaf::WrongName;
    }
    return ThrowawayCa::Leaf::Good;
}

QUrl below(QUrl url, const QString &path)
{
    url.setPath(path);
    return url;
}

} // namespace

class SandboxServers::Private
{
public:
    Private(SandboxWorld &world_, const QString &place)
        : world(world_)
        , directory(place)
        , ews(world_)
        , login(world_)
        , graph(world_, login.tokens())
        , sharePoint(world_, login.tokens())
        , autodiscover(world_)
        , skype(world_)
    {
    }
    Result<Done> add(const ServerIdentity &identity, SandboxService service, HttpHost::Handler handle);
    Result<ServerIdentity> identity(SandboxTls tls) const;
    QString caFile() const { return directory + "/ca.pem"_L1; }
    QUrl url(SandboxService service) const { return hosts.at(service)->url(); }

    SandboxWorld &world;
    const QString directory;
    SandboxFaults faults;
    EwsServer ews;
    LoginServer login;
    GraphServer graph;
    SharePointServer sharePoint;
    AutodiscoverServer autodiscover;
    UcwaServer skype;
    std::map<SandboxService, std::unique_ptr<HttpHost>> hosts; // last: they call the others until they end
};

Result<ServerIdentity> SandboxServers::Private::identity(SandboxTls tls) const
{
    const Result<ThrowawayCa> ca = ThrowawayCa::made();
    if (!ca)
        return ca.error();
    QSaveFile file(caFile());
    const QByteArray pem = QByteArray::fromStdString(ca->certificate());
    if (!QDir().mkpath(directory) || !file.open(QIODevice::WriteOnly) || file.write(pem) != pem.size()
        || !file.commit())
        return Error {Errc::Local, caFile() + ": "_L1 + file.errorString()};
    return ca->leaf(leafFor(tls));
}

Result<Done> SandboxServers::Private::add(
    const ServerIdentity &identity, SandboxService service, HttpHost::Handler handle)
{
    auto host = HttpHost::started(
        identity, [this, service, handle = std::move(handle)](const SandboxRequest &request) {
            SandboxReply reply = faults.answered(service, request, handle);
            const qint64 ahead = world.settings().serversAhead.count();
            reply.add("Date", httpDate(QDateTime::currentDateTimeUtc().addSecs(ahead)));
            return reply;
        });
    if (!host)
        return host.error();
    hosts[service] = std::move(*host);
    return Done {};
}

SandboxServers::SandboxServers(SandboxWorld &world, const QString &directory)
    : d(std::make_unique<Private>(world, directory))
{
}

SandboxServers::~SandboxServers() = default;

Result<SandboxAddresses> SandboxServers::start(SandboxTls tls)
{
    const Result<ServerIdentity> identity = d->identity(tls);
    if (!identity)
        return identity.error();
    const std::pair<SandboxService, HttpHost::Handler> services[] = {
        {SandboxService::Exchange, [this](const SandboxRequest &request) { return d->ews.answer(request); }},
        {SandboxService::Autodiscover,
            [this](const SandboxRequest &request) { return d->autodiscover.answer(request); }},
        {SandboxService::Login, [this](const SandboxRequest &request) { return d->login.answer(request); }},
        {SandboxService::Graph, [this](const SandboxRequest &request) { return d->graph.answer(request); }},
        {SandboxService::SharePoint,
            [this](const SandboxRequest &request) { return d->sharePoint.answer(request); }},
        {SandboxService::WebPictures,
            [this](const SandboxRequest &request) { return webPictureReply(d->world, request); }},
        {SandboxService::Skype, [this](const SandboxRequest &request) { return d->skype.answer(request); }},
    };
    for (const auto &[service, handle] : services) {
        const Result<Done> added = d->add(*identity, service, handle);
        if (!added)
            return added.error();
        if (service == SandboxService::Exchange) // Autodiscover, which comes next, sends people there
            d->autodiscover.setEws(below(d->url(service), u"/ews/Exchange.asmx"_s));
    }
    return SandboxAddresses {below(d->url(SandboxService::Exchange), u"/ews/Exchange.asmx"_s),
        below(d->url(SandboxService::Autodiscover), u"/autodiscover/autodiscover.svc"_s),
        d->url(SandboxService::Graph), d->url(SandboxService::Login), d->url(SandboxService::SharePoint),
        below(d->url(SandboxService::WebPictures), u"/pictures/"_s),
        below(d->url(SandboxService::Skype), u"/"_s), d->caFile()};
}

void SandboxServers::fail(SandboxService service, const SandboxFault &fault)
{
    d->faults.add(service, fault);
}

void SandboxServers::mend()
{
    d->faults.clear();
}

QList<RecordedRequest> SandboxServers::requests() const
{
    return d->faults.requests();
}

void SandboxServers::forgetRequests()
{
    d->faults.forget();
}

QByteArray SandboxServers::refreshToken(const QString &name, const QString &clientId, const QString &scope)
{
    const std::optional<SandboxAccount> account = d->world.account(name);
    if (!account)
        return {};
    return d->login.tokens().addRefresh({account->upn, clientId, scope.split(u' ', Qt::SkipEmptyParts)});
}

void SandboxServers::forgetApplications()
{
    d->skype.forgetApplications();
}

void SandboxServers::revokeTokens(const QString &name)
{
    if (const std::optional<SandboxAccount> account = d->world.account(name))
        d->login.tokens().revoke(account->upn);
}

} // namespace likeness
