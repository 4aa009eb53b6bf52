// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/settings/organisationfile.h"

#include "models/base/jsonfields.h"
#include "models/policy/jsonkeys.h"
#include "services/settings/syncdeclaration.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QSet>
#include <algorithm>

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 largestOrganisationFile = 4 * 1024 * 1024;

Error atLine(const QByteArray &json, const QJsonParseError &error)
{
    const QByteArray before = json.left(error.offset);
    const qsizetype line = before.count('\n') + 1;
    const qsizetype column = before.size() - before.lastIndexOf('\n');
    return {Errc::BadInput, u"line %1, column %2: %3"_s.arg(line).arg(column).arg(error.errorString())};
}

Result<QList<EndpointSettings>> endpointsOf(const QJsonValue &value)
{
    if (!value.isUndefined() && !value.isArray())
        return Error {Errc::BadInput, u"endpoints: must be a list in square brackets"_s};
    QList<EndpointSettings> endpoints;
    QSet<QString> names;
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString where = u"endpoints[%1]"_s.arg(i);
        if (!array.at(i).isObject())
            return Error {Errc::BadInput, where + u": must be an object in braces"_s};
        const auto endpoint = EndpointSettings::fromJson(array.at(i).toObject(), where);
        if (!endpoint)
            return endpoint.error();
        if (names.contains(endpoint->name))
            return Error {Errc::BadInput, u"%1.name: \"%2\" is taken already"_s.arg(where, endpoint->name)};
        names.insert(endpoint->name);
        endpoints.append(*endpoint);
    }
    return endpoints;
}

/// Here the stores are known, so that one that there is none of is a slip of the pen.
Result<Policy> policyOf(const QJsonValue &value, const QList<EndpointSettings> &endpoints)
{
    if (value.isUndefined())
        return Policy {};
    if (!value.isObject())
        return Error {Errc::BadInput, u"policy: must be an object in braces"_s};
    Result<Policy> policy = Policy::fromJson(value.toObject(), u"policy"_s, u"the organisation file"_s);
    if (!policy)
        return policy;
    for (const PolicyRule &rule : policy->rules) {
        for (const QString &store : rule.stores) {
            if (std::ranges::find(endpoints, store, &EndpointSettings::name) == endpoints.cend())
                return Error {Errc::BadInput, u"%1: there is no endpoint \"%2\""_s.arg(rule.where, store)};
        }
    }
    return policy;
}

Result<std::optional<LedgerServer>> ledgerOf(const QJsonValue &value)
{
    if (value.isUndefined())
        return std::optional<LedgerServer> {};
    if (!value.isObject())
        return Error {Errc::BadInput, u"ledger: must be an object in braces"_s};
    return LedgerServer::fromJson(value.toObject()).transform([](const LedgerServer &server) {
        return std::optional(server);
    });
}

} // namespace

Result<OrganisationFile> OrganisationFile::parse(const QByteArray &json, const QString &folder)
{
    QJsonParseError parseError {};
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (parseError.error != QJsonParseError::NoError)
        return atLine(json, parseError);
    if (!document.isObject())
        return Error {Errc::BadInput, u"line 1: must be an object in braces"_s};

    OrganisationFile file;
    file.folder = folder;
    file.source = document.object();
    JsonFields fields(file.source, {});
    file.title = fields.neededText(u"title"_s);
    file.id = fields.text(u"id"_s, file.title);
    file.me = fields.text(u"me"_s);
    file.sandbox = fields.flag(u"sandbox"_s, false);
    if (const QString begun = fields.text(u"sandboxBegun"_s); !begun.isEmpty()) {
        file.sandboxBegun = QDateTime::fromString(begun, Qt::ISODateWithMs).toUTC();
        if (!file.sandboxBegun->isValid())
            fields.refuse(u"sandboxBegun"_s, u"must be a time such as 2026-11-22T08:00:00Z"_s);
    }
    if (const auto proxy = ProxySetting::of(fields.text(u"proxy"_s, u"system"_s)))
        file.proxy = *proxy;
    else
        fields.refuse(u"proxy"_s, u"must be \"system\", \"none\" or HOST:PORT"_s);
    if (file.id.isEmpty())
        fields.refuse(u"id"_s, u"must not be empty"_s);
    if (fields.error())
        return *fields.error();
    const auto endpoints = endpointsOf(file.source.value(u"endpoints"_s));
    if (!endpoints)
        return endpoints.error();
    file.endpoints = *endpoints;
    const auto ledger = ledgerOf(file.source.value(u"ledger"_s));
    if (!ledger)
        return ledger.error();
    file.ledger = *ledger;
    const auto policy = policyOf(file.source.value(u"policy"_s), file.endpoints);
    if (!policy)
        return policy.error();
    file.policy = *policy;
    if (file.source.contains(u"policy"_s) && namesKeyTwice(json, document))
        return Error {
            Errc::BadInput, u"a key stands twice in the same braces; only one of them would count"_s};
    if (const auto sync = syncSettingsOf(file); !sync)
        return sync.error();
    return file;
}

Result<OrganisationFile> OrganisationFile::load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error {Errc::BadInput, u"%1: %2"_s.arg(path, file.errorString())};
    const QByteArray json = file.read(largestOrganisationFile + 1);
    if (json.size() > largestOrganisationFile)
        return Error {Errc::BadInput, path + u": too large for an organisation file"_s};
    const Result<OrganisationFile> parsed = parse(json, QFileInfo(path).absolutePath());
    if (!parsed)
        return Error {parsed.error().code, u"%1: %2"_s.arg(path, parsed.error().detail)};
    return parsed;
}

QByteArray OrganisationFile::toJson() const
{
    QJsonObject object = source;
    object.insert(u"title"_s, title);
    if (id != title || object.contains(u"id"_s))
        object.insert(u"id"_s, id);
    if (!me.isEmpty() || object.contains(u"me"_s))
        object.insert(u"me"_s, me);
    if (sandbox || object.contains(u"sandbox"_s))
        object.insert(u"sandbox"_s, sandbox);
    if (sandboxBegun)
        object.insert(u"sandboxBegun"_s, sandboxBegun->toString(Qt::ISODateWithMs));
    if (proxy != ProxySetting {} || object.contains(u"proxy"_s))
        object.insert(u"proxy"_s, proxy.text());
    QJsonArray array;
    for (const EndpointSettings &endpoint : endpoints)
        array.append(endpoint.toJson());
    object.insert(u"endpoints"_s, array);
    if (ledger) {
        QJsonObject server = object.value(u"ledger"_s).toObject(); // with what this version does not know
        const QJsonObject known = ledger->toJson();
        for (auto field = known.begin(); field != known.end(); ++field)
            server.insert(field.key(), field.value());
        object.insert(u"ledger"_s, server);
    } else {
        object.remove(u"ledger"_s);
    }
    return QJsonDocument(object).toJson();
}

Result<Done> OrganisationFile::save(const QString &path) const
{
    QSaveFile file(path);
    const QByteArray json = toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
        return Error {Errc::Local, u"%1: %2"_s.arg(path, file.errorString())};
    return Done {};
}

QString OrganisationFile::resolved(const QString &path) const
{
    if (path.isEmpty() || folder.isEmpty())
        return path;
    return QDir::cleanPath(QDir(folder).absoluteFilePath(path));
}

} // namespace likeness
