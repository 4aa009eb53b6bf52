// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/sandbox/servers/ewsoperations.h"

namespace likeness {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ewsLargestPicture = 20 * 1024 * 1024;

SandboxReply setUserPhotoReply(
    const SandboxWorld &world, const EwsRequest &request, const EwsOutcome &outcome)
{
    return ewsReply(world.settings(), request.soap,
        responseStart(u"SetUserPhotoResponse"_s, outcome) + u"</m:SetUserPhotoResponse>"_s);
}

/// Who the request counts for: the impersonated person, else who signed in.
SandboxAccount actorOf(const SandboxWorld &world, const EwsRequest &request)
{
    return request.actsAs.isEmpty() ? request.asker : world.account(request.actsAs).value_or(request.asker);
}

/// Why the photo may not be set; NoError = it may.
EwsOutcome setUserPhotoOutcome(
    const SandboxWorld &world, const EwsRequest &request, const QByteArray &picture)
{
    const std::optional<Person> person = world.person(request.operation.textOf(u"Email"_s));
    if (!person)
        return {u"ErrorNonExistentMailbox"_s, u"The SMTP address has no mailbox associated with it."_s};
    if (!mayChange(actorOf(world, request), *person))
        return {u"ErrorAccessDenied"_s, u"Access is denied. Check credentials and try again."_s};
    if (picture.size() > ewsLargestPicture)
        return {u"ErrorDataSizeLimitExceeded"_s, u"The data is too large."_s};
    return {};
}

} // namespace

QString responseStart(const QString &element, const EwsOutcome &outcome, const QString &responseClass)
{
    const bool good = outcome.code == "NoError"_L1;
    const QString cls = responseClass.isEmpty() ? (good ? u"Success"_s : u"Error"_s) : responseClass;
    const QString message
        = good ? QString() : u"<m:MessageText>%1</m:MessageText>"_s.arg(outcome.message.toHtmlEscaped());
    const QString link = good ? QString() : u"<m:DescriptiveLinkKey>0</m:DescriptiveLinkKey>"_s;
    return u"<m:%1 ResponseClass=\"%2\" xmlns:m=\"%3\" xmlns:t=\"%4\">%5<m:ResponseCode>%6</m:ResponseCode>%7"_s
        .arg(element, cls, ewsMessages, ewsTypes, message, outcome.code, link);
}

/// [MS-OXWSCONT] and what clients rely on: no photo and nobody known are HTTP 404 around a success; an ETag
/// that still holds is HasChanged false.
SandboxReply getUserPhoto(const SandboxWorld &world, const EwsRequest &request)
{
    const SandboxSettings settings = world.settings();
    QList<EwsPart> parts {{u"Email"_s}, {u"SizeRequested"_s}};
    if (settings.exchange == SandboxSettings::Exchange::ServerSe)
        parts += {u"TypeRequested"_s, false};
    if (const auto fault = schemaFault(request.operation, parts))
        return ewsFaultReply(request.soap, *fault);
    const int edge = edgeOfSizeCode(request.operation.textOf(u"SizeRequested"_s), settings);
    if (edge == 0)
        return ewsFaultReply(
            request.soap, {u"ErrorInvalidPhotoSize"_s, u"The requested photo size is invalid."_s});
    const std::optional<Person> person = world.person(request.operation.textOf(u"Email"_s));
    const auto served = person ? servedPhoto(world, person->keys.key, edge) : std::nullopt;
    const bool unchanged = served && request.ifNoneMatch == served->etag;
    const QString picture = served && !unchanged ? QString::fromLatin1(served->bytes.toBase64()) : QString();
    SandboxReply reply = ewsReply(settings, request.soap,
        responseStart(u"GetUserPhotoResponse"_s, {})
            + u"<m:HasChanged>%1</m:HasChanged><m:PictureData>%2</m:PictureData>"
              "<m:ContentType>image/jpeg</m:ContentType></m:GetUserPhotoResponse>"_s.arg(
                  unchanged ? u"false"_s : u"true"_s, picture));
    if (served)
        reply.add("ETag", served->etag);
    else
        reply.status = 404;
    return reply;
}

/// Exchange 2016 and later; 2013 does not know the operation.
SandboxReply setUserPhoto(SandboxWorld &world, const EwsRequest &request)
{
    if (const auto fault
        = schemaFault(request.operation, {{u"Email"_s}, {u"Content"_s}, {u"TypeRequested"_s, false}}))
        return ewsFaultReply(request.soap, *fault);
    if (request.schema < 2015) // the schema the operation came with
        return ewsFaultReply(request.soap,
            {u"ErrorInvalidServerVersion"_s, u"The operation needs a newer RequestServerVersion."_s});
    const auto content = QByteArray::fromBase64Encoding(
        request.operation.textOf(u"Content"_s).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray picture = content ? *content : QByteArray();
    EwsOutcome outcome = setUserPhotoOutcome(world, request, picture);
    if (outcome.code == "NoError"_L1) {
        const QString key = world.person(request.operation.textOf(u"Email"_s))->keys.key;
        if (!world.saveInExchange(key, picture))
            outcome = {u"ErrorContentConversionFailed"_s, u"The content is not a picture."_s};
    }
    return setUserPhotoReply(world, request, outcome);
}

} // namespace likeness
