// SPDX-FileCopyrightText: Likeness contributors
// SPDX-License-Identifier: Apache-2.0
#include "services/stores/sharepoint/sharepointreplies.h"

#include "services/stores/photobytes.h"

#include <QJsonArray>
#include <QTimeZone>
#include <QXmlStreamReader>
#include <algorithm>

namespace likeness::sharepoint {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype profileAnswer = 1024 * 1024;
constexpr qsizetype errorAnswer = 256 * 1024;

struct ErrorBody
{
    QString code {};
    QString message {};
};

/// "error" in verbose JSON, "odata.error" in the other; the message is a text or has one in "value".
ErrorBody errorBody(const QByteArray &body)
{
    const Result<QJsonObject> object = jsonObjectOf(body, errorAnswer);
    if (!object)
        return {};
    QJsonObject error = object->value(u"error").toObject();
    if (error.isEmpty())
        error = object->value(u"odata.error").toObject();
    const QJsonValue message = error.value(u"message");
    const QString text
        = message.isObject() ? message.toObject().value(u"value").toString() : message.toString();
    return {error.value(u"code").toString().left(300), text.simplified().left(500)};
}

/// Codes are a number and, after a comma, a class of .NET; the number says more than the status at times.
std::optional<Errc> errcOfCode(const QString &code)
{
    const QString number = code.section(u',', 0, 0).trimmed();
    if (number == u"-2147024891"_s || code.contains(u"UnauthorizedAccessException"_s))
        return Errc::Forbidden;
    if (number == u"-2130575257"_s || number == u"-2130575305"_s) // a file of that name; saved meanwhile
        return Errc::Conflict;
    if (code.contains(u"UserNotFoundException"_s))
        return Errc::NotFound;
    return std::nullopt;
}

QString sharePointTrace(const HttpReply &reply)
{
    return traceOf(reply, {"SPRequestGuid", "request-id", "WWW-Authenticate", "Date"});
}

Error badAnswer(const HttpReply &reply, const QString &what)
{
    return Error {Errc::BadReply, what, sharePointTrace(reply)};
}

/// What is asked for, out of its wrapping: verbose JSON puts it into "d" and that into the call's name.
Result<QJsonObject> answeredObject(const HttpReply &reply, QLatin1String call)
{
    if (!reply.isSuccess())
        return errorOf(reply, WebIntent::Read);
    const Result<QJsonObject> object = jsonObjectOf(reply.body, profileAnswer);
    if (!object)
        return badAnswer(reply, object.error().detail);
    if (!object->contains(u"d"))
        return object;
    const QJsonObject verbose = object->value(u"d").toObject();
    return verbose.contains(call) ? verbose.value(call).toObject() : verbose;
}

/// The list is bare, or in "results".
QString propertyIn(const QJsonObject &object, QLatin1String name)
{
    const QJsonValue list = object.value(u"UserProfileProperties");
    const QJsonArray entries = list.isObject() ? list.toObject().value(u"results").toArray() : list.toArray();
    const auto found = std::find_if(entries.begin(), entries.end(),
        [name](const QJsonValue &entry) { return entry.toObject().value(u"Key").toString() == name; });
    return found == entries.end() ? QString() : (*found).toObject().value(u"Value").toString().left(2000);
}

/// What is to become a header of ours; empty where it cannot be one.
QByteArray headerValue(const QString &text)
{
    const QByteArray value = text.trimmed().toLatin1();
    const bool clean = value.size() < 4096
        && std::all_of(value.cbegin(), value.cend(), [](char c) { return c >= ' ' && c < 127; });
    return clean ? value : QByteArray();
}

/// Seconds, or units of 100 ns, since the beginning of the year 1 [S6].
QDateTime timestampOf(const QString &text)
{
    constexpr qint64 lastSecondOfYear9999 = 315'537'897'599;
    bool isNumber = false;
    qint64 seconds = text.toLongLong(&isNumber);
    if (seconds > lastSecondOfYear9999)
        seconds /= 10'000'000;
    if (!isNumber || seconds <= 0 || seconds > lastSecondOfYear9999)
        return {};
    return QDateTime(QDate(1, 1, 1), QTime(0, 0), QTimeZone::utc()).toUTC().addSecs(seconds);
}

} // namespace

Error errorOf(const HttpReply &reply, WebIntent intent)
{
    const ErrorBody body = errorBody(reply.body);
    Error error = errorOfStatus(reply, intent);
    if (reply.status == 404)
        error.code = Errc::NotFound;
    if (reply.status >= 300 && reply.status < 400) // to a page to sign in on, as a rule
        error.code = Errc::SignInNeeded;
    if (const std::optional<Errc> code = errcOfCode(body.code))
        error.code = *code;
    if (reply.status == 403 && reply.header("X-Forms_Based_Auth_Required"))
        error.code = Errc::SignInNeeded;
    for (const QString &text : {body.code, body.message}) {
        if (!text.isEmpty())
            error.detail += u": "_s + text;
    }
    error.serverTrace = sharePointTrace(reply);
    return error;
}

