// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/microsoft365/graphreplies.h"

#include "models/people/mergepeople.h"
#include "services/stores/photobytes.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>
#include <algorithm>

namespace likeness::graph {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype smallAnswer = 256 * 1024;
constexpr qsizetype listAnswer = 4 * 1024 * 1024;
constexpr qsizetype batchAnswer = 32 * 1024 * 1024;
constexpr int deepestInnerError = 8;
constexpr int largestEdge = 100'000;

/// Code and message of the outermost error and the codes below it, which are more exact [M11].
struct ErrorBody
{
    QStringList codes {};
    QString message {};
    QString requestId {};
};

ErrorBody errorBody(const QByteArray &body)
{
    ErrorBody found;
    const Result<QJsonObject> object = jsonObjectOf(body, smallAnswer);
    QJsonObject error = object ? object->value(u"error").toObject() : QJsonObject();
    found.message = error.value(u"message").toString().simplified().left(500);
    for (int depth = 0; depth < deepestInnerError && !error.isEmpty(); ++depth) {
        if (const QString code = error.value(u"code").toString().left(100); !code.isEmpty())
            found.codes.append(code);
        if (const QString id = error.value(u"request-id").toString().left(100); !id.isEmpty())
            found.requestId = id;
        const QJsonObject lower = error.value(u"innererror").toObject();
        error = lower.isEmpty() ? error.value(u"innerError").toObject() : lower;
    }
    return found;
}

bool saysTooLarge(const QStringList &codes)
{
    return std::any_of(codes.cbegin(), codes.cend(), [](const QString &code) {
        return code.contains(u"TooLarge"_s, Qt::CaseInsensitive)
            || code.contains(u"SizeExceed"_s, Qt::CaseInsensitive);
    });
}

QString traceOfError(const HttpReply &reply, const ErrorBody &body)
{
    const QString trace = traceOf(reply, {"request-id", "client-request-id", "Date"});
    return trace.isEmpty() && !body.requestId.isEmpty() ? u"request-id "_s + body.requestId : trace;
}

QSize pixelsIn(const QJsonObject &info)
{
    const int width = info.value(u"width").toInt();
    const int height = info.value(u"height").toInt();
    const bool sensible = width > 0 && height > 0 && width <= largestEdge && height <= largestEdge;
    return sensible ? QSize(width, height) : QSize();
}

PhotoInfo infoIn(const QJsonObject &object)
{
    return {object.value(u"@odata.mediaEtag").toString().left(500),
        object.value(u"@odata.mediaContentType").toString().left(100), pixelsIn(object)};
}

/// What the documentation says stands for no photo; 404 is what is seen [M4].
bool isPlaceholder(const PhotoInfo &info)
{
    return info.contentType == u"image/gif"_s && info.pixels == QSize(1, 1);
}

bool isPlaceholder(const QByteArray &bytes)
{
    return bytes.size() >= 10 && bytes.startsWith("GIF8")
        && qFromLittleEndian<quint32>(bytes.constData() + 6) == 0x0001'0001U;
}

Result<QJsonObject> answered(const HttpReply &reply, qsizetype limit)
{
    if (!reply.isSuccess())
        return errorOf(reply, WebIntent::Read);
    const Result<QJsonObject> object = jsonObjectOf(reply.body, limit);
    if (object)
        return object;
    Error error = object.error();
    error.serverTrace = traceOfError(reply, {});
    return error;
}

Error badReply(const HttpReply &reply, const QString &what)
{
    return Error {Errc::BadReply, what, traceOfError(reply, {})};
}

/// What is known of the account on premises that this one was made from; nothing where there is none.
PersonTraces graphTraces(const QJsonObject &object)
{
    const auto text = [&object](QStringView name) { return object.value(name).toString().left(1000); };
    PersonTraces traces;
    if (const QString guid = guidOfImmutableId(text(u"onPremisesImmutableId")); !guid.isEmpty())
        traces.anchors.append(guid);
    traces.account = text(u"onPremisesSamAccountName");
    traces.dn = text(u"onPremisesDistinguishedName");
    QStringList proxies;
    for (const auto &each : object.value(u"proxyAddresses").toArray())
        proxies.append(each.toString().left(1000));
    traces.addresses = mailAddressesIn(proxies);
    return traces;
}

Person personIn(const QJsonObject &object)
{
    const auto text = [&object](QStringView name) { return object.value(name).toString().left(1000); };
    const QString upn = text(u"userPrincipalName");
    return {.keys = {.key = upn, .dn = {}, .upn = upn, .mail = text(u"mail"), .objectGuid = {}},
        .displayName = text(u"displayName"),
        .givenName = text(u"givenName"),
        .surname = text(u"surname"),
        .title = text(u"jobTitle"),
        .department = text(u"department"),
        .employeeId = text(u"employeeId"),
        .traces = graphTraces(object)};
}

/// Pictures come in Base64, everything else as it is [M10].
QByteArray bodyIn(const QJsonValue &body)
{
    if (body.isString())
        return QByteArray::fromBase64(body.toString().toLatin1());
    return body.isObject() ? QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact) : QByteArray();
}