Result<Profile> profile(const HttpReply &reply)
{
    const Result<QJsonObject> object = answeredObject(reply, "GetPropertiesFor"_L1);
    if (!object)
        return object.error();
    if (object->isEmpty() || object->value(u"odata.null").toBool()
        || object->value(u"GetMyProperties").isNull())
        return Error {Errc::NotFound, u"no profile of that login"_s, sharePointTrace(reply)};
    const QString login = object->value(u"AccountName").toString().left(1000);
    if (login.isEmpty())
        return badAnswer(reply, u"a profile without AccountName"_s);
    QString picture = object->value(u"PictureUrl").toString().left(2000);
    if (picture.isEmpty())
        picture = propertyIn(*object, "PictureURL"_L1);
    return Profile {login, picture, propertyIn(*object, "SPS-PicturePlaceholderState"_L1) == u"1"_s,
        propertyIn(*object, "SPS-PictureExchangeSyncState"_L1) == u"1"_s,
        timestampOf(propertyIn(*object, "SPS-PictureTimestamp"_L1))};
}

Result<QByteArray> digest(const HttpReply &reply)
{
    const Result<QJsonObject> object = answeredObject(reply, "GetContextWebInformation"_L1);
    if (!object)
        return object.error();
    const QByteArray digest = headerValue(object->value(u"FormDigestValue").toString());
    return digest.isEmpty() ? badAnswer(reply, u"no form digest"_s) : Result<QByteArray>(digest);
}

Result<std::optional<FileInfo>> fileInfo(const HttpReply &reply)
{
    if (reply.status == 404)
        return std::optional<FileInfo>();
    const Result<QJsonObject> object = answeredObject(reply, {});
    if (!object)
        return object.error();
    const QByteArray etag = headerValue(object->value(u"ETag").toString());
    if (etag.isEmpty())
        return badAnswer(reply, u"a file without ETag"_s);
    const QString modified = object->value(u"TimeLastModified").toString();
    return std::optional(FileInfo {etag, QDateTime::fromString(modified, Qt::ISODateWithMs).toUTC()});
}

Result<std::optional<EncodedPhoto>> fileBytes(const HttpReply &reply)
{
    if (reply.status == 404)
        return std::optional<EncodedPhoto>();
    if (!reply.isSuccess())
        return errorOf(reply, WebIntent::Read);
    if (reply.body.isEmpty() || !saysPicture(reply))
        return badAnswer(reply, u"no picture where a photo was asked for"_s);
    return std::optional(photoFromStore(reply.body));
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

Result<Done> pictureSet(const HttpReply &reply)
{
    if (const Result<Done> sent = written(reply); !sent)
        return sent;
    const Result<QJsonObject> object = jsonObjectOf(reply.body, errorAnswer);
    const QJsonObject answer = object ? *object : QJsonObject();
    const QJsonValue verdict = answer.contains(u"d")
        ? answer.value(u"d").toObject().value(u"SetMyProfilePicture")
        : answer.value(u"value");
    if (verdict.isBool() && !verdict.toBool())
        return Error {Errc::Refused, u"SetMyProfilePicture answered false"_s, sharePointTrace(reply)};
    return Done {};
}

Result<Done> propertySetBySoap(const HttpReply &reply)
{
    if (reply.isSuccess())
        return Done {};
    Error error = errorOf(reply, WebIntent::Write);
    QXmlStreamReader xml(reply.body.left(errorAnswer));
    xml.setEntityExpansionLimit(0);
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement
            && (xml.name() == u"faultstring"_s || xml.name() == u"errorstring"_s))
            error.detail
                += u": "_s + xml.readElementText(QXmlStreamReader::SkipChildElements).simplified().left(500);
    }
    if (error.detail.contains(u"UnauthorizedAccessException"_s))
        error.code = Errc::Forbidden;
    return error;
}

Result<ShownPicture> shownPicture(const HttpReply &reply)
{
    const bool isRedirect = reply.status >= 300 && reply.status < 400;
    if (const QByteArray location = reply.header("Location").value_or(QByteArray());
        isRedirect && !location.isEmpty())
        return location.contains("PersonPlaceholder") ? ShownPicture {} : ShownPicture {{}, location};
    return fileBytes(reply).transform([](const std::optional<EncodedPhoto> &photo) {
        return ShownPicture {photo, {}};
    });
}

} // namespace likeness::sharepoint