Result<HttpReply> replyIn(const QJsonObject &item)
{
    HttpReply reply;
    reply.status = item.value(u"status").toInt();
    if (reply.status < 100 || reply.status > 599)
        return Error {Errc::BadReply, u"an answer without status in a batch"_s};
    const QJsonObject headers = item.value(u"headers").toObject();
    for (auto header = headers.begin(); header != headers.end(); ++header)
        reply.headers.append({header.key().toLatin1(), header.value().toString().toLatin1()});
    reply.body = bodyIn(item.value(u"body"));
    return reply;
}

} // namespace

Error errorOf(const HttpReply &reply, WebIntent intent)
{
    const ErrorBody body = errorBody(reply.body);
    Error error = errorOfStatus(reply, intent);
    if (reply.status == 404)
        error.code = Errc::NotFound;
    if (reply.status == 403)
        error.detail += u", policy or role"_s;
    if (reply.status == 400 && saysTooLarge(body.codes))
        error.code = Errc::TooLarge;
    if (!body.codes.isEmpty())
        error.detail += u": "_s + body.codes.join(u" / "_s);
    if (!body.message.isEmpty())
        error.detail += u": "_s + body.message;
    error.serverTrace = traceOfError(reply, body);
    return error;
}

Result<std::optional<PhotoInfo>> photoInfo(const HttpReply &reply)
{
    if (reply.status == 404)
        return std::optional<PhotoInfo>();
    const Result<QJsonObject> object = answered(reply, smallAnswer);
    if (!object)
        return object.error();
    const PhotoInfo info = infoIn(*object);
    return isPlaceholder(info) ? std::nullopt : std::optional(info);
}

Result<std::optional<EncodedPhoto>> photoBytes(const HttpReply &reply)
{
    if (reply.status == 404)
        return std::optional<EncodedPhoto>();
    if (!reply.isSuccess())
        return errorOf(reply, WebIntent::Read);
    if (reply.body.isEmpty() || !saysPicture(reply))
        return badReply(reply, u"no picture where a photo was asked for"_s);
    return isPlaceholder(reply.body) ? std::nullopt : std::optional(photoFromStore(reply.body));
}

Result<QList<PhotoInfo>> photoSizes(const HttpReply &reply)
{
    if (reply.status == 404)
        return QList<PhotoInfo>();
    return answered(reply, listAnswer).transform([](const QJsonObject &object) {
        QList<PhotoInfo> sizes;
        for (const auto &entry : object.value(u"value").toArray()) {
            if (const PhotoInfo info = infoIn(entry.toObject());
                !info.pixels.isEmpty() && !isPlaceholder(info))
                sizes.append(info);
        }
        return sizes;
    });
}

Result<Done> written(const HttpReply &reply)
{
    if (!reply.isSuccess())
        return errorOf(reply, WebIntent::Write);
    return Done {};
}

Result<Done> removed(const HttpReply &reply)
{
    return reply.status == 404 ? Done {} : written(reply);
}

Result<QString> user(const HttpReply &reply)
{
    const Result<QJsonObject> object = answered(reply, smallAnswer);
    if (!object)
        return object.error();
    const QString upn = object->value(u"userPrincipalName").toString().left(1000);
    if (upn.isEmpty())
        return badReply(reply, u"a user without userPrincipalName"_s);
    return upn;
}

Result<PhotoPolicy> photoPolicy(const HttpReply &reply)
{
    return answered(reply, smallAnswer).transform([](const QJsonObject &object) {
        PhotoPolicy policy;
        const QString source = object.value(u"source").toString();
        if (source.compare(u"onPremises", Qt::CaseInsensitive) == 0)
            policy.source = PhotoPolicy::Source::OnPremises;
        else if (source.compare(u"cloud", Qt::CaseInsensitive) == 0)
            policy.source = PhotoPolicy::Source::Cloud;
        for (const auto &role : object.value(u"allowedRoles").toArray()) {
            if (role.isString())
                policy.allowedRoles.append(role.toString().left(100));
        }
        return policy;
    });
}

Result<Person> person(const HttpReply &reply)
{
    const Result<QJsonObject> object = answered(reply, smallAnswer);
    if (!object)
        return object.error();
    const Person person = personIn(*object);
    return person.keys.key.isEmpty() ? badReply(reply, u"a user without userPrincipalName"_s)
                                     : Result<Person>(person);
}

Result<PeopleFound> people(const HttpReply &reply)
{
    const Result<QJsonObject> object = answered(reply, listAnswer);
    if (!object)
        return object.error();
    if (!object->value(u"value").isArray())
        return badReply(reply, u"a list of users without users"_s);
    PeopleFound found;
    for (const auto &entry : object->value(u"value").toArray()) {
        Person person = personIn(entry.toObject());
        if (!person.keys.key.isEmpty())
            found.people.append(std::move(person));
    }
    found.nextLink = object->value(u"@odata.nextLink").toString();
    return found;
}

Result<QList<Result<HttpReply>>> batch(const HttpReply &reply, qsizetype questions)
{
    const Result<QJsonObject> object = answered(reply, batchAnswer);
    if (!object)
        return object.error();
    QList<Result<HttpReply>> answers(questions, badReply(reply, u"no answer in the batch"_s));
    for (const auto &entry : object->value(u"responses").toArray()) {
        bool isNumber = false;
        const int place = entry.toObject().value(u"id").toString().toInt(&isNumber);
        if (isNumber && place >= 0 && place < questions)
            answers[place] = replyIn(entry.toObject());
    }
    return answers;
}

} // namespace likeness::graph
